/** A plan as it stands: rates, bonuses, own rates and limits, to be read. */
import { Text } from '@tarojs/components'
import { KeyValue } from '@/components/list-row'
import { formatBps } from '@/components/money/format'
import { TierBadge } from '@/components/tier'
import { TIER_KEYS } from '@contract/model/shop'
import type { Rules } from './plan-draft'
import { overrideTitle, ratesText } from './plan-words'
import type { Names } from './plan-words'

const plus = (bps: number) => `+${formatBps(bps)}`

export function PlanFacts({ rules, names }: { rules: Rules; names: Names }) {
  const { rateBps, tierBonusBps, overrides, capBps, freezeDays, selfPurchase } = rules
  const tiers = TIER_KEYS.filter((tier) => tierBonusBps[tier]?.some((bonus) => bonus > 0))
  return (
    <>
      <KeyValue name={rateBps.length > 1 ? '一级 + 二级' : '只有一级'}>
        <Text className="plan-rates">{ratesText(rateBps)}</Text>
      </KeyValue>
      {tiers.map((tier) => (
        <KeyValue key={tier} name={<TierBadge tier={tier} />}>
          <Text className="plan-rates">{tierBonusBps[tier]?.map(plus).join('，')}</Text>
        </KeyValue>
      ))}
      {overrides.map((override) => (
        <KeyValue key={`${override.scope}:${override.id}`} name={overrideTitle(override, names)}>
          <Text className="plan-rates">{ratesText(override.rateBps)}</Text>
        </KeyValue>
      ))}
      <KeyValue name="封顶">{formatBps(capBps)}</KeyValue>
      <KeyValue name="收货后冻结">{freezeDays} 天</KeyValue>
      <KeyValue name="自己买自己的">{selfPurchase === 'none' ? '不计佣' : '计佣'}</KeyValue>
    </>
  )
}
