// 活动：店主办一场、定好比例发布，分销员发卡片和海报，顾客的手机冷启动打开、买到，佣金按活动的比例；结束之后带到店里。
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onText } from '@/components/moment/format'
import { startOfDate } from '@contract/time'
import { holdShop } from './support/hold-shop'
import type { LaidOut } from './support/lay-out'
import { readPoster, scanPath } from './support/scan'
import { buyNow } from './support/shopper'
import { SHOPS } from './support/shops.data'
import { BY_CARD, BY_CODE, type WeappPhone } from './support/weapp-phone'
import type { Phones } from './support/weapp-phones'

const data = SHOPS[0]
const TITLE = '围炉夜'
/** As the phone says it: with the year, once it is another. */
const DAYS = `${onText('2026-11-27')} – ${onText('2026-11-28')}`
const COVER = join(__dirname, '..', '..', 'seed', 'art', 'pictures', 'banner-winter.jpg')
/** 50 克 at ¥58.00: the campaign's 18 % and 银毫's 1.5 %; the campaign names no second level. */
const EARNED = '¥11.31'

let shop: LaidOut
let phones: Phones
let boss: WeappPhone
let mei: WeappPhone
/** Mei's card to a friend, and the path behind her poster's code. */
let cardPath = ''
let scenePath = ''

holdShop(data, async (laidOut, opened) => {
  shop = laidOut
  phones = opened
  boss = await opened.phone('boss')
  mei = await opened.phone('mei')
})

/** WeChat's sheet of days stands at the phone's own today: the shop's days, 27 to 28 November, are written for it. */
async function writeDays(): Promise<void> {
  const owner = shop.world.as('boss')
  const { rows } = await owner.call('owner.listCampaigns', {})
  const campaignId = rows.find(({ title }) => title === TITLE)?.id ?? ''
  const { id, revision, title, picture, products } = await owner.call('owner.getCampaign', {
    campaignId,
  })
  await owner.call('owner.saveCampaign', {
    ...{ id, revision, title, picture },
    productIds: products.map((product) => product.id),
    startAt: startOfDate('2026-11-27'),
    endAt: startOfDate('2026-11-29'),
  })
}

describe('店主', () => {
  it('从工作台办一场活动：封面、名字、日子、商品，问过才发布', async () => {
    await boss.open('/pages/owner/dashboard/index')
    await boss.tap('活动')
    await boss.see(data.campaign, '进行中')
    await boss.tap('办一场活动')
    await boss.choosePicture('加图片', COVER)
    await boss.see('封面')
    await boss.type('活动名', TITLE)
    await boss.tap('选商品')
    await boss.tap(`选 ${data.product}`)
    await boss.tap('关闭')
    await boss.shot('campaign-edit', { full: true })
    await boss.tap('先保存')
    await boss.see(TITLE, '草稿')
    await writeDays()
    await boss.tap(TITLE)
    await boss.see(
      `开始${onText('2026-11-27')} 00:00`,
      `结束${onText('2026-11-29')} 00:00`,
      '只有你看得到',
    )
    await boss.tap('发布')
    await boss.see(`发布「${TITLE}」`, `${DAYS}，1 件商品`)
    await boss.tap('发布')
    await boss.see('进行中', '分销员在活动页点“分享这个活动”')
  })

  it('在佣金方案里选这场活动，看到毛利，发布', async () => {
    await boss.open('/pages/owner/plan/index')
    await boss.tap('改一版')
    await boss.see('卖得最好的，最少剩多少', `没填进货价：${data.product}`)
    await boss.tap('添加')
    await boss.tap('活动')
    await boss.tap(TITLE)
    await boss.see(`「${TITLE}」以后改了，方案不会跟着变`)
    await boss.type('一级比例', '18')
    await boss.shot('plan-campaign')
    await boss.tap('写进草稿')
    await boss.see(`活动 · ${TITLE}`)
    await boss.tap('存草稿，检查一遍')
    await boss.see('合规检查通过')
    await boss.tap('发布 2026-11-A')
    await boss.tap('发布，现在起生效')
    await boss.see('正在用', `活动 · ${TITLE}`, '18%')
  })

  it('再看活动：明说方案记下的不会跟着变', async () => {
    await boss.open('/pages/owner/campaigns/index')
    await boss.tap(TITLE)
    await boss.see(`2026-11-A 记下的是 ${DAYS}、1 件商品`, '不会跟着变')
  })

  it('拿上个月的订单试算：一点就算，那时还没开张就照实说', async () => {
    await boss.open('/pages/owner/plan/index')
    await boss.tap('改一版')
    await boss.type('一级', '13')
    await boss.tap('存草稿，检查一遍')
    await boss.see('合规检查通过')
    await boss.tap('用上个月的订单算一遍')
    await boss.see('10 月的 0 单', '这些天没有付过款的订单')
  })
})

