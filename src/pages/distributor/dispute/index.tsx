/** 一件顾客归属争议: whose turn it is, what both said and the shop decided; the one's answer, the other's way back. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { confirm } from '@/components/dialog'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { toast } from '@/components/toast'
import { AnswerForm } from '@/features/dispute/answer-form'
import { DisputeRecord } from '@/features/dispute/dispute-record'
import { isAsked, ownHead, ownNote, shownName } from '@/features/dispute/dispute-words'
import type { OwnDispute } from '@/features/dispute/dispute-words'
import { DISPUTES, goTo } from '@/features/distributor/paths'
import { ActionError } from '@/features/owner/action-error'
import { StatusHead } from '@/features/trade/status-head'
import { useResource } from '@/state/use-resource'
import './index.scss'

interface WithdrawProps {
  dispute: OwnDispute
  onDone: () => Promise<void>
}

function Withdraw({ dispute, onDone }: WithdrawProps) {
  const withdrawing = useAction('distributor.withdrawDispute')
  const withdraw = async () => {
    const isSure = await confirm({
      title: '撤回这次异议？',
      text: `${shownName(dispute.customerName)} 的归属不变，同一次归属不能再提。`,
      confirmText: '确认撤回',
      danger: true,
    })
    if (!isSure) return
    if (await withdrawing.run({ disputeId: dispute.id })) toast('撤回了')
    await onDone()
  }
  return (
    <View className="dispute-withdraw">
      <ActionError error={withdrawing.error} what="没有撤回" />
      <Button kind="plain" size="mid" busy={withdrawing.busy} onTap={() => void withdraw()}>
        撤回异议
      </Button>
    </View>
  )
}

function Shown({ dispute, onChanged }: { dispute: OwnDispute; onChanged: () => Promise<void> }) {
  const { side, status, customerName } = dispute
  const isOpen = status === 'raised' || status === 'answered'
  return (
    <>
      <StatusHead head={ownHead(dispute)} />
      <Card flush>
        <ListRow
          lead={<Avatar name={customerName} />}
          title={shownName(customerName)}
          note={ownNote(dispute)}
        />
      </Card>
      <View className="dispute-part">
        <DisputeRecord dispute={dispute} />
      </View>
      {isAsked(dispute) && <AnswerForm dispute={dispute} onAnswered={onChanged} />}
      {side === 'claimant' && isOpen && <Withdraw dispute={dispute} onDone={onChanged} />}
      {isOpen && <View className="dispute-foot">期间一切照常：归属先不变，已下的订单也不变。</View>}
    </>
  )
}

export default function OwnDisputePage() {
  const disputeId = useRouter().params['id'] ?? ''
  const found = useResource(() => call('distributor.getDispute', { disputeId }), {
    keys: [disputeId],
  })
  const isUnknown = found.error?.code === 'DISPUTE_UNKNOWN' && found.data === undefined
  return (
    <Page
      title="顾客归属"
      resource={isUnknown ? { ...found, state: 'empty' } : found}
      errorTitle="这件争议没有打开"
      empty={{
        title: '没有找到这件争议',
        text: '只有提出的人和当时有这位顾客的人能看。',
        actionText: '看我的争议',
        onAction: () => goTo(DISPUTES),
      }}
    >
      {found.data && <Shown dispute={found.data} onChanged={found.reload} />}
    </Page>
  )
}
