/** One month back or forward, from the first there is a statement of to this one. */
import { Text, View } from '@tarojs/components'
import { addMonths } from '@contract/time'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { monthText } from './statement-words'

interface MonthPickerProps {
  month: string
  /** Unknown until the first answer: then only going back is offered. */
  first?: string
  last: string
  onChange: (month: string) => void
}

interface StepProps {
  name: string
  isBack?: boolean
  isOff: boolean
  onTap: () => void
}

function Step({ name, isBack = false, isOff, onTap }: StepProps) {
  return (
    <View
      className={classNames('stm-step', isOff && 'stm-step-off')}
      onClick={isOff ? undefined : onTap}
      {...aria(name, 'button')}
      {...(isOff ? { 'aria-disabled': 'true' } : {})}
    >
      <Icon name={isBack ? 'back' : 'chev'} size={20} />
    </View>
  )
}

export function MonthPicker({ month, first, last, onChange }: MonthPickerProps) {
  return (
    <View className="stm-month">
      <Step
        name="上一个月"
        isBack
        isOff={first !== undefined && month <= first}
        onTap={() => onChange(addMonths(month, -1))}
      />
      <Text className="stm-month-name">{monthText(month)}</Text>
      <Step name="下一个月" isOff={month >= last} onTap={() => onChange(addMonths(month, 1))} />
    </View>
  )
}
