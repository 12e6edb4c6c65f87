// 顾客归属争议，在真的小程序上：一边提出，一边回应，店主裁定；顾客换了人，归属记录写着为什么。
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { SHOPS } from './support/shops.data'
import type { Phones } from './support/weapp-phones'

const PICTURE = join(__dirname, '..', '..', 'seed', 'art', 'pictures', 'garden.jpg')
const CENTRE = '/pages/tabs/distribution/index'
const CUSTOMERS = '/pages/distributor/customers/index'
const REASON = '第一次打开在先，照应得多'

let shop: LaidOut
let phones: Phones

holdShop(SHOPS[0], async (laidOut, opened) => {
  shop = laidOut
  phones = opened
  // The inviter's link binds; the sharer's, opened later, does not take over within the protected days.
  const bei = shop.world.as('bei')
  await bei.call('mall.setNickname', { nickname: '贝小舟' })
  for (const name of ['lan', 'mei']) {
    const target = { kind: 'shop' } as const
    const asked = { target, channel: 'group' } as const
    const { shareCode } = await shop.world.as(name).call('distributor.createShare', asked)
    await bei.call('mall.openShare', { shareCode })
  }
})

/** The customers of one of the two, as their phone lists them. */
async function listCustomers(name: 'mei' | 'lan') {
  const phone = await phones.phone(name)
  await phone.open(CUSTOMERS)
  await phone.see('店里的归属规则', '先保护 30 天，90 天没买就过期')
  return phone
}

describe('顾客归属争议', () => {
  it('打开过我的分享、归了别人的：写上经过、配一张图，确认后提出', async () => {
    const mei = await phones.phone('mei')
    await mei.open(CENTRE)
    await mei.see('推广商品', '去签')
    await mei.still()
    await mei.tap('我的顾客')
    await mei.tap('归了别人的')
    await mei.see('贝**', '打开过你的分享', '成了别人的顾客')
    await mei.shot('dispute-claimable', { full: true })
    await mei.tap('对 贝** 有异议')
    await mei.type('说说经过', '茶会上坐一桌，第一次是我带来的。')
    await mei.choosePicture('加图片', PICTURE)
    await mei.see('1 / 6')
    await mei.shot('dispute-raise', { full: true })
    await mei.tap('提出异议')
    await mei.see('同一次归属只能提一次，提出后不能改内容')
    await mei.tap('确认提出')
    await mei.see('等对方回应', '茶会上坐一桌', '撤回异议')
    await mei.seeElement('.fy-pictures-one')
    await mei.shot('dispute-raised', { full: true })
    await mei.open(CUSTOMERS)
    await mei.tap('归了别人的')
    await mei.see('已提出')
  })

  it('对方在分销中心看到，点进去说明该归自己；说过就不再提醒', async () => {
    const lan = await phones.phone('lan')
    await lan.open(CENTRE)
    await lan.see('有 1 件顾客归属等你回应')
    await lan.shot('dispute-centre')
    await lan.tap('去回应')
    await lan.see('贝**', '等你回应')
    await lan.tap('贝**')
    await lan.see('茶会上坐一桌')
    await lan.tap('该归我')
    await lan.type('说说经过', '是在我的群里点进来的。')
    await lan.shot('dispute-answer', { full: true })
    await lan.tap('提交回应')
    await lan.tap('提交')
    await lan.see('你回应：认为该归自己', '等店里裁定')
    await lan.open(CENTRE)
    await lan.see('推广商品')
    await lan.seeNo('等你回应')
  })

  it('店主看记录和两边的话，写原因裁定；顾客的归属记录写着为什么', async () => {
    await shop.world.runTimer()
    const boss = await phones.phone('boss')
    await boss.open('/pages/owner/dashboard/index')
    await boss.tap('去看看，3 件顾客争议还没有结果')
    await boss.see('贝小舟', '可以裁定')
    await boss.shot('owner-disputes')
    await boss.tap('贝小舟')
    await boss.see('现在是 何岚 的顾客', '打开群分享', '茶会上坐一桌', '是在我的群里点进来的')
    await boss.shot('owner-dispute', { full: true })
    await boss.tap('裁定')
    await boss.tap('划给 林晓梅')
    await boss.type('原因', REASON)
    await boss.shot('dispute-decide')
    await boss.tap('划给 林晓梅')
    await boss.see('把 贝小舟 划给 林晓梅？')
    await boss.tap('确认裁定')
    await boss.see('划给了 林晓梅', '现在是 林晓梅 的顾客', REASON)
    await boss.tap('看归属记录')
    await boss.see('何岚 → 林晓梅', `裁定顾客争议：${REASON}`, '归 何岚')
    await boss.shot('dispute-history')
  })

  it('提出的人有了这位顾客，对方没有了；两边都看得到原因', async () => {
    const mei = await listCustomers('mei')
    await mei.see('贝**', '店里裁定归我')
    await mei.shot('dispute-customers', { full: true })
    const lan = await listCustomers('lan')
    await lan.seeNo('贝**')
    await lan.open('/pages/distributor/disputes/index?side=holder')
    await lan.see('归对方了')
    await lan.tap('贝**')
    await lan.see('从下一单起记给对方，之前的订单不变', REASON)
    await mei.open('/pages/distributor/disputes/index')
    await mei.tap('贝**')
    await mei.see('归你了', REASON)
  })
})
