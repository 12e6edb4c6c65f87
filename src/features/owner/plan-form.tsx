/** The draft of a plan as a form: rates, tier bonuses, own rates of goods, cap and freeze days. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { formatBps } from '@/components/money/format'
import { Segment } from '@/components/segment'
import { TierBadge, useTierName } from '@/components/tier'
import { TIER_KEYS } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import { NumberBox, NumberRow } from './number-row'
import type { PlanDraft, Rules } from './plan-draft'
import { overrideFacts, overrideTitle, ratesText } from './plan-words'
import type { Names } from './plan-words'

export interface PlanFormProps {
  draft: PlanDraft
  onChange: (draft: PlanDraft) => void
  faults: Readonly<Record<string, string>>
  names: Names
  /** What is in force, to be compared with. */
  before: Rules | null
  /** A row of the own rates was tapped; its length = a new one. */
  onOverride: (at: number) => void
}

const was = (bps: number | undefined) => (bps === undefined ? '' : ` · 现在 ${formatBps(bps)}`)

function Rates({ draft, onChange, faults, before }: PlanFormProps) {
  const { rates } = draft
  return (
    <Card flush>
      <NumberRow
        label="一级"
        unit="%"
        note={`分享人${was(before?.rateBps[0])}`}
        value={rates.one}
        fault={faults['rate.one']}
        onChange={(one) => onChange({ ...draft, rates: { ...rates, one } })}
      />
      <NumberRow
        label="二级"
        unit="%"
        placeholder="不设"
        note={`分享人的邀请人${was(before?.rateBps[1])}`}
        value={rates.two}
        fault={faults['rate.two']}
        onChange={(two) => onChange({ ...draft, rates: { ...rates, two } })}
      />
      <View className="plan-lock">
        <Icon name="lock" size={16} />
        <Text className="plan-lock-text">没有三级：合规要求最多两级</Text>
      </View>
    </Card>
  )
}

function BonusRow({ tier, draft, onChange, faults }: PlanFormProps & { tier: TierKey }) {
  const nameOf = useTierName()
  const bonus = draft.bonuses[tier]
  const put = (changed: Partial<typeof bonus>) =>
    onChange({ ...draft, bonuses: { ...draft.bonuses, [tier]: { ...bonus, ...changed } } })
  const box = (level: 'one' | 'two', word: string) => (
    <NumberBox
      label={`${nameOf(tier)} ${word}加成`}
      unit="%"
      value={bonus[level]}
      isWrong={`bonus.${tier}.${level}` in faults}
      onChange={(text) => put({ [level]: text })}
    />
  )
  return (
    <View className="plan-bonus">
      <View className="plan-tier">
        <TierBadge tier={tier} />
      </View>
      {box('one', '一级')}
      {box('two', '二级')}
    </View>
  )
}

function Bonuses(props: PlanFormProps) {
  const isWrong = Object.keys(props.faults).some((at) => at.startsWith('bonus.'))
  return (
    <>
      <Text className="desk-label">等级加成</Text>
      <Card flush>
        <View className="plan-bonus plan-bonus-head">
          <Text className="plan-tier">等级</Text>
          <Text className="plan-col">一级</Text>
          <Text className="plan-col">二级</Text>
        </View>
        {TIER_KEYS.map((tier) => (
          <BonusRow key={tier} tier={tier} {...props} />
        ))}
        {isWrong && <Text className="number-note fy-bad">写 0 到 100 的数，最多两位小数</Text>}
      </Card>
    </>
  )
}

function Overrides({ draft, names, onOverride }: PlanFormProps) {
  const { overrides } = draft
  return (
    <>
      <View className="fy-section">
        <Text>单独定的比例</Text>
        {overrides.length > 0 && <Text className="desk-label-note">{overrides.length} 条</Text>}
        <View className="fy-section-more" onClick={() => onOverride(overrides.length)}>
          <Text className="fy-brand fy-strong">添加</Text>
          <Icon name="chev" size={16} />
        </View>
      </View>
      <Card flush>
        {overrides.length === 0 && (
          <ListRow title="没有" note="都按上面的比例；某件商品想多给，就单独定" />
        )}
        {overrides.map((override, at) => (
          <ListRow
            key={`${override.scope}:${override.id}`}
            title={overrideTitle(override, names)}
            note={<Facts of={overrideFacts(override)} />}
            value={<Text className="plan-rates">{ratesText(override.rateBps)}</Text>}
            onTap={() => onOverride(at)}
          />
        ))}
      </Card>
    </>
  )
}

const selfItems: readonly { key: Rules['selfPurchase']; text: string }[] = [
  { key: 'none', text: '不计佣' },
  { key: 'self', text: '计佣' },
]

function Limits({ draft, onChange, faults }: PlanFormProps) {
  return (
    <>
      <Text className="desk-label">限制</Text>
      <Card flush>
        <NumberRow
          label="每行订单封顶"
          unit="%"
          note="合规上限 30%"
          value={draft.cap}
          fault={faults['cap']}
          onChange={(cap) => onChange({ ...draft, cap })}
        />
        <NumberRow
          label="收货后冻结"
          note="过了这些天才能提现"
          unit="天"
          kind="number"
          value={draft.freezeDays}
          fault={faults['freezeDays']}
          onChange={(freezeDays) => onChange({ ...draft, freezeDays })}
        />
        <View className="number-row">
          <Text className="fy-grow number-name">自己买自己的</Text>
          <View className="plan-self">
            <Segment
              items={selfItems}
              value={draft.selfPurchase}
              onChange={(selfPurchase) => onChange({ ...draft, selfPurchase })}
            />
          </View>
        </View>
      </Card>
    </>
  )
}

export function PlanForm(props: PlanFormProps) {
  const { draft, onChange, faults } = props
  return (
    <>
      <Card>
        <Field
          label="这一版叫"
          maxLength={40}
          value={draft.version}
          onChange={(version) => onChange({ ...draft, version })}
          error={faults['version']}
          hint="发布后新订单按这版算，已下的单不变"
        />
      </Card>
      <Rates {...props} />
      <Bonuses {...props} />
      <Overrides {...props} />
      <Limits {...props} />
    </>
  )
}
