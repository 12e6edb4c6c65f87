// 会员价: what a tier takes off the units that its members buy for themselves.
import { bps, rateOf, subtractFen, type Bps, type Fen } from '@contract/money'
import type { Distributor } from '@contract/model/people'
import type { TierTerms } from '@contract/model/tier'

/** What is taken off for this buyer; nothing for shoppers and for distributors who aren't active. */
export function memberOffOf(
  terms: Pick<TierTerms, 'tiers'>,
  buyer: Pick<Distributor, 'status' | 'tier'> | null,
): Bps {
  if (buyer?.status !== 'active') return bps(0)
  return terms.tiers.find(({ key }) => key === buyer.tier)?.memberOffBps ?? bps(0)
}

/** Whether any tier takes something off: without one nobody needs to ask who buys. */
export function hasMemberPrices({ tiers }: Pick<TierTerms, 'tiers'>): boolean {
  return tiers.some(({ memberOffBps = 0 }) => memberOffBps > 0)
}

/** One unit's price less the tier's part, which is floored to the fen. */
export function memberPriceOf(unitPriceFen: Fen, memberOffBps: Bps): Fen {
  return subtractFen(unitPriceFen, rateOf(unitPriceFen, memberOffBps))
}
