/** An amount and why: bonuses and budgets are given in one sheet. */
import { useEffect, useState } from 'react'
import { fenFromText, fenToText } from '@contract/money'
import { Field } from '@/components/field'
import { formatFen } from '@/components/money/format'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import type { Failure } from '@/state/failure'

interface AmountReasonSheetProps {
  open: boolean
  title: string
  /** What the button does: "发". The amount is put behind it. */
  verb: string
  label: string
  amountHint: string
  reasonHint: string
  failText: string
  /** Stands in the field when the sheet opens. */
  startFen?: number
  busy: boolean
  error: Failure | null
  onConfirm: (amountFen: number, reason: string) => void
  onClose: () => void
}

export function AmountReasonSheet(props: AmountReasonSheetProps) {
  const { open, startFen, verb } = props
  const [amount, setAmount] = useState('')
  useEffect(() => {
    if (open) setAmount(startFen === undefined ? '' : fenToText(startFen))
  }, [open, startFen])
  const amountFen = fenFromText(amount.replace(/[,，]/g, ''))
  const missing = amountFen === null || amountFen === 0 ? '先填金额' : null
  return (
    <ReasonSheet
      open={open}
      title={props.title}
      hint={props.reasonHint}
      confirmText={`${verb} ${formatFen(amountFen)}`}
      failText={props.failText}
      missing={missing}
      busy={props.busy}
      error={props.error}
      onConfirm={(reason) => props.onConfirm(amountFen ?? 0, reason)}
      onClose={props.onClose}
    >
      <Field
        label={props.label}
        kind="money"
        value={amount}
        onChange={setAmount}
        hint={props.amountHint}
      />
    </ReasonSheet>
  )
}
