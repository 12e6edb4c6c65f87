/** One withdrawal on the desk: who, how much, what arrives, what to look at twice, who agreed, and what to do. */
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { StatusTag } from '@/components/tag'
import { withdrawalStates } from '@/components/tag/states.data'
import { TierBadge } from '@/components/tier'
import { momentText } from '@/components/moment/format'
import { CheckMark } from '@/features/trade/check-mark'
import { PayoutFlags } from './payout-flags'
import { PayoutSum } from './payout-sum'
import { approvalsText, blockText, canRetry, waitText } from './payout-words'
import type { Payout } from './payout-words'

interface PayoutCardProps {
  payout: Payout
  busy: boolean
  onApprove: () => void
  onReject: () => void
  onRetry: () => void
  onExplain: () => void
  /** Choosing several: whether this one is chosen; undefined when it is not about choosing. */
  chosen?: boolean
  onChoose?: () => void
}

/** The desk looks at the same state from the other side: the distributor is the one who confirms. */
function PayoutTag({ status }: { status: Payout['status'] }) {
  const { word, tone } = withdrawalStates[status]
  const said = status === 'awaiting-confirmation' ? '等对方收款' : word
  return <StatusTag tone={tone}>{status === 'requested' ? '等审核' : said}</StatusTag>
}

function Actions({ payout, busy, onApprove, onReject, onRetry }: PayoutCardProps) {
  const { name, status } = payout
  const block = blockText(payout)
  if (canRetry(payout)) {
    return (
      <View className="desk-verdict fy-mt-12">
        <Button
          kind="line"
          size="mid"
          busy={busy}
          onTap={onRetry}
          label={`再试一次 ${name} 的打款`}
        >
          {status === 'approved' ? '再试一次打款' : '问问微信结果'}
        </Button>
      </View>
    )
  }
  if (status !== 'requested') return null
  return (
    <View className="desk-verdict fy-mt-12">
      <Button kind="plain" size="mid" onTap={onReject} label={`驳回 ${name} 的提现`}>
        驳回
      </Button>
      <Button
        size="mid"
        busy={busy}
        disabledReason={block}
        onTap={onApprove}
        label={block === null ? `同意 ${name} 的提现` : undefined}
      >
        同意
      </Button>
    </View>
  )
}

export function PayoutCard(props: PayoutCardProps) {
  const { payout, chosen, onChoose, onExplain } = props
  const { name, tier, status, requestedAt, paidAt, reason } = payout
  const agreed = approvalsText(payout)
  const wait = waitText(payout)
  const block = blockText(payout)
  return (
    <Card>
      <View className="fy-row">
        {chosen !== undefined && (
          <View className="payout-check">
            <CheckMark
              on={chosen}
              off={block !== null}
              label={`选上 ${name} 的提现`}
              onTap={onChoose}
            />
          </View>
        )}
        <Avatar name={name} size={40} />
        <View className="payout-who">
          <View className="fy-row">
            <Text className="payout-name fy-ell">{name}</Text>
            <TierBadge tier={tier} />
          </View>
          <Text className="fy-t-cap fy-ink-3">
            {paidAt === null ? `${momentText(requestedAt)} 申请` : `${momentText(paidAt)} 到账`}
          </Text>
        </View>
        <PayoutTag status={status} />
      </View>
      <PayoutSum payout={payout} onExplain={onExplain} />
      {status === 'requested' && <PayoutFlags flags={payout.flags} />}
      {agreed !== '' && <View className="desk-note">{agreed}</View>}
      {wait !== null && (
        <View className="fy-mt-8">
          <Notice kind="warn" icon="team">
            {wait}
          </Notice>
        </View>
      )}
      {reason && <View className="desk-note">原因：{reason}</View>}
      {chosen !== undefined && block !== null && <View className="desk-note">{block}</View>}
      {chosen === undefined && <Actions {...props} />}
    </Card>
  )
}
