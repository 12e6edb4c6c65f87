/** 登记缴税: how much was paid to the tax office, on which voucher, when. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { fenFromText, fenToText } from '@contract/money'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { formatFen } from '@/components/money/format'
import { Sheet } from '@/components/sheet'
import type { Failure } from '@/state/failure'
import { ActionError } from './action-error'
import { missingInPayment, monthTitle } from './tax-desk-words'

interface TaxPaymentSheetProps {
  open: boolean
  month: string
  leftFen: number
  today: string
  busy: boolean
  error: Failure | null
  onRecord: (payment: { amountFen: number; voucherNo: string; paidOn: string }) => void
  onClose: () => void
}

export function TaxPaymentSheet(props: TaxPaymentSheetProps) {
  const { open, month, leftFen, today, busy, error } = props
  const [amount, setAmount] = useState('')
  const [voucherNo, setVoucherNo] = useState('')
  const [paidOn, setPaidOn] = useState('')
  useEffect(() => {
    if (!open) return
    setAmount(fenToText(leftFen))
    setVoucherNo('')
    setPaidOn(today)
  }, [open, leftFen, today])
  const missing = missingInPayment({ amount, voucherNo, paidOn })
  const amountFen = fenFromText(amount.replace(/[,，]/g, '')) ?? 0
  return (
    <Sheet
      open={open}
      title={`登记 ${monthTitle(month)} 的缴税`}
      onClose={props.onClose}
      footer={
        <Button
          wide
          busy={busy}
          disabledReason={missing}
          onTap={() =>
            props.onRecord({ amountFen, voucherNo: voucherNo.trim(), paidOn: paidOn.trim() })
          }
        >
          {`登记 ${formatFen(amountFen)}`}
        </Button>
      }
    >
      <ActionError error={error} what="没有登记" />
      <Field
        label="缴了多少"
        kind="money"
        value={amount}
        onChange={setAmount}
        hint={`还没缴的 ${formatFen(leftFen)}`}
      />
      <View className="fy-mt-16">
        <Field
          label="完税凭证号"
          placeholder="税票或银行回单上的号码"
          value={voucherNo}
          onChange={setVoucherNo}
          maxLength={40}
          hint="同一张凭证登记两次只算一次"
        />
      </View>
      <View className="fy-mt-16">
        <Field label="缴款日期" value={paidOn} onChange={setPaidOn} maxLength={10} />
      </View>
    </Sheet>
  )
}
