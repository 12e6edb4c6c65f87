/** Carrier and tracking number of goods on their way back to the shop. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'

interface ReturnFormProps {
  afterSaleId: string
  onSent: () => void
}

export function ReturnForm({ afterSaleId, onSent }: ReturnFormProps) {
  const [carrier, setCarrier] = useState('')
  const [number, setNumber] = useState('')
  const sending = useAction('mall.sendReturnParcel')
  const trackingNumber = number.trim()
  const block =
    carrier.trim() === '' ? '先写快递公司' : trackingNumber === '' ? '先写快递单号' : null
  const send = async () => {
    const answer = await sending.run({ afterSaleId, carrier: carrier.trim(), trackingNumber })
    if (answer) onSent()
  }
  return (
    <Card>
      <Field
        label="快递公司"
        placeholder="顺丰、中通……"
        maxLength={20}
        value={carrier}
        onChange={setCarrier}
      />
      <Field
        label="快递单号"
        placeholder="面单上的号码"
        maxLength={40}
        value={number}
        onChange={setNumber}
      />
      {sending.error && (
        <View className="fy-mt-12">
          <Notice kind="bad">单号没有记上：{sending.error.message}</Notice>
        </View>
      )}
      <View className="fy-mt-16">
        <Button wide busy={sending.busy} disabledReason={block} onTap={() => void send()}>
          寄出了
        </Button>
      </View>
    </Card>
  )
}
