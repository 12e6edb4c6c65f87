/** Says in sentences what is different between the order a person saw and the one that can be placed now. Pure. */
import { formatFen } from '@/components/money/format'
import type { Api } from '@/api/call'

export type Preview = Api['mall.previewOrder']['output']

export function whatChanged(before: Preview, now: Preview): string[] {
  const prices = now.lines.flatMap((line) => {
    const former = before.lines.find(({ skuId }) => skuId === line.skuId)
    if (!former || former.unitPriceFen === line.unitPriceFen) return []
    const change = `${formatFen(former.unitPriceFen)} 变成 ${formatFen(line.unitPriceFen)}`
    return [`「${line.title}」从 ${change}`]
  })
  const sums = [
    ['运费', before.shippingFen, now.shippingFen],
    ['优惠', before.discountFen, now.discountFen],
    ['应付', before.payableFen, now.payableFen],
  ] as const
  return [
    ...prices,
    ...sums
      .filter(([, was, is]) => was !== is)
      .map(([word, was, is]) => `${word}从 ${formatFen(was)} 变成 ${formatFen(is)}`),
  ]
}
