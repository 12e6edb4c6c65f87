/** The parcels of an order: carrier, tracking number to copy, and what is inside. */
import { Text, View } from '@tarojs/components'
import { copyText } from '@/api/platform'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { IconTap } from '@/components/icon-tap'
import { toast } from '@/components/toast'
import { momentText } from '@/components/moment/format'
import type { Order } from './order-words'

type ParcelsProps = Pick<Order, 'parcels' | 'lines'>

export function Parcels({ parcels, lines }: ParcelsProps) {
  const titleOf = (number: number) => {
    const found = lines.find(({ line }) => line === number)
    return [found?.title, found?.specText].filter(Boolean).join(' ')
  }
  const copy = (number: string) => void copyText(number).then(() => toast('快递单号已复制'))
  return parcels.map((parcel, index) => (
    <Card key={parcel.trackingNumber} className="parcel">
      <View className="fy-row">
        <Icon name="truck" className="parcel-icon" />
        <View className="fy-grow">
          <Text className="parcel-name">
            {parcels.length > 1 ? `包裹 ${index + 1} · ` : ''}
            {parcel.carrier}
          </Text>
          <Text className="parcel-number">{parcel.trackingNumber}</Text>
        </View>
        <IconTap
          className="fy-icon-tap-end"
          icon="copy"
          size={18}
          label={`复制快递单号 ${parcel.trackingNumber}`}
          onTap={() => copy(parcel.trackingNumber)}
        />
      </View>
      <Text className="parcel-inside">
        {parcel.lines.map(({ line, quantity }) => `${titleOf(line)} × ${quantity}`).join('，')}
      </Text>
      <Text className="parcel-inside">{momentText(parcel.shippedAt)} 发出</Text>
    </Card>
  ))
}
