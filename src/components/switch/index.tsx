/** An on–off choice that takes effect at once. */
import { View } from '@tarojs/components'
import { aria } from '../aria'
import { classNames } from '../class-names'

interface SwitchProps {
  on: boolean
  onChange: (on: boolean) => void
  label: string
  disabled?: boolean
}

export function Switch({ on, onChange, label, disabled = false }: SwitchProps) {
  return (
    <View
      className="fy-switch-tap"
      onClick={disabled ? undefined : () => onChange(!on)}
      {...aria(label, 'switch')}
      aria-checked={on ? 'true' : 'false'}
    >
      <View className={classNames('fy-switch', on && 'fy-switch-on', disabled && 'fy-switch-off')}>
        <View className="fy-switch-knob" />
      </View>
    </View>
  )
}
