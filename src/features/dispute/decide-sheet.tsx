/** 裁定: the customer goes to the claimant or stays; with a reason both read, and what it means said beforehand. */
import { useEffect, useState } from 'react'
import { useAction } from '@/api/use-action'
import { ChoiceList } from '@/components/choice-list'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { outcomeText, shownName } from './dispute-words'
import type { Outcome, ShopDispute } from './dispute-words'

interface DecideSheetProps {
  open: boolean
  dispute: ShopDispute
  onClose: () => void
  onDone: () => Promise<void>
}

export function DecideSheet({ open, dispute, onClose, onDone }: DecideSheetProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const deciding = useAction('owner.decideDispute')
  useEffect(() => {
    if (open) setOutcome(null)
  }, [open])
  const { id: disputeId, claimantName } = dispute
  const customerName = shownName(dispute.customerName)
  const titles = { upheld: `划给 ${claimantName}`, dismissed: '维持原样' } as const
  const items = (['upheld', 'dismissed'] as const).map((key) => ({
    key,
    title: titles[key],
    text: outcomeText(key, dispute),
  }))
  const decide = async (reason: string) => {
    if (outcome === null) return
    const isSure = await confirm({
      title: outcome === 'upheld' ? `把 ${customerName} 划给 ${claimantName}？` : '维持原样？',
      text: `${outcomeText(outcome, dispute)}裁定后不能再改。`,
      confirmText: '确认裁定',
    })
    if (!isSure || !(await deciding.run({ disputeId, outcome, reason }))) return
    toast('裁定好了')
    close()
    await onDone()
  }
  const close = () => {
    deciding.clear()
    onClose()
  }
  return (
    <ReasonSheet
      open={open}
      title={`裁定：${customerName} 归谁`}
      hint="两边都会看到这句话，也记在顾客的归属记录里"
      confirmText={outcome === null ? '裁定' : titles[outcome]}
      failText="没有裁定成"
      missing={outcome === null ? '先选一种' : null}
      busy={deciding.busy}
      error={deciding.error}
      onConfirm={(reason) => void decide(reason)}
      onClose={close}
    >
      <ChoiceList items={items} value={outcome} onChange={setOutcome} />
    </ReasonSheet>
  )
}
