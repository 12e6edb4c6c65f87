/** One movement of a wallet, from one ledger entry: its name, every part it changed, its moment. */
import { View } from '@tarojs/components'
import { Facts } from '@/components/facts'
import { Money } from '@/components/money'
import { clockText } from '@/components/moment/format'
import { useHiddenAmounts } from './hidden-amounts'
import { changesOf, lookOfMovement } from './movement-words'
import type { Movement } from './movement-words'

export function MovementItem({ movement }: { movement: Movement }) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  const { name, state, fen } = lookOfMovement(movement)
  return (
    <View className="wallet-move">
      <View className="fy-grow">
        <View>{name}</View>
        <View className="wallet-move-parts">
          <Facts of={[clockText(movement.at), ...(isHidden ? [] : changesOf(movement))]} />
        </View>
      </View>
      <View className="wallet-move-sum">
        <Money fen={fen} sign="always" state={state} hidden={isHidden} />
      </View>
    </View>
  )
}
