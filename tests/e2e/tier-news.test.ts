// 分销员升了级：中心里看到一次、点一下收起；她自己买，商品页、购物车、结算是同一个会员价。店主在店铺设置里改寄语和提现的线。
import { describe, expect, it } from 'vitest'
import { bps } from '@contract/money'
import { TIER_KEYS, TIER_NAMES, type Shop } from '@contract/model/shop'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { SHOPS } from './support/shops.data'
import { putIntoCart } from './support/shopper'
import { BY_CARD, type WeappPhone } from './support/weapp-phone'
import type { Phones } from './support/weapp-phones'

let shop: LaidOut
let phones: Phones
let mei: WeappPhone

holdShop(SHOPS[0], async (laidOut, opened) => {
  shop = laidOut
  phones = opened
  await shop.world.as('boss').call('owner.publishTiers', {
    basedOn: 0,
    tiers: TIER_KEYS.map((key) => ({
      key,
      name: TIER_NAMES[key],
      need: 'all' as const,
      conditions: [],
      ...(key === 'gold' ? { memberOffBps: bps(500), perks: ['每月样茶 2 份'] } : {}),
    })),
    keep: { check: 'never', graceMonths: 0, demoteTo: 'one-step' },
  })
  mei = await phones.phone('mei')
})

const { sharer, product, skus, figures } = SHOPS[0]

describe('等级有变', () => {
  it('打开中心先看到升到哪、为什么；收起以后不再说，再升一次又说', async () => {
    await mei.open('/pages/tabs/distribution/index')
    await mei.see(sharer, '升到银毫了', '店主定为银毫', '原因：开店时定级', '佣金一级 +1.5%')
    await mei.shot('tier-news', { full: true })
    await mei.tap('知道了')
    await mei.seeNo('升到银毫了')
    await mei.open('/pages/distributor/tier/index')
    await mei.see('店主定为银毫')
    await mei.open('/pages/tabs/distribution/index')
    await mei.see(sharer)
    await mei.seeNo('升到银毫了')
    const { sharerId: distributorId } = shop.ids
    const reason = '年度最佳'
    await shop.world.as('boss').call('owner.setTier', { distributorId, tier: 'gold', reason })
    await mei.open('/pages/distributor/tier/index')
    await mei.open('/pages/tabs/distribution/index')
    await mei.see('升到金毫了', '自己买减 5%；每月样茶 2 份', '原因：年度最佳')
    await mei.tap('看等级')
    await mei.see('等级和权益')
  })
})

describe('会员价', () => {
  it('商品页、购物车、结算是同一个价，别人的价划掉', async () => {
    await mei.open(`/pages/trade/product/index?id=${shop.ids.productId}`)
    await mei.see(product, '会员价¥55.10')
    await putIntoCart(mei, skus[0].spec)
    await mei.open('/pages/tabs/cart/index')
    await mei.see('会员价¥58', '¥55.10', '合计¥55.10')
    await mei.tap(`增加${product}`)
    await mei.see('合计¥110.20')
    await mei.shot('cart-member-price')
    await mei.tap('去结算（2）')
    await mei.see('会员价优惠', '−¥5.80', '应付¥110.20')
  })
})

describe('店铺设置', () => {
  it('从看板进来，改寄语和最少提现；首页和提现页马上是新的', async () => {
    const boss = await phones.phone('boss')
    await boss.open('/pages/owner/dashboard/index')
    await boss.see('店铺设置')
    await boss.tap('店铺设置')
    await boss.see('店铺寄语', '没有修改')
    await boss.type('店铺寄语', '山里的茶，慢慢喝')
    await boss.type('一次最少', '0.05')
    await boss.see('微信最少转 ¥0.10', '有一项没有填对')
    await boss.type('一次最少', '9.9')
    await boss.shot('shop-settings', { full: true })
    await boss.tap('保存')
    await boss.see('改提现的规矩？')
    await boss.tap('改')
    await boss.see('保存好了', '没有修改')
    const stored = shop.world.cloud.database.get<Shop>('settings', 'shop')
    expect(stored).toMatchObject({ motto: '山里的茶，慢慢喝', withdrawal: { minFen: 990 } })
    const ming = await phones.phone('ming')
    await ming.arrive('/pages/tabs/home/index', BY_CARD)
    await ming.see('山里的茶，慢慢喝')
    await mei.open('/pages/distributor/withdraw/index')
    await mei.see(`可提现${figures.available}`, '单笔 ¥9.90 到')
  })
})
