/** Grey shapes of the page to come; the page draws them in its own layout. */
import { View } from '@tarojs/components'

interface BoneProps {
  /** px or a share: 112, '60%'. */
  width?: number | string
  height?: number
  round?: boolean
  /** px above it. */
  top?: number
}

const px = (value: number | string) => (typeof value === 'number' ? `${value * 2}rpx` : value)

export function Bone({ width = '100%', height = 12, round, top = 0 }: BoneProps) {
  const unit =
    process.env.TARO_ENV === 'weapp'
      ? px
      : (value: number | string) => (typeof value === 'number' ? `${value}px` : value)
  return (
    <View
      className={round ? 'fy-bone fy-bone-round' : 'fy-bone'}
      style={{ width: unit(width), height: unit(height), marginTop: unit(top) }}
    />
  )
}

interface RowsProps {
  rows?: number
  /** What stands before the words of a row. */
  lead?: 'picture' | 'person' | 'none'
}

/** Rows of a list: the shape most lists have. */
export function SkeletonRows({ rows = 4, lead = 'picture' }: RowsProps) {
  return (
    <View className="fy-skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <View key={row} className="fy-skeleton-row">
          {lead !== 'none' && <Bone width={48} height={48} round={lead === 'person'} />}
          <View className={lead === 'none' ? 'fy-grow' : 'fy-skeleton-lines'}>
            <Bone width="60%" height={16} />
            <Bone width="90%" top={10} />
          </View>
        </View>
      ))}
    </View>
  )
}
