/** A no that must be explained: the reason is written down, and whoever gets it reads it. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Sheet } from '@/components/sheet'
import type { Failure } from '@/state/failure'
import { ActionError } from './action-error'

interface ReasonSheetProps {
  open: boolean
  title: string
  /** Who reads it: "他会看到这句话". */
  hint: string
  /** What the button does: "驳回提现". */
  confirmText: string
  /** What did not happen when it fails: "没有驳回". */
  failText: string
  busy: boolean
  error: Failure | null
  onConfirm: (reason: string) => void
  onClose: () => void
  /** The other thing to decide: a tier. */
  children?: ReactNode
  /** Something besides the reason is still missing. */
  missing?: string | null
}

export function ReasonSheet(props: ReasonSheetProps) {
  const { open, title, confirmText, busy, error, onConfirm, onClose } = props
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (open) setReason('')
  }, [open])
  const written = reason.trim()
  return (
    <Sheet
      open={open}
      title={title}
      onClose={onClose}
      footer={
        <Button
          wide
          busy={busy}
          disabledReason={props.missing ?? (written === '' && '写明原因后才能提交')}
          onTap={() => onConfirm(written)}
        >
          {confirmText}
        </Button>
      }
    >
      <ActionError error={error} what={props.failText} />
      {props.children && <View className="desk-sheet-part">{props.children}</View>}
      <Field
        label="原因"
        kind="lines"
        maxLength={200}
        placeholder="一句话说清楚"
        value={reason}
        onChange={setReason}
        hint={props.hint}
      />
    </Sheet>
  )
}
