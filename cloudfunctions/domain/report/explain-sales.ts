// 销售额 = 流量 × 转化率 × 客单价: which of the three moved the sales, in parts that add up to the fen.
import { fen, subtractFen, type Fen } from '@contract/money'

export interface SalesFigures {
  readonly visitors: number
  /** Different people who bought: never more than visited. */
  readonly buyers: number
  readonly salesFen: Fen
}

/** Parts of (now − before) in fen; their sum is exactly that difference. */
export interface SalesMove {
  readonly trafficFen: Fen
  readonly conversionFen: Fen
  readonly basketFen: Fen
}

/** Traffic × conversion × basket, as exact fractions over denominators common to both periods. */
interface Factors {
  readonly visitors: bigint
  readonly conversion: bigint
  readonly basket: bigint
}

/**
 * The Shapley split: each factor's effect averaged over all orders in which the three could have changed, so that none
 * is favoured. What a period can't say (conversion without visitors, basket without buyers) is taken as unchanged.
 */
export function explainSales(before: SalesFigures, now: SalesFigures): SalesMove {
  const totalFen = subtractFen(now.salesFen, before.salesFen)
  const [v0, v1] = [visitorsOf(before), visitorsOf(now)]
  const [b0, b1] = [before.buyers, now.buyers].map(BigInt) as [bigint, bigint]
  const visitorsScale = (v0 || 1n) * (v1 || 1n)
  const buyersScale = (b0 || 1n) * (b1 || 1n)
  const conversion0 = (b0 * visitorsScale) / (v0 || 1n)
  const conversion1 = (b1 * visitorsScale) / (v1 || 1n)
  const basket0 = (BigInt(before.salesFen) * buyersScale) / (b0 || 1n)
  const basket1 = (BigInt(now.salesFen) * buyersScale) / (b1 || 1n)
  const a: Factors = {
    visitors: v0,
    conversion: v0 === 0n ? conversion1 : conversion0,
    basket: b0 === 0n ? basket1 : basket0,
  }
  const b: Factors = {
    visitors: v1,
    conversion: v1 === 0n ? conversion0 : conversion1,
    basket: b1 === 0n ? basket0 : basket1,
  }
  const scale = 6n * visitorsScale * buyersScale
  const trafficFen = roundedFen(
    (b.visitors - a.visitors) * weigh(a.conversion, b.conversion, a.basket, b.basket),
    scale,
  )
  const conversionFen = roundedFen(
    (b.conversion - a.conversion) * weigh(a.visitors, b.visitors, a.basket, b.basket),
    scale,
  )
  const basketFen = subtractFen(totalFen, trafficFen + conversionFen)
  return { trafficFen, conversionFen, basketFen }
}

/** Six times the mean of the other two factors' products over all orders of change. */
function weigh(x0: bigint, x1: bigint, y0: bigint, y1: bigint): bigint {
  return 2n * x0 * y0 + x0 * y1 + x1 * y0 + 2n * x1 * y1
}

/** Someone who bought was there, whether or not their visit was seen. */
function visitorsOf(figures: SalesFigures): bigint {
  return BigInt(figures.visitors === 0 && figures.buyers > 0 ? figures.buyers : figures.visitors)
}

function roundedFen(numerator: bigint, denominator: bigint): Fen {
  const sign = numerator < 0n ? -1n : 1n
  return fen(Number(((numerator * sign + denominator / 2n) / denominator) * sign))
}
