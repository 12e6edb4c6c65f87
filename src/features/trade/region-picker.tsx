/** Province, city and district: WeChat's own picker, or three fields where a browser has none. */
import { Picker, Text, View } from '@tarojs/components'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import type { AddressDraft, AddressField } from './address'

interface RegionPickerProps {
  draft: AddressDraft
  onChange: (draft: AddressDraft) => void
  faults: Partial<Record<AddressField, string>>
}

const parts: readonly { name: 'province' | 'city' | 'district'; label: string; hint: string }[] = [
  { name: 'province', label: '省份', hint: '浙江省' },
  { name: 'city', label: '城市', hint: '杭州市' },
  { name: 'district', label: '区县', hint: '西湖区' },
]

function RegionFields({ draft, onChange, faults }: RegionPickerProps) {
  return (
    <View className="region-fields">
      {parts.map(({ name, label, hint }) => (
        <View key={name} className="region-field">
          <Field
            label={label}
            placeholder={hint}
            maxLength={20}
            value={draft[name]}
            error={faults[name]}
            onChange={(value) => onChange({ ...draft, [name]: value })}
          />
        </View>
      ))}
    </View>
  )
}

export function RegionPicker(props: RegionPickerProps) {
  const { draft, onChange, faults } = props
  if (process.env.TARO_ENV !== 'weapp') return <RegionFields {...props} />
  const { province, city, district } = draft
  const fault = faults.province || faults.city || faults.district ? '选一下所在地区' : null
  return (
    <View className="fy-field region">
      <Text className="fy-field-label">所在地区</Text>
      <Picker
        mode="region"
        value={[province, city, district]}
        onChange={(event) => {
          const [to = '', town = '', area = ''] = event.detail.value
          onChange({ ...draft, province: to, city: town, district: area })
        }}
      >
        <View className={fault ? 'fy-field-box fy-field-wrong' : 'fy-field-box'}>
          <Text className={province ? 'fy-grow' : 'fy-grow fy-ink-3'}>
            {[province, city, district].filter(Boolean).join(' ') || '省、市、区'}
          </Text>
          <Icon name="chev" size={16} className="fy-ink-3" />
        </View>
      </Picker>
      {fault && (
        <View className="fy-field-error">
          <Icon name="warn" size={14} />
          <Text className="fy-field-error-text">{fault}</Text>
        </View>
      )}
    </View>
  )
}
