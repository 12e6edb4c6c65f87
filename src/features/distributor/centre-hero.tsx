/** The head of 分销中心: who, which tier, the code to pass on, what can be withdrawn, and what else was earned. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Money } from '@/components/money'
import { TierBadge } from '@/components/tier'
import { Eye } from '@/features/wallet/eye'
import { useHiddenAmounts } from '@/features/wallet/hidden-amounts'
import { useSession } from '@/state/session'
import { Icon } from '@/components/icon'
import { COMMISSIONS, goTo, WALLET, WITHDRAW, WITHDRAWALS } from './paths'

type Centre = Api['distributor.getCentre']['output']

interface CentreHeroProps {
  centre: Centre
  /** Old data are shown: what moves money waits. */
  isStale: boolean
  onInvite: () => void
}

interface PartProps {
  name: string
  fen: number
  /** Of a change: a plus before it. */
  isChange?: boolean
  onTap: () => void
}

function Part({ name, fen, isChange, onTap }: PartProps) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  return (
    <View className="dist-part" onClick={onTap} {...aria(undefined, 'button')}>
      <Text className="dist-part-name">{name}</Text>
      <Money fen={fen} size="3" sign={isChange ? 'always' : 'auto'} hidden={isHidden} />
    </View>
  )
}

/** What was asked for and is not there yet. */
function UnderWay({ fen }: { fen: number }) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  if (fen === 0) return null
  return (
    <View
      className="dist-under-way"
      onClick={() => goTo(WITHDRAWALS)}
      {...aria(undefined, 'button')}
    >
      <Text>另有</Text>
      <View className="dist-under-way-sum">
        <Money fen={fen} size="4" tone="on-hero" hidden={isHidden} />
      </View>
      <Text>提现中</Text>
      <Icon name="chev" size={16} />
    </View>
  )
}

export function CentreHero({ centre, isStale, onInvite }: CentreHeroProps) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  const avatar = useSession((state) => state.session?.member.avatar)
  const { name, tier, wallet, today } = centre
  const reason = isStale ? '联网后可提现' : wallet.availableFen === 0 && '暂无可提现'
  return (
    <View className="dist-hero">
      <View className="fy-row">
        <Avatar name={name} url={avatar} size={48} />
        <View className="fy-grow fy-ml-12 fy-row">
          <Text className="fy-t-title fy-ell">{name}</Text>
          <View className="fy-ml-8">
            <TierBadge tier={tier} />
          </View>
        </View>
        <View className="dist-code" onClick={onInvite} {...aria(undefined, 'button')}>
          <Text>邀请码</Text>
          <Icon name="chev" size={16} />
        </View>
      </View>
      <View className="fy-row fy-mt-24">
        <Text className="fy-t-small fy-on-hero-2">可提现</Text>
        <Eye />
      </View>
      <View className="fy-row fy-between fy-mt-4">
        <Money fen={wallet.availableFen} size="hero" tone="on-hero" hidden={isHidden} />
        <Button kind="gold" size="mid" disabledReason={reason} onTap={() => goTo(WITHDRAW)}>
          提现
        </Button>
      </View>
      <UnderWay fen={wallet.withdrawingFen} />
      <View className="fy-row fy-mt-16">
        <Part name="待结算" fen={wallet.pendingFen} onTap={() => goTo(COMMISSIONS)} />
        <Part name="今日" fen={today.commissionFen} isChange onTap={() => goTo(COMMISSIONS)} />
        <Part name="累计收入" fen={wallet.earnedFen} onTap={() => goTo(WALLET)} />
      </View>
    </View>
  )
}
