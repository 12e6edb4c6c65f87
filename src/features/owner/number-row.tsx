/** A number on one row: what it is left, a box with digits and their unit right. */
import { Input, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'

interface NumberBoxProps {
  label: string
  value: string
  onChange: (text: string) => void
  /** 元, %, 天 */
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
    <View className={classNames('number-box', isWrong && 'number-box-wrong')}>
      <Input
        className="number-input"
        type={kind}
        value={value}
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass="fy-field-placeholder"
        onInput={(event) => onChange(event.detail.value)}
        {...aria(label)}
      />
      <Text className="number-unit">{unit}</Text>
    </View>
  )
}

interface NumberRowProps extends Omit<NumberBoxProps, 'isWrong'> {
  note?: ReactNode
  fault?: string
}

export function NumberRow({ note, fault, ...box }: NumberRowProps) {
  return (
    <View className="number-row">
      <View className="fy-grow">
        <Text className="number-name">{box.label}</Text>
        {fault ? (
          <Text className="number-note fy-bad">{fault}</Text>
        ) : (
          note && <Text className="number-note">{note}</Text>
        )}
      </View>
      <NumberBox {...box} isWrong={Boolean(fault)} />
    </View>
  )
}
