/** The binding policy as a form: four rules, how many days, and an example that follows what is written. */
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceList } from '@/components/choice-list'
import { BindingCases } from '@/features/binding/binding-cases'
import { RULE_CHOICES } from '@/features/binding/binding-words'
import type { Policy } from '@/features/binding/binding-words'
import type { BindingDraft, BindingFaults } from './binding-draft'
import { NumberRow } from './number-row'

interface BindingFormProps {
  draft: BindingDraft
  faults: BindingFaults
  onChange: (draft: BindingDraft) => void
}

export function BindingForm({ draft, faults, onChange }: BindingFormProps) {
  const isForGood = draft.rule === 'permanent-after-purchase'
  return (
    <>
      <View className="desk-label">顾客归谁</View>
      <Card>
        <ChoiceList
          items={RULE_CHOICES}
          value={draft.rule}
          onChange={(rule) => onChange({ ...draft, rule })}
        />
      </Card>
      <View className="desk-label">归多久</View>
      <Card flush>
        {draft.rule === 'protected-days' && (
          <NumberRow
            label="保护期"
            note="从归属那天算，别人带不走"
            unit="天"
            kind="number"
            maxLength={3}
            fault={faults.protectDays}
            value={draft.protectDays}
            onChange={(protectDays) => onChange({ ...draft, protectDays })}
          />
        )}
        <NumberRow
          label="多久没买就过期"
          note={isForGood ? '只管没买过的；买过的不过期' : '从归属那天算，每买一次重新算'}
          unit="天"
          kind="number"
          maxLength={3}
          fault={faults.expireDays}
          value={draft.expireDays}
          onChange={(expireDays) => onChange({ ...draft, expireDays })}
        />
      </Card>
    </>
  )
}

const WHOSE = { before: '还归小梅', after: '归小兰' }

export function BindingExample({ policy }: { policy: Policy }) {
  return (
    <>
      <View className="desk-label">举个例子</View>
      <Card>
        <View className="binding-story">小梅的顾客，后来打开了小兰的分享：</View>
        <BindingCases policy={policy} words={WHOSE} />
        <View className="binding-aside">过期的顾客没打开谁的分享就下单，这一单不记给谁。</View>
      </Card>
    </>
  )
}
