/** One row of a list: icon, title and a line below, a value right; tappable rows show a chevron. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import type { IconName } from '../icon'

interface ListRowProps {
  title: ReactNode
  /** A second, quieter line. */
  note?: ReactNode
  icon?: IconName
  iconTone?: 'brand' | 'warn' | 'bad' | 'quiet'
  /** Instead of an icon: an avatar, a picture. */
  lead?: ReactNode
  /** Right side: text, Money, a tag or a small Button. */
  value?: ReactNode
  /** 44 high key–value row. */
  dense?: boolean
  onTap?: () => void
  /** False where `value` is a button: never a chevron and a button. */
  chevron?: boolean
}

export function ListRow(props: ListRowProps) {
  const { title, note, icon, iconTone = 'brand', lead, value, dense, onTap } = props
  const hasChevron = props.chevron ?? Boolean(onTap)
  return (
    <View
      className={classNames('fy-row-item', dense && 'fy-row-dense')}
      hoverClass={onTap ? 'fy-row-pressed' : 'none'}
      onClick={onTap}
      {...(onTap ? aria(undefined, 'button') : {})}
    >
      {lead && <View className="fy-row-lead">{lead}</View>}
      {!lead && icon && (
        <View className={`fy-row-lead fy-row-icon-${iconTone}`}>
          <Icon name={icon} />
        </View>
      )}
      <View className="fy-row-main">
        <View className="fy-row-title">{title}</View>
        {note && <View className="fy-row-note">{note}</View>}
      </View>
      {value !== undefined && <View className="fy-row-value">{value}</View>}
      {hasChevron && <Icon name="chev" size={16} className="fy-row-chev" />}
    </View>
  )
}

/** A key and its value on one 44 high line. */
export function KeyValue({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <View className="fy-kv">
      <Text className="fy-kv-name">{name}</Text>
      <View className="fy-kv-value">{children}</View>
    </View>
  )
}
