/** 待处理: stuck refunds, commissions set aside, and everything else that needs a person; closed with what was done. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Segment } from '@/components/segment'
import { toast } from '@/components/toast'
import { AlertCard } from '@/features/books/alert-card'
import type { Alert } from '@/features/books/alert-card'
import { HeldCommissions, HeldSheet, useHeld } from '@/features/books/held-commissions'
import { StuckRefundCard } from '@/features/books/stuck-refund-card'
import type { StuckRefund } from '@/features/books/stuck-refund-card'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Tab = 'open' | 'closed'
const TABS: readonly { key: Tab; text: string }[] = [
  { key: 'open', text: '待处理' },
  { key: 'closed', text: '处理过的' },
]
const SAID = {
  refunded: '已经退成了',
  'under-way': '微信又在退了',
  stuck: '还没有退成',
} as const

/** Refunds that wait for a decision, and the two ways on. */
function useStuckRefunds(onDecided: () => void) {
  const stuck = useResource(() => call('owner.listStuckRefunds', {}), { onShow: true })
  const retrying = useAction('owner.retryRefund')
  const byHand = useAction('owner.markRefundedByHand')
  const [handing, setHanding] = useState<StuckRefund | null>(null)
  const [acting, setActing] = useState<string | null>(null)
  const decided = (said: string) => {
    toast(said)
    void stuck.reload()
    onDecided()
  }
  const retry = async ({ afterSaleId, refundFen, state }: StuckRefund) => {
    const isSure =
      state !== 'closed' ||
      (await confirm({
        title: `再退 ${formatFen(refundFen)}`,
        text: '先问微信旧单号确实关了，再用新单号退，不会退两次。',
        confirmText: '再退一次',
      }))
    if (!isSure) return
    setActing(afterSaleId)
    const after = await retrying.run({ afterSaleId })
    setActing(null)
    if (after) decided(SAID[after.outcome])
  }
  const hand = async (note: string) => {
    if (!handing || !(await byHand.run({ afterSaleId: handing.afterSaleId, note }))) return
    setHanding(null)
    decided('记下了')
  }
  return { stuck, retrying, byHand, handing, setHanding, acting, retry, hand }
}

function StuckRefunds({ steps }: { steps: ReturnType<typeof useStuckRefunds> }) {
  const { stuck, retrying, acting } = steps
  if (stuck.error && !stuck.data) {
    return (
      <Notice kind="bad" actionText="再试一次" onAction={() => void stuck.reload()}>
        卡住的退款没有取到：{stuck.error.message}
      </Notice>
    )
  }
  const rows = stuck.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <>
      <Text className="desk-label">卡住的退款</Text>
      <ActionError error={retrying.error} what="没有退" />
      <View className="desk-list">
        {rows.map((refund) => (
          <StuckRefundCard
            key={refund.afterSaleId}
            refund={refund}
            busy={acting === refund.afterSaleId}
            onRetry={() => void steps.retry(refund)}
            onByHand={() => steps.setHanding(refund)}
          />
        ))}
      </View>
    </>
  )
}

export default function AlertsPage() {
  const [tab, setTab] = useState<Tab>('open')
  const [closing, setClosing] = useState<Alert | null>(null)
  const alerts = usePages<Alert>(
    (cursor) => call('owner.listAlerts', { isOpen: tab === 'open', cursor }),
    { keys: [tab], onShow: true },
  )
  const close = useAction('owner.closeAlert')
  const { resource } = alerts
  const steps = useStuckRefunds(() => void resource.reload())
  const held = useHeld(() => void resource.reload())
  const { handing, byHand, stuck } = steps
  const hasSome = (part: { data?: { rows: readonly unknown[] } | undefined; error: unknown }) =>
    (part.data?.rows.length ?? 0) > 0 || part.error !== null
  const hasMore = tab === 'open' && (hasSome(stuck) || hasSome(held.held))
  const state = resource.state === 'empty' && hasMore ? 'ready' : resource.state

  const closeIt = async (note: string) => {
    if (!closing || !(await close.run({ alertId: closing.id, note }))) return
    setClosing(null)
    toast('收起来了')
    void resource.reload()
  }
  return (
    <DeskPage
      title="待处理"
      resource={{ ...resource, state }}
      above={<Segment items={TABS} value={tab} onChange={setTab} />}
      empty={
        tab === 'open'
          ? { title: '没有要处理的', text: '账对不上、退款卡住这类事，会出现在这里。' }
          : { title: '还没有处理过', text: '处理完的会留在这里，写着谁、怎么处理的。' }
      }
      overlay={
        <>
          <ReasonSheet
            open={closing !== null}
            title="处理完了"
            hint="写一句怎么处理的，别人也看得到"
            confirmText="收起来"
            failText="没有收起来"
            busy={close.busy}
            error={close.error}
            onConfirm={(note) => void closeIt(note)}
            onClose={() => setClosing(null)}
          />
          <ReasonSheet
            open={handing !== null}
            title={`自己转给买家 ${formatFen(handing?.refundFen)}`}
            hint="写明怎么转的、单号多少；记进账本，这笔退款就算完成"
            confirmText={`已经转了 ${formatFen(handing?.refundFen)}`}
            failText="没有记下"
            busy={byHand.busy}
            error={byHand.error}
            onConfirm={(note) => void steps.hand(note)}
            onClose={() => steps.setHanding(null)}
          />
          <HeldSheet steps={held} />
        </>
      }
    >
      {tab === 'open' && <StuckRefunds steps={steps} />}
      {tab === 'open' && <HeldCommissions steps={held} />}
      {hasMore && alerts.rows.length > 0 && <Text className="desk-label">其他</Text>}
      <View className="desk-list">
        {alerts.rows.map((alert) => (
          <AlertCard key={alert.id} alert={alert} onClose={() => setClosing(alert)} />
        ))}
      </View>
      <MoreRows pages={alerts} />
    </DeskPage>
  )
}
