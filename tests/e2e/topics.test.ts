// 各处最要紧的一条路，和手机上会碰到的事：试算、搜索、微信里的地址、深色、大字、断网和慢网；都是真的点、真的打字。
import { describe, expect, it } from 'vitest'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { partOf, plainPicture } from './support/pictures'
import { readPoster } from './support/scan'
import type { Phones } from './support/weapp-phones'
import { SHOPS } from './support/shops.data'

let shop: LaidOut
let phones: Phones

holdShop(SHOPS[0], (laidOut, opened) => {
  shop = laidOut
  phones = opened
})

const ALBUM = { 'scope.writePhotosAlbum': 'allow' } as const
const ADDRESS = {
  userName: '周明',
  telNumber: '13800002222',
  provinceName: '广东省',
  cityName: '广州市',
  countyName: '越秀区',
  detailInfo: '北京路 8 号',
  postalCode: '510030',
  nationalCode: '440104',
}

describe('店主', () => {
  it('试算：用近 30 天的订单看换一版方案要多付多少', async () => {
    const boss = await phones.phone('boss')
    await boss.open('/pages/owner/simulate/index')
    await boss.see('试算哪一版', `正在用 ${shop.data.plan}`)
    await boss.tap('开始试算')
    await boss.see('按等级和级别')
    await boss.shot('simulate-result', { full: true })
  })
})

describe('买家', () => {
  it('搜索：打两个字，按键盘上的搜索，点开找到的商品', async () => {
    const ming = await phones.phone('ming')
    await ming.open('/pages/trade/search/index')
    await ming.type('搜索商品', shop.data.product.slice(0, 2))
    await ming.submit()
    await ming.tap(shop.data.product)
    await ming.see('加入购物车', '立即购买')
  })

  it('用微信里的地址：先看隐私约定，不同意就什么也没填，同意了才选', async () => {
    const ming = await phones.phone('ming')
    await ming.choose({ privacy: 'ask', address: ADDRESS })
    await ming.open('/pages/trade/address-edit/index')
    await ming.tap('用微信里的地址')
    await ming.tapWechat('拒绝')
    await ming.see('省、市、区')
    await ming.tap('用微信里的地址')
    await ming.shot('privacy-gate')
    await ming.tapWechat('同意')
    await ming.see('广东省广州市越秀区')
    await ming.tap('保存地址')
    await ming.see('地址存好了')
    await ming.open('/pages/trade/addresses/index')
    await ming.see('北京路 8 号', shop.data.place)
  })

  it('付款时反悔：订单还在，回来还能付', async () => {
    const ming = await phones.phone('ming')
    await ming.open(`/pages/trade/order-detail/index?id=${shop.ids.unpaidOrder}`)
    await ming.tap('去付款')
    await ming.tapWechat('×')
    await ming.see('等你付款', '去付款')
    await ming.tap('去付款')
    await ming.tapWechat('确认支付')
    await ming.see('付好了', shop.data.figures.unpaidTotal)
  })
})

describe('分销员', () => {
  it('换上微信头像，海报上就是它', async () => {
    const mei = await phones.phone('mei')
    await mei.choose({ avatar: plainPicture([200, 30, 160]), permissions: ALBUM })
    await mei.open('/pages/tabs/me/index')
    await mei.tap('改头像和名字')
    await mei.tap('换头像')
    await mei.see('头像换好了')
    await mei.shot('avatar')
    await mei.open(`/pages/trade/product/index?id=${shop.ids.productId}`)
    await mei.tap('分享')
    await mei.tap('保存海报')
    await mei.tap('保存到相册')
    await mei.see('已保存到相册')
    const poster = await mei.savedPicture()
    expect(partOf(poster, [200, 30, 160])).toBeGreaterThan(0.001)
    expect(readPoster(poster)).toContain('scene=s%3D')
  })
})

describe('手机', () => {
  it('没有网络：说连不上，连上之后再试一次就好', async () => {
    const ming = await phones.phone('ming')
    await ming.choose({ network: 'none' })
    await ming.open('/pages/trade/orders/index')
    await ming.see('连不上网络')
    await ming.shot('offline')
    await ming.choose({ network: 'wifi' })
    await ming.tap('重试')
    await ming.see(shop.data.product)
  })

  it('网络慢：等着的时候有骨架，来了就是内容', async () => {
    const ming = await phones.phone('ming')
    const match = { target: 'function', event: { action: 'mall.listOrders' } }
    shop.world.cloud.faults.add({ match, effect: 'delay', delayMs: 60_000, count: 1 })
    await ming.open('/pages/trade/orders/index')
    await ming.seeElement('.fy-bone')
    shop.world.cloud.faults.release()
    await ming.see(shop.data.product)
  })

  it('深色：页面和微信画的栏一起变深，换回来又是浅的', async () => {
    const ming = await phones.phone('ming')
    const ground = async () => {
      const page = await ming.miniProgram.currentPage()
      return (await page?.$('.fy-page'))?.style('background-color')
    }
    await ming.open()
    const light = await ground()
    await ming.ask('Host.theme', { name: 'dark' })
    await expect.poll(ground).not.toBe(light)
    await ming.shot('home-dark')
    await ming.ask('Host.theme', { name: 'light' })
    await expect.poll(ground).toBe(light)
  })

  it('大字：字调到最大，商品照样能放进购物车', async () => {
    const ming = await phones.phone('ming')
    await ming.ask('Host.fontSize', { size: 23 })
    await ming.open(`/pages/trade/product/index?id=${shop.ids.productId}`)
    await ming.tap('加入购物车')
    await ming.tap(shop.data.skus[1].spec)
    await ming.shot('large-text')
    await ming.tap('加入购物车')
    await ming.see('已放进购物车')
    await ming.ask('Host.fontSize', { size: 16 })
  })
})
