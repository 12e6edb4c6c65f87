/** What the desk can do beside a statement: take it out, give a bonus, write a debt off. */
import { useState } from 'react'
import { copyText } from '@/api/platform'
import { useAction } from '@/api/use-action'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { formatFen } from '@/components/money/format'
import { toast } from '@/components/toast'
import { AmountReasonSheet } from '@/features/books/amount-reason-sheet'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { monthText } from './statement-words'
import type { Statement } from './statement-words'

type Step = 'export' | 'bonus' | 'forgive'

interface DeskStepsOptions {
  distributorId: string
  statement: Statement | null
  onMoved: () => void
}

/** The sheets and the steps behind them. */
export function useDeskSteps({ distributorId, statement, onMoved }: DeskStepsOptions) {
  const [open, setOpen] = useState<Step | null>(null)
  const exporting = useAction('owner.exportStatement')
  const giving = useAction('owner.payIncentive')
  const forgiving = useAction('owner.writeOffDebt')
  const close = () => {
    for (const action of [exporting, giving, forgiving]) action.clear()
    setOpen(null)
  }
  const takeOut = async (reason: string) => {
    const month = statement?.month ?? ''
    const taken = await exporting.run({ distributorId, month, reason })
    if (!taken) return
    await copyText(taken.csv)
    close()
    toast('CSV 已复制')
  }
  const moved = (decision: { status: string } | undefined, done: string) => {
    if (!decision) return
    close()
    toast(decision.status === 'waiting' ? '等另一个人同意' : done)
    onMoved()
  }
  const give = async (amountFen: number, reason: string) =>
    moved(await giving.run({ distributorId, amountFen, reason }), '奖励发了')
  const forgive = async (reason: string) => {
    const amountFen = statement?.closing.clawbackFen ?? 0
    moved(await forgiving.run({ distributorId, amountFen, reason }), '欠款核销了')
  }
  return { open, setOpen, close, exporting, giving, forgiving, takeOut, give, forgive }
}

type Steps = ReturnType<typeof useDeskSteps>

interface DeskActionsProps {
  statement: Statement
  isOwner: boolean
  steps: Steps
}

export function DeskActions({ statement, isOwner, steps }: DeskActionsProps) {
  const debtFen = statement.isOver ? 0 : statement.closing.clawbackFen
  return (
    <Card flush>
      <ListRow
        icon="save"
        title="导出 CSV"
        note="复制到剪贴板，要写明用途"
        onTap={() => steps.setOpen('export')}
      />
      {isOwner && (
        <ListRow
          icon="medal"
          title="发奖励"
          note="从本月奖励预算里出"
          onTap={() => steps.setOpen('bonus')}
        />
      )}
      {isOwner && debtFen > 0 && (
        <ListRow
          icon="trash"
          iconTone="bad"
          title={`核销欠款 ${formatFen(debtFen)}`}
          note="只在停用或退出、账都结清之后"
          onTap={() => steps.setOpen('forgive')}
        />
      )}
    </Card>
  )
}

export function DeskSheets({ statement, steps }: { statement: Statement | null; steps: Steps }) {
  const { open, close, exporting, giving, forgiving } = steps
  const name = statement?.name ?? ''
  const debtFen = statement?.closing.clawbackFen ?? 0
  return (
    <>
      <ReasonSheet
        open={open === 'export'}
        title={`导出 ${name} ${monthText(statement?.month ?? '2000-01')}的对账单`}
        hint="写明给谁、做什么用；记在案上"
        confirmText="导出"
        failText="没有导出"
        busy={exporting.busy}
        error={exporting.error}
        onConfirm={(reason) => void steps.takeOut(reason)}
        onClose={close}
      />
      <AmountReasonSheet
        open={open === 'bonus'}
        title={`给 ${name} 发奖励`}
        verb="发"
        label="奖励多少"
        amountHint="有欠款先还欠款，剩下的可提现"
        reasonHint="对方的对账单上会写这句话"
        failText="没有发出去"
        busy={giving.busy}
        error={giving.error}
        onConfirm={(amountFen, reason) => void steps.give(amountFen, reason)}
        onClose={close}
      />
      <ReasonSheet
        open={open === 'forgive'}
        title={`核销 ${name} 的欠款 ${formatFen(debtFen)}`}
        hint="核销之后不再追，记成坏账"
        confirmText={`核销 ${formatFen(debtFen)}`}
        failText="没有核销"
        busy={forgiving.busy}
        error={forgiving.error}
        onConfirm={(reason) => void steps.forgive(reason)}
        onClose={close}
      />
    </>
  )
}
