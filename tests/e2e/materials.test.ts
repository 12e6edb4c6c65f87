// 素材库 on the real build: the owner puts one out from the phone, a distributor takes it along, the count comes back.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { SHOPS } from './support/shops.data'
import { until } from './support/until'
import type { WeappPhone } from './support/weapp-phone'
import type { Phones } from './support/weapp-phones'

const PICTURE = join(__dirname, '..', '..', 'seed', 'art', 'pictures', 'garden.jpg')
const TITLE = '冬天第一泡'

let shop: LaidOut
let phones: Phones

holdShop(SHOPS[0], (laidOut, opened) => {
  shop = laidOut
  phones = opened
})

const album = (phone: WeappPhone) =>
  phone.ask<{ pictures: { width: number }[]; videos: { bytes: number }[] }>('Host.album')

async function openMaterial(phone: WeappPhone): Promise<void> {
  await phone.open('/pages/distributor/materials/index')
  await phone.tap(TITLE)
  await phone.see('一键复制')
}

describe('店主从手机上发', () => {
  it('选商品、写话、传图、传视频，看一眼，发布；列表里就有', async () => {
    const boss = await phones.phone('boss')
    const picture = `data:image/jpeg;base64,${readFileSync(PICTURE).toString('base64')}`
    const video = `data:video/mp4;base64,${Buffer.from('made up for the test').toString('base64')}`
    await boss.open('/pages/owner/materials/index')
    await boss.tap('发一份素材')
    await boss.tap('选一件商品')
    await boss.tap(shop.data.product)
    await boss.type('标题', TITLE)
    await boss.type('文案', `下雪天就想喝${shop.data.product}。`)
    for (let count = 1; count <= 2; count += 1) {
      await boss.choosePicture('加图片', PICTURE)
      await boss.see(`${count} / 9`)
    }
    const film = { video, cover: picture, duration: 9.6, width: 720, height: 1280 }
    await boss.choose({ pictures: [], videos: [film] })
    await boss.tap('加视频')
    await boss.see('0:10')
    await boss.tap('预览')
    await boss.see('分销员看到的样子')
    await boss.shot('material-preview')
    await boss.tap('关闭')
    await boss.tap('发布')
    await boss.see(TITLE, '还没人用过', '文案 · 2 张图 · 视频')
    await boss.shot('owner-materials')
  })

  it('太长的视频当场说，不传', async () => {
    const boss = await phones.phone('boss')
    const [video, cover] = ['data:video/mp4;base64,AAAA', 'data:image/png;base64,AAAA']
    await boss.choose({ videos: [{ video, cover, duration: 75, width: 720, height: 1280 }] })
    await boss.open('/pages/owner/material-edit/index')
    await boss.tap('加视频')
    await boss.see('视频最长 60 秒')
  })
})

describe('分销员拿去用', () => {
  it('从商品页看到素材有几条，点进去是这件商品的', async () => {
    const mei = await phones.phone('mei')
    await mei.open(`/pages/trade/product/index?id=${shop.ids.productId}`)
    await mei.tap('素材 2 条')
    await mei.see(shop.data.product, `${shop.data.product}，当年新做`, TITLE)
    await mei.shot('product-materials', { full: true })
  })

  it('一键复制：剪贴板里是店主的话、价格和自己的邀请码', async () => {
    const mei = await phones.phone('mei')
    await openMaterial(mei)
    await mei.shot('material', { full: true })
    await mei.tap('一键复制')
    await mei.see('文案和邀请码已复制')
    const { text } = await mei.ask<{ text: string }>('Host.clipboard')
    const [price] = shop.data.figures.prices
    expect(text).toContain(`下雪天就想喝${shop.data.product}。\n\n${shop.data.product} ${price} 起`)
    const code = /邀请码：(\w{5}) (\w{5})/.exec(text)
    const shareCode = `${code?.[1] ?? ''}${code?.[2] ?? ''}`
    const seen = await shop.world.as('ming').call('mall.openShare', { shareCode })
    expect(seen).toMatchObject({ sharerName: shop.data.sharer })
  })

  it('全部保存：先不让，停下来带去设置；让了，两张都在相册里', async () => {
    const mei = await phones.phone('mei')
    await openMaterial(mei)
    await mei.choose({ permissions: { 'scope.writePhotosAlbum': 'deny' } })
    await mei.tap('全部保存')
    await mei.see('还没有允许保存到相册')
    await mei.shot('material-denied')
    expect((await album(mei)).pictures).toEqual([])
    await mei.choose({ permissions: { 'scope.writePhotosAlbum': 'allow' } })
    await mei.tap('全部保存')
    await mei.see('都存到相册了')
    const { pictures } = await album(mei)
    expect(pictures.map(({ width }) => width)).toEqual([600, 600])
    await mei.tap('保存视频')
    const films = await until(async () => {
      const { videos } = await album(mei)
      if (videos.length === 0) throw new Error('no video in the album')
      return videos
    })
    expect(films).toMatchObject([{ bytes: 'made up for the test'.length }])
  })

  it('收藏：心亮了，收藏里有；店主撤下，标着撤下，点开说撤下了', async () => {
    const mei = await phones.phone('mei')
    await openMaterial(mei)
    await mei.tap('收藏这份')
    await mei.seeElement('.mat-heart-on')
    await mei.open('/pages/distributor/materials/index')
    await mei.tap('收藏')
    await mei.see(TITLE)
    const { rows } = await shop.world.as('mei').call('distributor.listFavourites', {})
    const materialId = rows[0]?.id ?? ''
    const set = (isPublished: boolean) =>
      shop.world.as('boss').call('owner.publishMaterial', { materialId, isPublished })
    await set(false)
    await mei.open(`/pages/distributor/material/index?id=${materialId}`)
    await mei.see('这份素材已经撤下了')
    await mei.tap('看别的素材')
    await mei.tap('收藏')
    await mei.see('已撤下')
    await mei.shot('favourites')
    await set(true)
  })

  it('卡片和海报：分享出去带着自己的码', async () => {
    const mei = await phones.phone('mei')
    await openMaterial(mei)
    await mei.tap('卡片和海报')
    await mei.tap('微信好友')
    const card = await mei.sharedCard()
    expect(card.title).toBe(shop.data.product)
    expect(card.path).toMatch(/[?&](s|scene|share)=/)
  })
})

describe('用了多少', () => {
  it('定时器跑过，店主看到复制、保存、分享各一次，是谁用的', async () => {
    await shop.world.runTimer()
    const boss = await phones.phone('boss')
    await boss.open('/pages/owner/materials/index')
    await boss.see('复制 1 · 保存 1 · 分享 1')
    await boss.tap(TITLE)
    await boss.see('一共用过 3 次', `1. ${shop.data.sharer}`)
    await boss.shot('owner-material-edit', { full: true })
  })
})
