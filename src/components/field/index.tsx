/** A form field 52 high: label, input, unit, and the way to mend what is wrong with it. */
import { Input, Text, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { Icon } from '../icon'

export interface FieldProps {
  value: string
  onChange: (value: string) => void
  label?: string
  placeholder?: string
  /** `money` and `number` open the digit keyboard; `lines` is a textarea. */
  kind?: 'text' | 'number' | 'money' | 'phone' | 'lines'
  /** Right of the input: "元", "%", "件". */
  unit?: string
  /** How to mend it: "可提现只有 ¥1,286.40，请改小一些". */
  error?: string | null
  hint?: string
  maxLength?: number
  disabled?: boolean
  /** A small button or icon at the right end. */
  after?: ReactNode
  onBlur?: () => void
}

const keyboards = { text: 'text', number: 'number', money: 'digit', phone: 'number' } as const

export function Field(props: FieldProps) {
  const { value, onChange, label, placeholder, kind = 'text', error, hint, maxLength = 140 } = props
  const [isFocused, setFocused] = useState(false)
  const shared = {
    value,
    placeholder,
    placeholderClass: 'fy-field-placeholder',
    maxlength: maxLength,
    disabled: props.disabled || undefined,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false)
      props.onBlur?.()
    },
    ...aria(label ?? placeholder),
  }
  return (
    <View className="fy-field">
      {label && <Text className="fy-field-label">{label}</Text>}
      <View
        className={classNames(
          'fy-field-box',
          kind === 'lines' && 'fy-field-lines',
          isFocused && 'fy-field-focus',
          error && 'fy-field-wrong',
          props.disabled && 'fy-field-disabled',
        )}
      >
        {kind === 'money' && <Text className="fy-field-yuan">¥</Text>}
        {kind === 'lines' ? (
          <Textarea {...shared} className="fy-field-input fy-field-area" />
        ) : (
          <Input {...shared} className="fy-field-input" type={keyboards[kind]} />
        )}
        {props.unit && <Text className="fy-field-unit">{props.unit}</Text>}
        {props.after}
      </View>
      {error && (
        <View className="fy-field-error" {...aria(error, 'alert')}>
          <Icon name="warn" size={14} />
          <Text className="fy-field-error-text">{error}</Text>
        </View>
      )}
      {!error && hint && <Text className="fy-field-hint">{hint}</Text>}
    </View>
  )
}
