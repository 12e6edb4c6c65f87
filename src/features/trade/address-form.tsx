/** The form of an address; what cannot be sent says how to mend it. */
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { Switch } from '@/components/switch'
import type { AddressDraft, AddressField } from './address'
import { RegionPicker } from './region-picker'

interface AddressFormProps {
  draft: AddressDraft
  onChange: (draft: AddressDraft) => void
  faults: Partial<Record<AddressField, string>>
}

export function AddressForm({ draft, onChange, faults }: AddressFormProps) {
  const field = (name: AddressField) => ({
    value: draft[name],
    onChange: (value: string) => onChange({ ...draft, [name]: value }),
    error: faults[name],
  })
  return (
    <View>
      <Card>
        <Field label="收货人" placeholder="名字" maxLength={20} {...field('name')} />
        <Field
          label="手机号"
          placeholder="11 位手机号"
          kind="phone"
          maxLength={11}
          {...field('phone')}
        />
        <RegionPicker draft={draft} onChange={onChange} faults={faults} />
        <Field
          label="详细地址"
          placeholder="街道、小区、门牌号"
          kind="lines"
          maxLength={80}
          {...field('detail')}
        />
      </Card>
      <Card flush>
        <ListRow
          title="设为默认地址"
          value={
            <Switch
              on={draft.isDefault}
              onChange={(isDefault) => onChange({ ...draft, isDefault })}
              label="设为默认地址"
            />
          }
        />
      </Card>
    </View>
  )
}
