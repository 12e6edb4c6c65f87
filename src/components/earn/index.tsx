/** What sharing earns, on the price the friend pays; distributors see it, shoppers never do. */
import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon'
import { formatFen, readFen } from '../money/format'

interface EarnProps {
  /** Whole fen; nothing is drawn for null, undefined or 0. */
  fen: number | null | undefined
  /** The share icon in front, on tiles that can be shared. */
  icon?: boolean
}

export function Earn({ fen, icon = false }: EarnProps) {
  if (!fen) return null
  return (
    <View className="fy-earn" {...aria(`分享赚 ${readFen(fen)}`, 'text')}>
      {icon && <Icon name="share" size={13} className="fy-earn-icon" />}
      <Text>赚 {formatFen(fen)}</Text>
    </View>
  )
}
