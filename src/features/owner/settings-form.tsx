/** The shop's name and motto, and how much may be withdrawn: each limit with what it means. */
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { openPage } from '@/features/mall/open-page'
import { MAX_MOTTO_LENGTH, MAX_SHOP_NAME_LENGTH } from '@contract/model/shop'
import { NumberRow } from './number-row'
import { deskPaths } from './paths'
import type { Faults, SettingsDraft } from './settings-draft'

interface SettingsFormProps {
  draft: SettingsDraft
  faults: Faults
  onChange: (draft: SettingsDraft) => void
}

const ROWS: readonly {
  key: keyof SettingsDraft['limits']
  label: string
  note: string
  unit?: string
}[] = [
  { key: 'minFen', label: '一次最少', note: '微信最少转 ¥0.10' },
  { key: 'maxFen', label: '一次最多', note: '一笔申请的上限' },
  { key: 'dailyFen', label: '一天最多', note: '一个人一天加起来；微信上限 ¥20,000' },
  { key: 'dailyCount', label: '一天几次', note: '驳回和退回的不算', unit: '次' },
  { key: 'fourEyesFen', label: '超过就要两个人同意', note: '奖励一天超过这个数，也要另一个人同意' },
  { key: 'feeFen', label: '手续费', note: '每笔从提现里扣；0 是不收' },
]

export function SettingsForm({ draft, faults, onChange }: SettingsFormProps) {
  const { limits } = draft
  return (
    <>
      <Card>
        <Field
          label="店名"
          value={draft.name}
          maxLength={MAX_SHOP_NAME_LENGTH}
          error={faults.name}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <Field
          label="店铺寄语"
          placeholder="比如：春茶慢慢来，先喝一口"
          hint={`首页最上面的一句话，最多 ${MAX_MOTTO_LENGTH} 个字；可以空着`}
          value={draft.motto}
          maxLength={MAX_MOTTO_LENGTH}
          onChange={(motto) => onChange({ ...draft, motto })}
        />
      </Card>
      <View className="desk-group">
        <Card flush>
          <ListRow
            icon="link"
            title="顾客归属规则"
            note="谁带来的顾客归谁，归多久"
            onTap={() => openPage(deskPaths.binding())}
          />
        </Card>
      </View>
      <View className="desk-label">提现</View>
      <Card flush>
        {ROWS.map(({ key, label, note, unit = '元' }) => (
          <NumberRow
            key={key}
            label={label}
            note={note}
            unit={unit}
            maxLength={8}
            kind={key === 'dailyCount' ? 'number' : 'digit'}
            fault={faults[key]}
            value={limits[key]}
            onChange={(text) => onChange({ ...draft, limits: { ...limits, [key]: text } })}
          />
        ))}
      </Card>
      <View className="desk-foot">已经申请的提现按申请那天的规矩走，不会跟着变。</View>
    </>
  )
}
