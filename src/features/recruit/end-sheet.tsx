/** 结束合作: what happens to the money, and the reason. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import type { Failure } from '@/state/failure'

const FACTS = [
  '待结算的佣金照常结算，可提现的随时还能提',
  '之后的新订单不再给你计佣，你的顾客放开，分享链接不再打开',
  '有欠款的话，先从结算的佣金里抵扣',
  '结束之后不能自己恢复，要回来请和店主说',
]

interface EndSheetProps {
  open: boolean
  busy: boolean
  error: Failure | null
  onEnd: (reason: string) => void
  onClose: () => void
}

export function EndSheet({ open, busy, error, onEnd, onClose }: EndSheetProps) {
  const [reason, setReason] = useState('')
  const written = reason.trim()
  return (
    <Sheet
      open={open}
      title="结束合作"
      onClose={onClose}
      footer={
        <Button
          wide
          kind="danger"
          busy={busy}
          disabledReason={written === '' && '写一句原因'}
          onTap={() => onEnd(written)}
        >
          我要结束合作
        </Button>
      }
    >
      {error && <Notice kind="bad">没有结束：{error.message}</Notice>}
      {FACTS.map((fact) => (
        <View key={fact} className="sign-fact">
          <Text>· {fact}</Text>
        </View>
      ))}
      <Field
        label="原因"
        kind="lines"
        maxLength={200}
        placeholder="一句话就好"
        value={reason}
        onChange={setReason}
      />
    </Sheet>
  )
}
