// 团队，在真的小程序上：打开团队，点图里的人，按名字找，提醒没动静的人，对方的手机上看得到、说得了谢谢。
import { describe, expect, it } from 'vitest'
import { DAY_MS } from '@contract/time'
import { hitSpot } from '@/features/team/tree/hit-spot'
import { columnsIn, layOutTree } from '@/features/team/tree/lay-out-tree'
import { firstView } from '@/features/team/tree/view'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { SHOPS } from './support/shops.data'
import { until } from './support/until'
import type { WeappPhone } from './support/weapp-phone'
import type { Phones } from './support/weapp-phones'

let shop: LaidOut
let phones: Phones

holdShop(SHOPS[0], (laidOut, opened) => {
  shop = laidOut
  phones = opened
})

/** A finger on the picture where the first direct member is drawn, found as the page itself finds them. */
async function touchFirstMember(phone: WeappPhone): Promise<void> {
  const { rows } = await shop.world.as('mei').call('distributor.getTeam', {})
  const page = await phone.miniProgram.currentPage()
  const canvas = await until(async () => {
    const found = await page?.$('.team-tree-canvas')
    if (!found) throw new Error('no picture')
    return found
  })
  const size = await canvas.size()
  const offset = (await canvas.offset()) as { left: number; top: number }
  const box = { width: Number(size.width), height: Number(size.height) }
  const picture = layOutTree(rows, columnsIn(box) - 1)
  const view = firstView(picture, box)
  const [spot] = picture.people
  if (!spot) throw new Error('nobody is drawn')
  const [x, y] = [spot.x * view.scale + view.x, spot.y * view.scale + view.y]
  expect(hitSpot(picture, view, { x, y })?.at).toBe(0)
  const at = { clientX: Number(offset.left) + x, clientY: Number(offset.top) + y }
  const touches = [{ identifier: 0, pageX: at.clientX, pageY: at.clientY, ...at }]
  await canvas.touchstart({ touches })
  await canvas.touchend({ touches: [] })
}

describe('团队', () => {
  it('从分销中心打开，图里点一个人看仔细；更下一级只有遮住的名字', async () => {
    const mei = await phones.phone('mei')
    await mei.open('/pages/tabs/distribution/index')
    // Cards come in above the tools for a while.
    await mei.see('推广商品', '海报和码', '去签')
    await mei.still()
    await mei.tap('我的团队')
    await mei.see('直接成员1人', '间接成员1人', '关系图', shop.data.member)
    await mei.shot('team', { full: true })
    await until(async () => {
      await touchFirstMember(mei)
      await mei.seeElement('.team-names')
    })
    await mei.see('本月给你带来', `${shop.data.farMember.slice(0, 1)}**`)
    await mei.shot('team-member')
    expect(await mei.text()).not.toContain(shop.data.farMember)
    await mei.tap('关闭')
  })

  it('按名字找：直接成员找得到，更下一级的名字找不到', async () => {
    const mei = await phones.phone('mei')
    await mei.open()
    await mei.see(shop.data.product)
    await mei.open('/pages/distributor/team/index')
    await mei.see('关系图')
    await mei.type('搜索直接成员', shop.data.farMember)
    await mei.submit()
    await mei.see(`没有叫「${shop.data.farMember}」的直接成员`)
    await mei.tap('看全部')
    await mei.see(shop.data.member)
    await mei.type('搜索直接成员', shop.data.member.slice(0, 1))
    await mei.submit()
    await mei.see('找到1人')
  })

  it('三周没动静：提醒一下，对方手机上看得到；谢过之后这边也看得到', async () => {
    await shop.world.cloud.advance(21 * DAY_MS)
    await shop.world.runTimer()
    const mei = await phones.phone('mei')
    await mei.open('/pages/distributor/team/index')
    await mei.see('没动静')
    await mei.tap(`提醒一下 ${shop.data.member}`)
    await mei.see('这周提醒过了')
    await mei.shot('team-nudged', { full: true })

    const near = await phones.phone('near')
    await near.open('/pages/distributor/team/index')
    await near.see(`${shop.data.sharer} 提醒你一下`)
    await near.shot('nudge-card')
    await near.tap('谢谢提醒')
    await near.seeNo('提醒你一下')
    await near.tap('收到的提醒')
    await near.see('你说了谢谢')
    await near.shot('nudges')

    await mei.open('/pages/distributor/team/index')
    await mei.see('提醒过，他说谢谢')
  })

  it('店主看得到全名，点一个人以他为中心看', async () => {
    const boss = await phones.phone('boss')
    await boss.open(`/pages/owner/team/index?id=${shop.ids.sharerId}`)
    await boss.see(`${shop.data.sharer} 的团队`, '直接', '间接')
    await boss.tap('列表')
    await boss.see(`带来 ${shop.data.farMember}`)
    await boss.tap('图')
    await boss.shot('owner-team', { full: true })
  })
})
