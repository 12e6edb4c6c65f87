/** The five places where a rate can stand, in the order they are asked, and why the first match counts. */
import type { RuleScope } from '@contract/model/distribution'
import { formatBps } from '@/components/money/format'

const SCOPES: readonly { scope: RuleScope; name: string }[] = [
  { scope: 'campaign', name: '活动' },
  { scope: 'sku', name: '规格' },
  { scope: 'product', name: '商品' },
  { scope: 'category', name: '分类' },
  { scope: 'plan', name: '方案' },
]

export function ruleTrail(matched: RuleScope, skipped: readonly RuleScope[]) {
  return SCOPES.map(({ scope, name }) => ({
    name,
    state:
      scope === matched
        ? ('matched' as const)
        : skipped.includes(scope)
          ? ('skipped' as const)
          : ('later' as const),
  }))
}

/** `从左到右，先匹配的算数：商品“武夷肉桂礼盒”单独定了 12%`. */
export function ruleReason(matched: RuleScope, ruleName: string | null, rateBps: number): string {
  if (matched === 'plan') return `前面都没有单独定，用方案的 ${formatBps(rateBps)}`
  const name = SCOPES.find(({ scope }) => scope === matched)?.name ?? ''
  const named = ruleName === null ? `这个${name}` : `${name}“${ruleName}”`
  return `从左到右，先匹配的算数：${named}单独定了 ${formatBps(rateBps)}`
}
