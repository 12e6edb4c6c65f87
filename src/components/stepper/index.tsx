/** Counts pieces between a least and a most; at either end the button is dead and says why. */
import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { Icon } from '../icon'

interface StepperProps {
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  /** What is counted, for screen readers. */
  label?: string
}

export function Stepper({ value, onChange, min = 1, max = 999, label = '数量' }: StepperProps) {
  const step = (by: number) => {
    const next = Math.min(max, Math.max(min, value + by))
    if (next !== value) onChange(next)
  }
  return (
    <View className="fy-stepper" {...aria(`${label} ${value}`, 'group')}>
      <View
        className={classNames('fy-stepper-tap', value <= min && 'fy-stepper-dead')}
        onClick={() => step(-1)}
        {...aria(value <= min ? `最少 ${min}` : `减少${label}`, 'button')}
      >
        <Icon name="minus" size={16} />
      </View>
      <Text className="fy-stepper-value">{value}</Text>
      <View
        className={classNames('fy-stepper-tap', value >= max && 'fy-stepper-dead')}
        onClick={() => step(1)}
        {...aria(value >= max ? `最多 ${max}` : `增加${label}`, 'button')}
      >
        <Icon name="plus" size={16} />
      </View>
    </View>
  )
}
