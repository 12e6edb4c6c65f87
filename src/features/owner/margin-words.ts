/** What the margin preview says of a product and of the whole. Pure. */
import type { Api } from '@/api/call'
import { formatBps, formatFen, MINUS } from '@/components/money/format'

export type Margins = Api['owner.previewMargins']['output']
export type Margin = Margins['margins'][number]

/** `售价 ¥298.00 − 成本 ¥143.04 − 佣金 ¥62.58` */
export function sumText({ priceFen, costFen, commissionFen }: Margin): string {
  const parts = [`售价 ${formatFen(priceFen)}`, `成本 ${formatFen(costFen)}`]
  return [...parts, `佣金 ${formatFen(commissionFen)}`].join(` ${MINUS} `)
}

/** `低于底线 12%`, `卖一件亏一件`, `封顶压过`; empty when there is nothing to say. */
export function markText({ leftFen, isBreach, isCapped }: Margin, floorBps: number): string {
  if (leftFen < 0) return '卖一件亏一件'
  if (isBreach) return `低于底线 ${formatBps(floorBps)}`
  return isCapped ? '封顶压过' : ''
}

export const nameText = ({ title, specText }: Margin) =>
  specText === '' ? title : `${title} ${specText}`

/** `10 件里 2 件低于底线`, or that all hold. */
export function verdictText({ margins, floorBps }: Margins): string {
  const count = margins.filter(({ isBreach }) => isBreach).length
  const floor = `底线 ${formatBps(floorBps)}`
  return count === 0
    ? `${margins.length} 件都不低于${floor}`
    : `${margins.length} 件里 ${count} 件低于${floor}`
}
