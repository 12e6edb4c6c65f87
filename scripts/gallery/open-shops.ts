/** The two shops of the gallery: the demo shop after its year, and one that has just opened. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ulid } from '@contract/ids'
import { addDays, dateOf } from '@contract/time'
import type { Campaign } from '@contract/model/campaign'
import type { Dispute } from '@contract/model/dispute'
import type { Product } from '@contract/model/goods'
import type { Material } from '@contract/model/material'
import type { AfterSale, Order } from '@contract/model/order'
import { memberIdOf } from '../../cloudfunctions/kernel/ids'
import type { Cloud } from '../../emulator/cloud'
import { seedDistributors, seedShoppers } from '../../seed/people.data'
import { DEMO_ENDS_AT } from '../../seed/seed-demo-shop'
import { openidOf } from '../../seed/stage'
import { layOut, type Holder, type Ids } from '../../tests/e2e/support/lay-out'
import { SHOPS } from '../../tests/e2e/support/shops.data'
import { ensureDemoData, startShopCloud } from '../demo-shop'

export interface GalleryShop {
  readonly cloud: Cloud
  readonly ids: Ids
  /** What is searched for. */
  readonly product: string
  openid(holder: Holder): string
  close(): Promise<void>
}

export async function openDemoShop(): Promise<GalleryShop> {
  const { folder } = await ensureDemoData((day, days) => {
    if (day % 30 === 0) console.log(`The demo shop's year: ${day} of ${days} days`)
  })
  const data = mkdtempSync(join(tmpdir(), 'fenyou-gallery-'))
  cpSync(folder, data, { recursive: true })
  const { cloud } = await startShopCloud({
    ...{ data, startAt: DEMO_ENDS_AT, timers: false, sync: 'never' },
  })
  const buyer = buyerIn(cloud)
  const sharer = seedDistributors[0]?.key ?? ''
  const applicant = seedShoppers.find(({ key }) => key !== buyer.key)?.key ?? ''
  const keys: Record<Holder, string> = {
    boss: 'owner',
    mei: 'mei',
    ming: buyer.key,
    yun: applicant,
  }
  const product = cloud.database.list<Product>('products').find(({ isOnShelf }) => isOnShelf)
  const material = cloud.database.list<Material>('materials').find(isForAll)
  const skuId = product?.skus[0]?.skuId ?? ''
  const input = { productId: product?._id ?? '', skuId, quantity: 2 }
  const event = { action: 'mall.addToCart', input, requestId: ulid(DEMO_ENDS_AT, () => 0.5) }
  await cloud.call('mall', event, { openid: openidOf(buyer.key) })
  return {
    cloud,
    ids: {
      ...buyer.ids,
      productId: product?._id ?? '',
      campaignId: runningCampaign(cloud),
      sharerId: distributorIdOf(sharer),
      materialId: material?._id ?? '',
      ...disputesIn(cloud),
      // The last day that is over.
      reconciledOn: addDays(dateOf(DEMO_ENDS_AT), -1),
    },
    product: product?.title.slice(0, 2) ?? '茶',
    openid: (holder) => openidOf(keys[holder]),
    async close() {
      await cloud.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** One in each of the states that pages show. */
function disputesIn({ database }: Cloud) {
  const disputes = database.list<Dispute>('disputes')
  const sharerId = distributorIdOf('mei')
  const idOf = (...of: Dispute['status'][]) =>
    disputes.find(({ status }) => of.includes(status))?._id ?? ''
  return {
    raisedDispute:
      disputes.find(({ status, holderId }) => status === 'raised' && holderId === sharerId)?._id ??
      '',
    answeredDispute: idOf('answered'),
    decidedDispute: idOf('upheld'),
  }
}

const isForAll = ({ isPublished, minTier }: Material) => isPublished && !minTier

const distributorIdOf = (key: string) => memberIdOf(openidOf(key)).replace(/^mbr_/, 'dst_')

function runningCampaign({ database }: Cloud): string {
  const isOn = ({ status, startAt, endAt }: Campaign) =>
    status === 'published' && startAt <= DEMO_ENDS_AT && DEMO_ENDS_AT < endAt
  return database.list<Campaign>('campaigns').find(isOn)?._id ?? ''
}

/** The shopper whose orders stand in the most different ways, one of them with an after-sale. */
function buyerIn({ database }: Cloud) {
  const [orders, afterSales] = [
    database.list<Order>('orders'),
    database.list<AfterSale>('after_sales'),
  ]
  const known = seedShoppers.map(({ key }) => {
    const memberId = memberIdOf(openidOf(key))
    const own = orders.filter((order) => order.buyerId === memberId)
    const asked = afterSales.find((one) => one.buyerId === memberId)
    const of = (...statuses: string[]) =>
      own.find(({ status }) => statuses.includes(status))?._id ?? own[0]?._id ?? ''
    const ids = {
      settledOrder: of('completed'),
      toShipOrder: of('paid', 'shipped', 'received'),
      refundOrder: asked?.orderId ?? '',
      unpaidOrder: of('created'),
      afterSaleId: asked?._id ?? '',
    }
    const kinds = asked ? new Set(own.map(({ status }) => status)).size : 0
    return { key: key, ids, kinds }
  })
  const [first] = known.sort((a, b) => b.kinds - a.kinds)
  if (!first) throw new Error('the demo shop has no shopper')
  return first
}

export async function openNewShop(): Promise<GalleryShop> {
  const shop = await layOut(SHOPS[0], { isNew: true })
  return {
    cloud: shop.world.cloud,
    ids: shop.ids,
    product: shop.data.product,
    openid: (holder) => shop.world.as(holder).openid,
    close: () => shop.stop(),
  }
}
