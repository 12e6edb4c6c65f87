/** A round check mark in a 44 px tap, said aloud as a checkbox. */
import { View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'

interface CheckMarkProps {
  on: boolean
  label: string
  /** Dead: the line cannot be chosen. */
  off?: boolean
  onTap?: () => void
}

export function CheckMark({ on, label, off = false, onTap }: CheckMarkProps) {
  return (
    <View
      className="check-tap"
      onClick={off ? undefined : onTap}
      {...aria(label, 'checkbox')}
      aria-checked={on ? 'true' : 'false'}
      {...(off ? { 'aria-disabled': 'true' } : {})}
    >
      <View className={classNames('check', on && 'check-on', off && 'check-off')}>
        {on && <Icon name="check" size={14} />}
      </View>
    </View>
  )
}
