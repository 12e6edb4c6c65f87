/** One wallet in four words: pending, available, withdrawing, paid; a debt is said below. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Money } from '@/components/money'
import { moneyStateWords } from '@/components/money/states.data'
import type { MoneyState } from '@/components/money/states.data'

type Wallet = Api['owner.listEarnings']['output']['totals']

const parts: readonly { state: MoneyState; fenOf: (wallet: Wallet) => number }[] = [
  { state: 'pending', fenOf: (wallet) => wallet.pendingFen },
  { state: 'available', fenOf: (wallet) => wallet.availableFen },
  { state: 'withdrawing', fenOf: (wallet) => wallet.withdrawingFen },
  { state: 'paid', fenOf: (wallet) => wallet.paidFen },
]

export function WalletParts({ wallet }: { wallet: Wallet }) {
  return (
    <>
      <View className="desk-parts">
        {parts.map(({ state, fenOf }) => (
          <View key={state} className="desk-part">
            <Text className="desk-part-word">{moneyStateWords[state]}</Text>
            <Money fen={fenOf(wallet)} size="4" state={state} />
          </View>
        ))}
      </View>
      {wallet.clawbackFen > 0 && (
        <View className="desk-note">
          待追回 <Money fen={wallet.clawbackFen} size="4" sign="minus" state="clawback" />
          ，从以后的佣金里扣
        </View>
      )}
    </>
  )
}
