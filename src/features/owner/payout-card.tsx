/** One withdrawal on the desk: who, how much, what arrives, who agreed, and the two things to do. */
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import { withdrawalStates } from '@/components/tag/states.data'
import { TierBadge } from '@/components/tier'
import { momentText } from '@/components/moment/format'
import { approvalsText, blockText } from './payout-words'
import type { Payout } from './payout-words'

interface PayoutCardProps {
  payout: Payout
  busy: boolean
  onApprove: () => void
  onReject: () => void
}

/** The desk looks at the same state from the other side: the distributor is the one who confirms. */
function PayoutTag({ status }: { status: Payout['status'] }) {
  const { word, tone } = withdrawalStates[status]
  const said = status === 'awaiting-confirmation' ? '等对方收款' : word
  return <StatusTag tone={tone}>{status === 'requested' ? '等审核' : said}</StatusTag>
}

function Sum({ payout }: { payout: Payout }) {
  const { amountFen, taxFen, feeFen, netFen } = payout
  return (
    <View className="payout-sum">
      <View className="payout-part">
        <Text className="payout-word">提现</Text>
        <Money fen={amountFen} size="4" />
      </View>
      <View className="payout-part">
        <Text className="payout-word">代扣税</Text>
        <Money fen={taxFen} size="4" sign="minus" />
      </View>
      <View className="payout-part">
        <Text className="payout-word">手续费</Text>
        <Money fen={feeFen} size="4" sign="minus" />
      </View>
      <View className="payout-part">
        <Text className="payout-word">到账</Text>
        <Money fen={netFen} size="4" className="fy-strong" />
      </View>
    </View>
  )
}

export function PayoutCard({ payout, busy, onApprove, onReject }: PayoutCardProps) {
  const { name, tier, status, requestedAt, paidAt, reason } = payout
  const agreed = approvalsText(payout)
  const block = blockText(payout)
  return (
    <Card>
      <View className="fy-row">
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
      <Sum payout={payout} />
      {agreed !== '' && <View className="payout-note">{agreed}</View>}
      {reason && <View className="payout-note">原因：{reason}</View>}
      {status === 'requested' && (
        <View className="payout-actions">
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
      )}
    </Card>
  )
}
