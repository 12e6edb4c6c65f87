/** The tiers as a form: each with its name, its conditions, what it brings and how many people are in it. */
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { Segment } from '@/components/segment'
import { bonusText, conditionText, perksText } from '@/features/tier/tier-words'
import { NumberRow } from './number-row'
import { readAmount, readMemberOff, readPerks } from './tier-draft'
import type { ConditionDraft, Keep, OwnerTiers, TierDraft, TiersDraft } from './tier-draft'
import { bps, fen } from '@contract/money'

interface TierFormProps {
  draft: TiersDraft
  shown: OwnerTiers
  isOwner: boolean
  onChange: (draft: TiersDraft) => void
  onCondition: (tier: number, condition: number) => void
}

interface BenefitsProps {
  tier: TierDraft
  isOwner: boolean
  put: (changed: Partial<TierDraft>) => void
}

const NEEDS = [
  { key: 'all', text: '全部满足' },
  { key: 'any', text: '任一满足' },
] as const

function textOf(condition: ConditionDraft): string {
  const atLeast = fen(readAmount(condition) ?? 0)
  return conditionText({ measure: condition.measure, window: condition.window, atLeast })
}

function Conditions({ at, tier, form }: { at: number; tier: TierDraft; form: TierFormProps }) {
  const { onCondition, isOwner } = form
  if (at === 0) return <View className="fy-t-small fy-ink-2">加入就是这一级</View>
  return (
    <>
      {tier.conditions.length === 0 && (
        <View className="fy-t-small fy-ink-2">没有条件：只能由你来定</View>
      )}
      {tier.conditions.map((condition, index) => (
        <ListRow
          key={`${condition.measure}:${condition.window}:${index}`}
          title={textOf(condition)}
          dense
          {...(isOwner ? { onTap: () => onCondition(at, index) } : {})}
        />
      ))}
    </>
  )
}

/** What the tier brings besides commission: a price of its own, and what the shop promises in words. */
function Benefits({ tier, isOwner, put }: BenefitsProps) {
  if (!isOwner) {
    const memberOffBps = bps(readMemberOff(tier) ?? 0)
    const words = perksText({ memberOffBps, perks: readPerks(tier) })
    return words ? <View className="fy-t-small fy-mt-8">{words}</View> : null
  }
  return (
    <>
      <View className="desk-gap">
        <NumberRow
          label={`${tier.name}会员价减`}
          unit="%"
          note="这一级的人自己买时，每件减这么多"
          placeholder="不减"
          value={tier.memberOff}
          onChange={(memberOff) => put({ memberOff })}
        />
      </View>
      <Field
        kind="lines"
        label={`${tier.name}的其他好处`}
        placeholder="一行一条，比如：每月样茶 2 份"
        hint="写给他们看，由店里自己兑现"
        maxLength={160}
        value={tier.perks}
        onChange={(perks) => put({ perks })}
      />
    </>
  )
}

function TierCard({ at, form }: { at: number; form: TierFormProps }) {
  const { draft, shown, onChange, onCondition, isOwner } = form
  const tier = draft.tiers[at]
  const before = shown.tiers[at]
  if (!tier || !before) return null
  const put = (changed: Partial<TierDraft>) =>
    onChange({
      ...draft,
      tiers: draft.tiers.map((one, index) => (index === at ? { ...one, ...changed } : one)),
    })
  return (
    <Card>
      <Field
        label={`第 ${at + 1} 级`}
        placeholder={`第 ${at + 1} 级的名字`}
        value={tier.name}
        maxLength={6}
        disabled={!isOwner}
        hint={`现在 ${before.members} 人 · ${bonusText(before.bonusBps)}`}
        onChange={(name) => put({ name })}
      />
      {tier.conditions.length > 1 && (
        <View className="desk-gap">
          <Segment items={NEEDS} value={tier.need} onChange={(need) => isOwner && put({ need })} />
        </View>
      )}
      <Conditions at={at} tier={tier} form={form} />
      {isOwner && at > 0 && tier.conditions.length < 4 && (
        <View className="desk-actions">
          <Button
            kind="soft"
            size="small"
            label={`给${tier.name}加条件`}
            onTap={() => onCondition(at, tier.conditions.length)}
          >
            加条件
          </Button>
        </View>
      )}
      <Benefits tier={tier} isOwner={isOwner} put={put} />
    </Card>
  )
}

const CHECKS = [
  { key: 'monthly', text: '每月看一次' },
  { key: 'never', text: '升了不降' },
] as const
const GRACES = [
  { key: '0', text: '不宽限' },
  { key: '1', text: '先提醒 1 次' },
  { key: '2', text: '先提醒 2 次' },
  { key: '3', text: '先提醒 3 次' },
] as const
const DEMOTIONS = [
  { key: 'one-step', text: '降一级' },
  { key: 'figures', text: '降到够得上的' },
] as const

function KeepForm({ keep, onChange }: { keep: Keep; onChange: (keep: Keep) => void }) {
  return (
    <Card>
      <Segment
        items={CHECKS}
        value={keep.check}
        onChange={(check) => onChange({ ...keep, check })}
      />
      {keep.check === 'monthly' && (
        <>
          <View className="desk-gap">
            <Chips
              items={GRACES}
              value={String(keep.graceMonths) as '0'}
              onChange={(months) => onChange({ ...keep, graceMonths: Number(months) })}
              wrap
            />
          </View>
          <View className="desk-gap">
            <Segment
              items={DEMOTIONS}
              value={keep.demoteTo}
              onChange={(demoteTo) => onChange({ ...keep, demoteTo })}
            />
          </View>
        </>
      )}
    </Card>
  )
}

export function TierForm(props: TierFormProps) {
  const { draft, onChange, isOwner } = props
  return (
    <>
      <View className="desk-list">
        {draft.tiers.map((tier, at) => (
          <TierCard key={tier.key} at={at} form={props} />
        ))}
      </View>
      <View className="desk-label">保级</View>
      <KeepForm keep={draft.keep} onChange={(keep) => isOwner && onChange({ ...draft, keep })} />
    </>
  )
}
