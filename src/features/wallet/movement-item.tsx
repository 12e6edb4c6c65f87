/** One movement of a wallet, from one ledger entry: its name, every part it changed, its moment. */
import { Text, View } from '@tarojs/components'
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
          <Text className="wallet-move-part">{clockText(movement.at)}</Text>
          {!isHidden &&
            changesOf(movement).map((change) => (
              <Text key={change} className="wallet-move-part">
                {change}
              </Text>
            ))}
        </View>
      </View>
      <View className="wallet-move-sum">
        <Money fen={fen} sign="always" state={state} hidden={isHidden} />
      </View>
    </View>
  )
}
