/** A date chosen on a wheel, labelled like a field. */
import { Picker, Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { onText } from '@/components/moment/format'

interface DayFieldProps {
  label: string
  value: string
  start?: string
  onChange: (on: string) => void
}

export function DayField({ label, value, start, onChange }: DayFieldProps) {
  return (
    <View className="fy-field">
      <Text className="fy-field-label">{label}</Text>
      <Picker
        mode="date"
        value={value}
        {...(start === undefined ? {} : { start })}
        onChange={(event) => onChange(event.detail.value)}
        {...aria(label)}
      >
        <View className="fy-field-box">{onText(value)}</View>
      </Picker>
    </View>
  )
}
