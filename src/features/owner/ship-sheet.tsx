/** 发货: carrier, tracking number, and everything that is left or chosen lines of it. */
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import { Stepper } from '@/components/stepper'
import { Switch } from '@/components/switch'
import { toast } from '@/components/toast'
import { ActionError } from './action-error'
import { leftToShip } from './order-words'
import type { ShopOrder } from './order-words'

const carriers = [
  '顺丰速运',
  '中通快递',
  '圆通速递',
  '申通快递',
  '韵达快递',
  '邮政 EMS',
  '京东快递',
]
const OTHER = '其他'
const choices = [...carriers, OTHER].map((text) => ({ key: text, text }))
const TRACKING = /^[0-9A-Za-z-]{5,40}$/

interface ShipSheetProps {
  order: ShopOrder
  open: boolean
  onClose: () => void
  onShipped: () => void
}

interface Shipment {
  choice: string | null
  otherCarrier: string
  tracking: string
  isWhole: boolean
  /** Units by line, when not everything goes. */
  units: Readonly<Record<number, number>>
}

const blank: Shipment = { choice: null, otherCarrier: '', tracking: '', isWhole: true, units: {} }

const carrierOf = ({ choice, otherCarrier }: Shipment) =>
  choice === OTHER ? otherCarrier.trim() : (choice ?? '')

function linesOf({ units }: Shipment) {
  return Object.entries(units)
    .filter(([, quantity]) => quantity > 0)
    .map(([line, quantity]) => ({ line: Number(line), quantity }))
}

/** What is still missing, as the button's text. */
export function missingOf(shipment: Shipment): string | null {
  if (carrierOf(shipment) === '') return '先选快递公司'
  if (!TRACKING.test(shipment.tracking.trim())) return '填上 5 到 40 位的单号'
  return shipment.isWhole || linesOf(shipment).length > 0 ? null : '选一下这次发哪些'
}

interface PartsProps {
  order: ShopOrder
  shipment: Shipment
  onChange: (shipment: Shipment) => void
}

function LineChoice({ order, shipment, onChange }: PartsProps) {
  return (
    <View className="ship-lines">
      {leftToShip(order).map(({ line, title, specText, quantity }) => (
        <View key={line} className="ship-line">
          <View className="fy-grow">
            <Text className="ship-title">{title}</Text>
            <Text className="fy-t-cap fy-ink-3">
              {specText && `${specText} · `}还有 {quantity} 件
            </Text>
          </View>
          <Stepper
            value={shipment.units[line] ?? 0}
            min={0}
            max={quantity}
            label={`${title} 的件数`}
            onChange={(units) =>
              onChange({ ...shipment, units: { ...shipment.units, [line]: units } })
            }
          />
        </View>
      ))}
    </View>
  )
}

function ShipForm({ order, shipment, onChange }: PartsProps) {
  const left = leftToShip(order)
  const pieces = left.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <>
      <Text className="fy-t-small fy-ink-2">快递公司</Text>
      <Chips
        items={choices}
        value={shipment.choice}
        onChange={(choice) => onChange({ ...shipment, choice })}
        soft
        wrap
      />
      {shipment.choice === OTHER && (
        <Field
          label="快递公司的名字"
          maxLength={20}
          value={shipment.otherCarrier}
          onChange={(otherCarrier) => onChange({ ...shipment, otherCarrier })}
        />
      )}
      <View className="desk-gap" />
      <Field
        label="快递单号"
        placeholder="数字、字母和横线"
        maxLength={40}
        value={shipment.tracking}
        onChange={(tracking) => onChange({ ...shipment, tracking })}
      />
      {pieces > 1 && (
        <View className="ship-whole">
          <View className="fy-grow">
            <Text className="ship-title">一次全发</Text>
            <Text className="fy-t-cap fy-ink-3">
              {shipment.isWhole ? `剩下的 ${pieces} 件都在这个包裹里` : '选这个包裹里的'}
            </Text>
          </View>
          <Switch
            on={shipment.isWhole}
            label="一次全发"
            onChange={(isWhole) => onChange({ ...shipment, isWhole })}
          />
        </View>
      )}
      {!shipment.isWhole && <LineChoice {...{ order, shipment, onChange }} />}
    </>
  )
}

export function ShipSheet({ order, open, onClose, onShipped }: ShipSheetProps) {
  const [shipment, setShipment] = useState(blank)
  const shipping = useAction('owner.shipOrder')
  useEffect(() => {
    if (open) setShipment(blank)
  }, [open])
  const ship = async () => {
    const answer = await shipping.run({
      orderId: order.id,
      carrier: carrierOf(shipment),
      trackingNumber: shipment.tracking.trim(),
      ...(shipment.isWhole ? {} : { lines: linesOf(shipment) }),
    })
    if (!answer) return
    toast('发出去了')
    onShipped()
  }
  return (
    <Sheet
      open={open}
      title="发货"
      onClose={onClose}
      footer={
        <Button
          wide
          busy={shipping.busy}
          disabledReason={missingOf(shipment)}
          onTap={() => void ship()}
        >
          确认发货
        </Button>
      }
    >
      <ActionError error={shipping.error} what="没有发成" />
      <ShipForm order={order} shipment={shipment} onChange={setShipment} />
    </Sheet>
  )
}
