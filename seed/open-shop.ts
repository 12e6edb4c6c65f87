// The first morning of the demo shop: claimed, stocked, its plan published, its staff at work.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bps, fen, rateOf } from '@contract/money'
import { memberIdOf } from '../cloudfunctions/kernel/ids'
import { costShareBps, seedCategories, seedProducts, type SeedProduct } from './catalogue.data'
import { seedStaff } from './people.data'
import { openidOf, type Stage } from './stage'
import { uploadFile } from '../emulator/cloud'

const PICTURES = join(__dirname, 'art', 'pictures')
export const DEMO_BOOTSTRAP_CODE = 'demo-tea-house'

/** A product of the demo shop as the year's orders need it. */
export interface StockedProduct {
  readonly key: string
  readonly productId: string
  readonly popularity: number
  readonly skuIds: readonly string[]
}

export async function openShop(stage: Stage): Promise<readonly StockedProduct[]> {
  await stage.call('owner', 'owner.claimShop', {
    bootstrapCode: DEMO_BOOTSTRAP_CODE,
    shopName: '茶与礼',
  })
  for (const person of seedStaff) {
    await stage.call(person.key, 'mall.setNickname', { nickname: person.nickname })
  }
  await giveMotto(stage)
  await hireStaff(stage)
  const categories = await nameCategories(stage)
  await publishPlan(stage, '2025-A', [], 0)
  const products: StockedProduct[] = []
  for (const product of seedProducts) {
    products.push(await stock(stage, product, categories.get(product.categoryKey) ?? ''))
  }
  return products
}

async function giveMotto(stage: Stage): Promise<void> {
  const { version, name, withdrawal } = await stage.callAside('owner', 'owner.getShopSettings', {})
  const settings = { basedOn: version, name, withdrawal, motto: '喝过才上架，喜欢才分享' }
  await stage.callAside('owner', 'owner.saveShopSettings', settings)
}

async function hireStaff(stage: Stage): Promise<void> {
  for (const { key, role } of seedStaff) {
    if (role === 'owner') continue
    await stage.call('owner', 'owner.setStaff', {
      memberId: memberIdOf(openidOf(key)),
      roles: [role],
    })
  }
}

async function nameCategories(stage: Stage): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const [index, category] of seedCategories.entries()) {
    const picture = await pictureNamed(stage, category.picture)
    const { id } = await stage.call('owner', 'owner.saveCategory', {
      name: category.name,
      picture,
      sort: index + 1,
    })
    ids.set(category.key, id)
  }
  return ids
}

async function stock(
  stage: Stage,
  product: SeedProduct,
  categoryId: string,
): Promise<StockedProduct> {
  const pictures: string[] = []
  for (const key of product.pictures) pictures.push(await pictureNamed(stage, key))
  const { id } = await stage.call('owner', 'owner.saveProduct', {
    title: product.title,
    subtitle: product.subtitle,
    description: product.description,
    categoryId,
    pictures,
    tags: [...product.tags],
    specNames: [...product.specNames],
    skus: product.skus.map((sku) => ({
      specValues: [...sku.specValues],
      priceFen: fen(sku.priceFen),
      marketPriceFen: sku.marketPriceFen === null ? null : fen(sku.marketPriceFen),
      costFen: rateOf(sku.priceFen, costShareBps[product.categoryKey]),
      stockChange: sku.stock * 4,
    })),
  })
  await stage.call('owner', 'owner.shelveProduct', { productId: id, isOnShelf: true })
  const { product: saved } = await stage.call('owner', 'owner.getProduct', { productId: id })
  return {
    key: product.key,
    productId: id,
    popularity: product.popularity,
    skuIds: (saved?.skus ?? []).map((sku) => sku.skuId),
  }
}

export async function pictureNamed(stage: Stage, key: string): Promise<string> {
  const content = readFileSync(join(PICTURES, `${key}.jpg`))
  return uploadFile(stage.cloud.base, `goods/${key}.jpg`, content)
}

interface OwnRate {
  readonly productId: string
  readonly rateBps: readonly [number, number]
}

/** A version of the demo plan: 12 % and 3 %, a bonus by tier, and what a season adds. */
export function demoRules(version: string, overrides: readonly OwnRate[], bonusBps: number) {
  return {
    version,
    profile: 'china' as const,
    rateBps: [bps(1200), bps(300)],
    tierBonusBps: {
      silver: [bps(100 + bonusBps), bps(0)],
      gold: [bps(200 + bonusBps), bps(50)],
      jade: [bps(300 + bonusBps), bps(100)],
    },
    overrides: overrides.map(({ productId, rateBps }) => ({
      scope: 'product' as const,
      id: productId,
      rateBps: rateBps.map(bps),
    })),
    capBps: bps(3000),
    selfPurchase: 'none' as const,
    freezeDays: 7,
  }
}

export async function publishPlan(
  stage: Stage,
  version: string,
  overrides: readonly OwnRate[],
  bonusBps: number,
): Promise<void> {
  const rules = demoRules(version, overrides, bonusBps)
  const { planId } = await stage.call('owner', 'owner.savePlanDraft', { rules })
  await stage.call('owner', 'owner.publishPlan', { planId })
}
