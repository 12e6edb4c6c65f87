// 顾客归属规则，在真的小程序上：店主从店铺设置进来改，之后打开的链接按新的判；改之前归属的还按当时的；分销员看得到新规则。
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Attribution } from '@contract/model/distribution'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { SHOPS } from './support/shops.data'
import { BY_CARD } from './support/weapp-phone'
import type { Phones } from './support/weapp-phones'

let shop: LaidOut
let phones: Phones
/** Cards of the shop, by whoever shares them. */
const cards: Record<'lan' | 'mei', string> = { lan: '', mei: '' }

holdShop(SHOPS[0], async (laidOut, opened) => {
  shop = laidOut
  phones = opened
  for (const name of ['lan', 'mei'] as const) {
    const asked = { target: { kind: 'shop' }, channel: 'friend' } as const
    cards[name] = (await shop.world.as(name).call('distributor.createShare', asked)).path
  }
})

const boundTo = (name: string) => {
  const { memberId } = shop.world.as(name)
  return shop.world.cloud.database.get<Attribution>('attributions', memberId)?.distributorId
}
const idOf = (name: 'lan' | 'mei') => shop.world.as(name).distributorId

/** Opens the card on the person's own phone, from outside. */
async function openCard(name: string, of: 'lan' | 'mei') {
  const phone = await phones.phone(name)
  await phone.arrive(cards[of], BY_CARD)
  await phone.see(SHOPS[0].product)
}

describe('顾客归属规则', () => {
  it('开店时保护 30 天：梅带来的，打开岚的卡片也还归梅', async () => {
    await openCard('fang', 'mei')
    await expect.poll(() => boundTo('fang'), { timeout: 15_000 }).toBe(idOf('mei'))
    await openCard('fang', 'lan')
    await expect.poll(() => visitsOf('fang'), { timeout: 15_000 }).toBe(2)
    expect(boundTo('fang')).toBe(idOf('mei'))
  })

  it('店主从店铺设置进来，换一种、改天数，例子跟着变；填错的存不了，存之前先问', async () => {
    const boss = await phones.phone('boss')
    await boss.open('/pages/owner/dashboard/index')
    await boss.see('店铺设置')
    await boss.tap('店铺设置')
    await boss.see('店铺寄语', '顾客归属规则')
    await boss.shot('settings-with-binding', { full: true })
    await boss.tap('顾客归属规则')
    await boss.see('先保护几天', '头 30 天', '没有修改')
    await boss.type('保护期', '91')
    await boss.see('不能比归属的 90 天长', '天数没有填对')
    await boss.shot('binding-wrong', { full: true })
    await boss.tap('买过就定下来')
    await boss.see('不管第几天', '归小兰', '还归小梅', '买过的不过期')
    await boss.shot('binding-purchase', { full: true })
    await boss.tap('先来先得')
    await boss.see('没过期', '过期以后')
    await boss.shot('binding-first', { full: true })
    await boss.tap('跟着最近的分享')
    await boss.type('多久没买就过期', '180')
    await boss.tap('保存')
    await boss.see(
      '改归属的规则？',
      '跟着最近的分享，180 天没买就过期',
      '已经归属的顾客按当时的规矩',
    )
    await boss.shot('binding-confirm')
    await boss.tap('改')
    await boss.see('保存好了', '没有修改', '上次改动', '以前是“先保护 30 天，90 天没买就过期”')
    await boss.shot('binding-saved', { full: true })
    const stored = shop.world.cloud.database.get('settings', 'shop')
    expect(stored).toMatchObject({ binding: { rule: 'last-touch', expireDays: 180 } })
  })

  it('改了以后：新来的跟着最近的卡片走；改之前归梅的，30 天里还是梅的', async () => {
    await openCard('gu', 'mei')
    await expect.poll(() => boundTo('gu'), { timeout: 15_000 }).toBe(idOf('mei'))
    await openCard('gu', 'lan')
    await expect.poll(() => boundTo('gu'), { timeout: 15_000 }).toBe(idOf('lan'))
    await shop.world.cloud.advance(29 * DAY_MS)
    await shop.world.as('fang').call('mall.openShare', { shareCode: codeOf('lan') })
    expect(boundTo('fang')).toBe(idOf('mei'))
    await shop.world.cloud.advance(DAY_MS)
    await shop.world.as('fang').call('mall.openShare', { shareCode: codeOf('lan') })
    expect(boundTo('fang')).toBe(idOf('lan'))
  })

  it('分销员在我的顾客里看得到现在的规则，点开是人话', async () => {
    const mei = await phones.phone('mei')
    await mei.open('/pages/distributor/customers/index')
    await mei.see('店里的归属规则', '跟着最近的分享，180 天没买就过期')
    await mei.shot('customers-rule', { full: true })
    await mei.tap('店里的归属规则')
    await mei.see('归你 180 天', '他打开别人的分享，就归别人了', '改过', '归别人')
    await mei.still()
    await mei.shot('binding-sheet')
    await mei.tap('关闭')
    await mei.tap('归了别人的')
    await mei.see('跟着最近的分享，180 天没买就过期')
  })
})

const visitsOf = (name: string) =>
  shop.world.cloud.database.count('visits', { memberId: shop.world.as(name).memberId })
const codeOf = (name: 'lan' | 'mei') =>
  /[?&](?:s|code|shareCode)=(\w+)/.exec(cards[name])?.[1] ?? ''