describe('分销员', () => {
  it('从首页的横幅进活动页，发卡片给朋友', async () => {
    await mei.open()
    await mei.tap(TITLE)
    await mei.see(TITLE, '进行中', '还剩 1 天', data.product, `赚 ${EARNED}`)
    await mei.shot('campaign-distributor', { full: true })
    await mei.tap('分享这个活动')
    await mei.see('朋友买活动里的')
    await mei.tap('微信好友')
    const card = await mei.sharedCard()
    expect(card.title).toBe(TITLE)
    expect(card.path).toMatch(/^\/pages\/trade\/campaign\/index\?id=cmp_.*&s=/)
    cardPath = card.path
  })

  it('再存一张海报', async () => {
    await mei.tap('分享这个活动')
    await mei.tap('保存海报')
    await mei.tap('保存到相册')
    await mei.tapWechat('允许')
    await mei.see('已保存到相册')
    await mei.shot('campaign-poster')
    scenePath = await scanPath(shop.world, readPoster(await mei.savedPicture()))
    expect(scenePath).toMatch(/^\/?pages\/trade\/campaign\/index/)
  })
})

describe('顾客', () => {
  it('阿芳冷启动打开卡片，买活动里的茶', async () => {
    const fang = await phones.phone('fang')
    await fang.arrive(cardPath, BY_CARD)
    await fang.see(TITLE, '进行中', data.product, data.figures.prices[0])
    expect(await fang.text()).not.toContain('赚')
    await fang.shot('campaign-shopper')
    await fang.tap(data.product)
    await buyNow(fang, data.skus[0].spec, { pieces: 1, total: data.figures.unpaidTotal })
    await fang.see('付好了')
  })

  it('佣金按活动的比例，说明里叫得出是哪场活动', async () => {
    await mei.open('/pages/distributor/commissions/index')
    await mei.tap(`+${EARNED}`)
    await mei.see('为什么是这个数', `活动“${TITLE}”单独定了 18%`, '合计 19.5%')
    await mei.shot('campaign-commission-why')
  })

  it('另一位扫海报上的码，也到活动页', async () => {
    const hua = await phones.phone('hua')
    await hua.arrive(scenePath, BY_CODE)
    await hua.see(TITLE, '进行中', data.product)
  })
})

describe('结束之后', () => {
  it('卡片说已经结束，一步带到店里；首页不再摆它', async () => {
    await shop.world.passDays(2)
    const jun = await phones.phone('jun')
    await jun.arrive(cardPath, BY_CARD)
    await jun.see(TITLE, '已经结束', '店还开着')
    await jun.shot('campaign-ended')
    await jun.tap('去店里逛逛')
    await jun.see(data.name, data.category)
    await jun.seeNo(TITLE)
  })

  it('扫码来的也知道是哪一场结束了', async () => {
    const yi = await phones.phone('yi')
    await yi.arrive(scenePath, BY_CODE)
    await yi.see(`「${TITLE}」已经结束，店里还有别的`)
    await yi.tap('去逛逛')
    await yi.see(data.name)
  })

  it('活动页不能再分享', async () => {
    await mei.open(`${cardPath.split('&')[0] ?? ''}`)
    await mei.see('已经结束')
    expect(await mei.text()).not.toContain('分享这个活动')
  })
})
