/** Chips 32 high in a 44 row; the chosen one is filled or ringed and bold, never told by colour alone. */
import { ScrollView, Text, View } from '@tarojs/components'
import { classNames } from '../class-names'

interface ChipProps {
  children: string
  on?: boolean
  /** Ringed instead of filled when chosen: for styles and specs. */
  soft?: boolean
  /** Struck through and dead: sold out. */
  off?: boolean
  onTap?: () => void
}

export function Chip({ children, on = false, soft = false, off = false, onTap }: ChipProps) {
  const look = off ? 'fy-chip-off' : on ? (soft ? 'fy-chip-soft' : 'fy-chip-on') : ''
  return (
    <View
      className="fy-chip-tap"
      onClick={off ? undefined : onTap}
      aria-selected={on ? 'true' : 'false'}
      {...(off ? { 'aria-disabled': 'true' } : {})}
    >
      <View className={classNames('fy-chip', look)}>
        <Text>{children}</Text>
      </View>
    </View>
  )
}

interface ChipsProps<Key extends string> {
  items: readonly { key: Key; text: string; off?: boolean }[]
  value: Key | null
  onChange: (key: Key) => void
  soft?: boolean
  /** Wraps to more lines instead of scrolling sideways. */
  wrap?: boolean
}

/** One of several, in a row that scrolls sideways. */
export function Chips<Key extends string>({ items, value, onChange, soft, wrap }: ChipsProps<Key>) {
  const chips = items.map((item) => (
    <Chip
      key={item.key}
      on={item.key === value}
      soft={soft}
      off={item.off}
      onTap={() => onChange(item.key)}
    >
      {item.text}
    </Chip>
  ))
  if (wrap) return <View className="fy-chips fy-chips-wrap">{chips}</View>
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="fy-chips-scroll">
      <View className="fy-chips">{chips}</View>
    </ScrollView>
  )
}
