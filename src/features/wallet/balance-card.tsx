/** The balances of a wallet: what is free leads, the rest stands below it. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import type { MoneyState } from '@/components/money/states.data'
import { goTo, WITHDRAW } from '@/features/distributor/paths'
import { Eye } from './eye'
import { useHiddenAmounts } from './hidden-amounts'

type Wallet = Api['distributor.getWallet']['output']['wallet']

interface PartProps {
  name: string
  fen: number
  state: MoneyState
  hidden: boolean
}

function Part({ name, fen, state, hidden }: PartProps) {
  return (
    <View className="wallet-part">
      <Text className="fy-t-cap fy-ink-3">{name}</Text>
      <Money fen={fen} size="3" state={state} hidden={hidden} />
    </View>
  )
}

export function BalanceCard({ wallet, isStale }: { wallet: Wallet; isStale: boolean }) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  const { availableFen, pendingFen, withdrawingFen, paidFen } = wallet
  const reason = isStale ? '联网后可提现' : availableFen === 0 && '暂无可提现'
  return (
    <Card>
      <View className="fy-row">
        <Text className="fy-t-small fy-ink-2">可提现</Text>
        <Eye />
      </View>
      <View className="fy-row fy-between fy-mt-4">
        <Money fen={availableFen} size="hero" state="available" hidden={isHidden} />
        <Button size="mid" disabledReason={reason} onTap={() => goTo(WITHDRAW)}>
          提现
        </Button>
      </View>
      <View className="fy-row fy-mt-16">
        <Part name="待结算" fen={pendingFen} state="pending" hidden={isHidden} />
        <Part name="提现中" fen={withdrawingFen} state="withdrawing" hidden={isHidden} />
        <Part name="已到账" fen={paidFen} state="paid" hidden={isHidden} />
      </View>
    </Card>
  )
}
