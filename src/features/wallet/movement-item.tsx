/** One movement of a wallet, from one ledger entry: its name, every part it changed, its moment. */
import { Text, View } from '@tarojs/components'
import { Money } from '@/components/money'
import { clockText } from './dates'
import { useHiddenAmounts } from './hidden-amounts'
import { lookOfMovement, partsText } from './movement-words'
import type { Movement } from './movement-words'

export function MovementItem({ movement }: { movement: Movement }) {
  const isHidden = useHiddenAmounts((state) => state.isHidden)
  const { name, state, fen } = lookOfMovement(movement)
  return (
    <View className="wallet-move">
      <View className="fy-grow">
        <View>{name}</View>
        <View className="fy-t-cap fy-ink-3 fy-mt-4">
          <Text>
            {clockText(movement.at)}
            {!isHidden && ` · ${partsText(movement)}`}
          </Text>
        </View>
      </View>
      <View className="wallet-move-sum">
        <Money fen={fen} sign="always" state={state} hidden={isHidden} />
      </View>
    </View>
  )
}
