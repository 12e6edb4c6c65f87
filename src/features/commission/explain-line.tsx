/** The rail of one commission line: each stored step in words; every figure is the step's own. */
import { Text, View } from '@tarojs/components'
import { TIER_KEYS } from '@contract/model/shop'
import type { TierKey } from '@contract/model/shop'
import { rateOf, sumFen, timesFen } from '@contract/money'
import type { Api } from '@/api/call'
import { Icon } from '@/components/icon'
import { formatBps, formatFen } from '@/components/money/format'
import { Progress } from '@/components/progress'
import { RuleTrail } from '@/components/steps'
import type { StepLine } from '@/components/steps'
import { TierBadge } from '@/components/tier'
import { exactProduct } from './exact-product'
import { ruleReason, ruleTrail } from './rule-words'

/** Whose commission it is to whoever reads. */
export type Reader = '你' | '他'
export type ExplainedLine = Api['distributor.getCommission']['output']['lines'][number]
type Step = ExplainedLine['steps'][number]
type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>

const find = <Name extends Step['step']>(line: ExplainedLine, name: Name) =>
  line.steps.find((step): step is StepOf<Name> => step.step === name)

function explainBase(step: StepOf<'base'>): StepLine {
  const { unitPriceFen, quantity, discountFen, baseFen } = step
  const goods = {
    text: `${formatFen(unitPriceFen)} × ${quantity} 件`,
    value: formatFen(timesFen(unitPriceFen, quantity)),
  }
  const discount = { text: '订单优惠，按金额分摊', value: formatFen(discountFen, 'minus') }
  return {
    title: '计佣金额',
    result: formatFen(baseFen),
    lines: [goods, ...(discountFen > 0 ? [discount] : []), { text: '运费不计佣' }],
  }
}

function explainRule(step: StepOf<'rule'>, ruleName: string | null): StepLine {
  return {
    title: '用哪条规则',
    result: formatBps(step.rateBps),
    lines: [],
    children: (
      <>
        <RuleTrail rules={ruleTrail(step.matched, step.skipped)} />
        <View className="fy-t-cap fy-ink-3 fy-mt-4">
          <Text>{ruleReason(step.matched, ruleName, step.rateBps)}</Text>
        </View>
      </>
    ),
  }
}

const isTier = (tier: string): tier is TierKey => (TIER_KEYS as readonly string[]).includes(tier)

function explainBonus(step: StepOf<'tier-bonus'>, who: Reader): StepLine {
  return {
    title: '等级加成',
    result: `+${formatBps(step.bonusBps)}`,
    children: (
      <View className="why-bonus">
        <Text>付款时{who}是</Text>
        <View className="why-bonus-tier">
          {isTier(step.tier) ? <TierBadge tier={step.tier} /> : <Text>没有等级</Text>}
        </View>
        <Text>合计 {formatBps(step.totalBps)}</Text>
      </View>
    ),
  }
}

function explainAmount({ baseFen, rateBps, amountFen }: StepOf<'amount'>): StepLine {
  const product = exactProduct(baseFen, rateBps)
  return {
    title: '相乘，舍去不足 1 分',
    result: formatFen(amountFen),
    lines: [{ text: `${formatFen(baseFen)} × ${formatBps(rateBps)} = ${product}` }],
  }
}

function explainCap({ capBps, capFen, wantedFen, isCapped, amountFen }: StepOf<'cap'>): StepLine {
  const sum = sumFen(wantedFen, (wanted) => wanted)
  const within = (
    <View className="fy-row fy-good">
      <Icon name="check" size={16} />
      <Text className="fy-ml-4">未超</Text>
    </View>
  )
  return {
    title: '封顶检查',
    result: isCapped ? formatFen(amountFen) : within,
    lines: [
      {
        text: `两级合计 ${formatFen(sum)}`,
        value: `上限 ${formatBps(capBps)} = ${formatFen(capFen)}`,
      },
      ...(isCapped ? [{ text: '超过上限，两级按比例减少，零头给余数大的一级' }] : []),
    ],
    // A full green bar would say that all is well.
    children: !isCapped && (
      <View className="fy-mt-8">
        <Progress kind="part" now={sum} goal={capFen} />
      </View>
    ),
  }
}

interface Terms {
  rateBps: number
  capBps: number
}

function explainRefund(step: StepOf<'refund'>, at: number, { rateBps, capBps }: Terms): StepLine {
  const { baseLeftFen, wantedFen, amountFen, reversedFen } = step
  const sum = sumFen(wantedFen, (wanted) => wanted)
  const capFen = rateOf(baseLeftFen, capBps)
  const product = exactProduct(baseLeftFen, rateBps)
  const capped = {
    text: `两级合计 ${formatFen(sum)}，超过上限，按比例减少`,
    value: `上限 ${formatFen(capFen)}`,
  }
  return {
    title: `第 ${at} 次退款，按剩下的重算`,
    result: formatFen(reversedFen, 'minus'),
    lines: [
      { text: '剩下的计佣金额', value: formatFen(baseLeftFen) },
      { text: `${formatFen(baseLeftFen)} × ${formatBps(rateBps)} = ${product}` },
      ...(sum > capFen ? [capped] : []),
      ...(reversedFen === 0 ? [{ text: '重算的数不比原来少，留下的不变' }] : []),
      { text: '退款后留下', value: formatFen(amountFen) },
    ],
  }
}

/** The steps in the order in which they were computed. */
export function explainLine(line: ExplainedLine, who: Reader = '你'): StepLine[] {
  const terms = {
    rateBps: find(line, 'amount')?.rateBps ?? 0,
    capBps: find(line, 'cap')?.capBps ?? 0,
  }
  let refunds = 0
  return line.steps.map((step) => {
    switch (step.step) {
      case 'base':
        return explainBase(step)
      case 'rule':
        return explainRule(step, line.ruleName)
      case 'tier-bonus':
        return explainBonus(step, who)
      case 'amount':
        return explainAmount(step)
      case 'cap':
        return explainCap(step)
      case 'refund':
        refunds += 1
        return explainRefund(step, refunds, terms)
    }
  })
}
