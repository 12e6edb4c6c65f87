/** How many, small and round on an icon; nothing for none. The icon's own words say it aloud. */
import { Text } from '@tarojs/components'
import { classNames } from '../class-names'

/** @param className puts it where it belongs on the icon */
export function Count({ of, className }: { of: number; className: string }) {
  if (of === 0) return null
  return <Text className={classNames('fy-count', className)}>{of > 99 ? '99+' : of}</Text>
}
