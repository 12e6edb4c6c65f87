// Reads all facts and all figures of a shop, for tests that ask whether they agree.
import type { DistributorDay, StoredFigures } from '@contract/model/aggregate'
import type { AttributionChange, Commission, Share, Visit } from '@contract/model/distribution'
import type { AfterSale, Order } from '@contract/model/order'
import type { Distributor } from '@contract/model/people'
import type { ShopDay } from '@contract/model/records'
import { compareFigures } from '../../cloudfunctions/domain/aggregate/compare-figures'
import { foldEverything } from '../../cloudfunctions/domain/aggregate/fold-everything'
import { unpackFigures } from '../../cloudfunctions/domain/aggregate/pack-figures'
import type { Cloud } from '../../emulator/cloud'

/** Each figure that isn't what the facts come to, in words; empty when all agree. */
export function figureDifferencesIn(database: Cloud['database']): string[] {
  const wanted = foldEverything({
    orders: database.list<Order>('orders'),
    refunds: database.list<AfterSale>('after_sales'),
    commissions: database.list<Commission>('commissions'),
    visits: database.list<Visit>('visits'),
    changes: database.list<AttributionChange>('attribution_changes'),
    distributors: database.list<Distributor>('distributors'),
    shares: database.list<Share>('shares'),
  })
  const stored = {
    distributorDays: database.list<DistributorDay>('distributor_days'),
    figures: database.list<StoredFigures>('distributor_figures').map(unpackFigures),
    shopDays: database.list<ShopDay>('shop_days'),
  }
  return compareFigures(wanted, stored).map(
    ({ collection, record, field, expected, found }) =>
      `${collection} ${record} ${field}: ${found} instead of ${expected}`,
  )
}
