/** 欠款: where it comes from and how it is paid off; drawn only where there is one. */
import { Notice } from '@/components/notice'
import { formatFen } from '@/components/money/format'

export function DebtNotice({ clawbackFen }: { clawbackFen: number }) {
  if (clawbackFen === 0) return null
  return (
    <Notice kind="warn" icon="warn">
      欠款 {formatFen(clawbackFen, 'minus')}
      ：佣金已经结算之后，顾客退了款，该收回的部分记在这里。之后结算的佣金先抵这笔，抵完为止，不用你另外付钱。
    </Notice>
  )
}
