/** A line icon in the colour of the text around it (a mask, so that dark mode needs no second picture). */
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classNames } from '../class-names'
import type { iconShapes } from './shapes.data'

export type IconName = keyof typeof iconShapes

interface IconProps {
  name: IconName
  /** px on a 375 wide screen; 24 unless told. */
  size?: 13 | 14 | 16 | 18 | 20 | 24 | 28 | 32
  /** Only for an icon that stands alone; beside words it stays silent. */
  label?: string
  className?: string
}

export function Icon({ name, size = 24, label, className }: IconProps) {
  return (
    <View
      className={classNames('fy-i', `fy-i-${name}`, `fy-i-s${size}`, className)}
      {...(label === undefined ? { 'aria-hidden': 'true' } : aria(label, 'img'))}
    />
  )
}
