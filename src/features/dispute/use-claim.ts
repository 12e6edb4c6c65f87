/** A claim while it is being written: about whom, with what words and pictures, and why it can't be sent yet. */
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { disputePath } from '@/features/distributor/paths'
import { replacePage } from '@/features/mall/open-page'
import { dropLeaveGuard, useLeaveGuard } from '@/features/owner/leave-guard'
import { shownName } from './dispute-words'
import { isWritten, NO_EVIDENCE } from './evidence-form'

/** @param customer whom it is about; null: whoever bought under the order number */
export function useClaim(customer: { id: string; name: string } | null) {
  const [evidence, setEvidence] = useState(NO_EVIDENCE)
  const [orderNumber, setOrderNumber] = useState('')
  const raising = useAction('distributor.raiseDispute')
  useLeaveGuard(isWritten(evidence) || orderNumber.trim() !== '')
  const number = orderNumber.trim()
  const words = evidence.words.trim()
  const missing = customer === null && number === '' ? '先填订单号' : words === '' && '说说经过再提'

  const raise = async () => {
    const isSure = await confirm({
      title: customer
        ? `对 ${shownName(customer.name)} 的归属提出异议？`
        : '按这个订单号提出异议？',
      text: '同一次归属只能提一次，提出后不能改内容，可以撤回。',
      confirmText: '确认提出',
    })
    if (!isSure) return
    const about = customer
      ? ({ kind: 'visitor', customerId: customer.id } as const)
      : ({ kind: 'order', orderNumber: number } as const)
    const raised = await raising.run({ about, words, pictures: evidence.pictures })
    if (!raised) return
    dropLeaveGuard()
    replacePage(disputePath(raised.disputeId))
  }
  const { busy, error } = raising
  return {
    evidence,
    setEvidence,
    orderNumber,
    setOrderNumber,
    missing,
    raise,
    busy,
    error,
  } as const
}
