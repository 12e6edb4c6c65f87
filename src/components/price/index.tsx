/** A selling price in cinnabar; the short form belongs to dense shelves only. */
import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { Money } from '../money'
import { formatShelfPrice, readFen } from '../money/format'

interface PriceProps {
  fen: number | null | undefined
  /** The former price, struck through beside it. */
  wasFen?: number | null
  size?: '1' | '2' | '3'
  /** `¥58` instead of `¥58.00`. */
  short?: boolean
  /** Other choices cost more: 起 follows the amount. */
  isFrom?: boolean
}

export function Price({ fen, wasFen, size = '2', short = false, isFrom = false }: PriceProps) {
  const hasWas = typeof wasFen === 'number' && typeof fen === 'number' && wasFen > fen
  return (
    <View className="fy-price">
      {short ? (
        <Text
          className={`fy-money fy-money-${size} fy-money-price`}
          {...aria(readFen(fen), 'text')}
        >
          {formatShelfPrice(fen)}
        </Text>
      ) : (
        <Money fen={fen} size={size} tone="price" />
      )}
      {isFrom && <Text className="fy-price-from">起</Text>}
      {hasWas && <WasPrice fen={wasFen} />}
    </View>
  )
}

/** A price that isn't asked any more, or not of this person. */
export function WasPrice({ fen }: { fen: number }) {
  return (
    <Text className="fy-price-was" {...aria(`原价 ${readFen(fen)}`, 'text')}>
      {formatShelfPrice(fen)}
    </Text>
  )
}
