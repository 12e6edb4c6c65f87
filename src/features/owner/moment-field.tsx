/** A day and an hour by WeChat's own pickers; the value is `2026-12-20 00:00`, Shanghai time. */
import { Picker, Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { onText } from '@/components/moment/format'

interface MomentProps {
  label: string
  value: string
  onChange: (value: string) => void
}

export function MomentField({ label, value, onChange }: MomentProps) {
  const [day = '', time = ''] = value.split(' ')
  return (
    <View className="fy-field">
      <Text className="fy-field-label">{label}</Text>
      <View className="moment-field">
        <Picker
          mode="date"
          className="fy-grow"
          value={day}
          onChange={(event) => onChange(`${event.detail.value} ${time}`)}
        >
          <View className="fy-field-box" {...aria(`${label}日期，${onText(day)}`, 'button')}>
            {onText(day)}
          </View>
        </Picker>
        <Picker
          mode="time"
          className="moment-field-time"
          value={time}
          onChange={(event) => onChange(`${day} ${event.detail.value}`)}
        >
          <View className="fy-field-box" {...aria(`${label}时刻，${time}`, 'button')}>
            {time}
          </View>
        </Picker>
      </View>
    </View>
  )
}
