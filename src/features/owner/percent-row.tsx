/** A percentage on one row: what it is left, digits with at most two decimals right. */
import { Input, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'

interface NumberBoxProps {
  label: string
  value: string
  onChange: (text: string) => void
  unit: string
  isWrong?: boolean
  kind?: 'digit' | 'number'
  /** Stands in the empty box: what leaving it empty means. */
  placeholder?: string
  /** Characters; six unless told. */
  maxLength?: number
}

export function NumberBox(props: NumberBoxProps) {
  const { label, value, onChange, unit, isWrong, kind = 'digit' } = props
  const { placeholder, maxLength = 6 } = props
  return (
    <View className={classNames('plan-box', isWrong && 'plan-box-wrong')}>
      <Input
        className="plan-input"
        type={kind}
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="fy-field-placeholder"
        onInput={(event) => onChange(event.detail.value)}
        {...aria(label)}
      />
      <Text className="plan-unit">{unit}</Text>
    </View>
  )
}

interface PercentRowProps extends Omit<NumberBoxProps, 'unit' | 'isWrong'> {
  note?: ReactNode
  fault?: string
  unit?: string
}

export function PercentRow({ note, fault, unit = '%', ...box }: PercentRowProps) {
  return (
    <View className="plan-row">
      <View className="fy-grow">
        <Text className="plan-name">{box.label}</Text>
        {fault ? (
          <Text className="plan-note fy-bad">{fault}</Text>
        ) : (
          note && <Text className="plan-note">{note}</Text>
        )}
      </View>
      <NumberBox {...box} unit={unit} isWrong={Boolean(fault)} />
    </View>
  )
}
