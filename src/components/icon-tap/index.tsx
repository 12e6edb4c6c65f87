/** An icon that is a button: 44 px to tap, and a word for whoever doesn't see it. */
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import type { IconName } from '../icon'

interface IconTapProps {
  icon: IconName
  /** What a tap does: 复制地址. */
  label: string
  /** Absent: it stands there, but there is nothing to do. */
  onTap?: (() => void) | undefined
  /** Of the icon, px; 20 unless told. */
  size?: 16 | 18 | 20 | 24
  className?: string
}

export function IconTap({ icon, label, onTap, size = 20, className }: IconTapProps) {
  return (
    <View
      className={classNames('fy-icon-tap', !onTap && 'fy-icon-tap-off', className)}
      onClick={onTap}
      {...aria(label, 'button')}
      {...(onTap ? {} : { 'aria-disabled': 'true' })}
    >
      <Icon name={icon} size={size} />
    </View>
  )
}
