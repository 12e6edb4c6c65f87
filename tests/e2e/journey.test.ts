// 主线，全在手机上走一遍：开店、结伴、分享、下单、到账、提现、退款；每一步之后账都是平的。
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOOTSTRAP_CODE } from '../support/world'
import * as desk from './support/desk'
import { idNumberOf } from '../support/real-names'
import * as fig from './support/figures.data'
import { openShop, type Phones } from './support/weapp-phones'
import { holdPhones, walkOn } from './support/walk-on'
import { BY_CARD, BY_CODE, type WeappPhone } from './support/weapp-phone'
import { readPoster, scanPath } from './support/scan'
import * as shopper from './support/shopper'

let phones: Phones
let boss: WeappPhone
let lan: WeappPhone
let mei: WeappPhone
let ming: WeappPhone
let fang: WeappPhone
/** Mei's card to a friend, and the path behind her poster's code. */
let cardPath = ''
let scenePath = ''

beforeAll(async () => {
  phones = await openShop()
  ;({ boss, lan, mei, ming, fang } = await holdPhones(phones))
  // Notices come when the test says so: late, and twice.
  await phones.world.control('wechat/notices/pause')
})
afterAll(() => phones.stop())
walkOn(() => phones)

describe('开店', () => {
  it('店主用开店码认领这家店', async () => {
    await boss.open('/pages/tabs/me/index')
    await boss.tap('开店')
    await boss.type('店名', fig.SHOP)
    await boss.type('开店码', BOOTSTRAP_CODE)
    await boss.shot('owner-claim')
    await boss.tap('开张')
    await boss.see(`${fig.SHOP} · 看板`, '发布一版佣金方案', '把第一件商品放上货架')
    await boss.shot('owner-dashboard-new')
  })

  it('发布佣金方案：12 %、3 %，银毫一级加 1.5 %', async () => {
    await desk.publishPlan(boss)
  })

  it('分好类，把一件有两种规格、有图的商品放上货架', async () => {
    await desk.addProduct(boss)
    await ming.open()
    await ming.see(fig.SHOP, fig.CATEGORY, fig.TEA, '¥1,688')
  })
})

/** What people did is counted on the dashboard at most a minute later. */
const aMinuteLater = () => phones.world.cloud.clock.advance(61_000)

describe('结伴', () => {
  it('何岚申请，店主在手机上通过', async () => {
    await lan.open('/pages/tabs/distribution/index')
    await lan.tap('申请成为分销员')
    await lan.type('怎么称呼你', fig.LAN)
    await lan.tap('提交申请')
    await lan.see('正在审核')
    await lan.shot('apply-waiting')
    aMinuteLater()
    await desk.admit(boss, fig.LAN)
    await lan.open('/pages/tabs/distribution/index')
    await lan.see(fig.LAN, '新芽', '可提现', '¥0.00')
    await lan.shot('centre-new')
  })

  it('小梅经何岚的店铺分享进来申请，通过后定为银毫', async () => {
    await lan.tap('海报和码')
    await lan.tap('微信好友')
    const card = await lan.sharedCard()
    expect(card.path).toMatch(/^\/pages\/tabs\/home\/index\?s=/)
    await mei.arrive(card.path, BY_CARD)
    await mei.see(fig.LAN)
    await mei.tapWechat('分销')
    await mei.tap('申请成为分销员')
    await mei.see('何** 邀请你一起分享')
    await mei.type('怎么称呼你', fig.MEI)
    await mei.tap('提交申请')
    await mei.see('正在审核')
    aMinuteLater()
    await desk.admit(boss, fig.MEI)
    await desk.setTier(boss, fig.MEI, '银毫')
  })
})

describe('分享', () => {
  it('小梅打开商品，看到每件赚多少', async () => {
    await mei.open()
    await mei.tap(fig.TEA)
    await mei.see('分享赚', `${fig.MEI_EARNS.cake}到${fig.MEI_EARNS.box}/ 件`)
    await mei.tap('规格')
    await mei.tap(fig.CAKE.name)
    await mei.tap('关闭')
    await mei.see(`分享赚${fig.MEI_EARNS.cake}/ 件`)
    await mei.shot('product-distributor')
  })

  it('发一张卡片给朋友', async () => {
    await mei.tap('分享')
    await mei.see(`朋友买一件，你得 ${fig.MEI_EARNS.cake} 到 ${fig.MEI_EARNS.box}`)
    await mei.shot('share-sheet')
    await mei.tap('微信好友')
    const card = await mei.sharedCard()
    expect(card.title).toContain(fig.TEA)
    cardPath = card.path
    expect(cardPath).toMatch(/^\/pages\/trade\/product\/index\?.*s=/)
  })

  it('做一张海报，上面的小程序码真的扫得出来', async () => {
    await mei.tap('分享')
    await mei.tap('保存海报')
    await mei.tap('保存到相册')
    await mei.tapWechat('允许')
    await mei.see('已保存到相册')
    await mei.shot('poster')
    scenePath = await scanPath(phones.world, readPoster(await mei.savedPicture()))
    expect(scenePath).toMatch(/^\/pages\/trade\/product\/index\?scene=/)
    await mei.tap('关闭')
  })
})

describe('下单', () => {
  it('阿明点开卡片，两种规格各买一件，写地址，付款', async () => {
    await ming.arrive(cardPath, BY_CARD)
    await ming.see(fig.TEA, '¥1,688.00')
    await shopper.putIntoCart(ming, fig.CAKE.name)
    await shopper.putIntoCart(ming, fig.BOX.name)
    await ming.shot('product-shopper')
    await shopper.payCart(ming, { pieces: 2, total: fig.FIRST_ORDER.total, receiver: '周明' })
    await ming.see('付好了', fig.FIRST_ORDER.total)
    await ming.shot('pay-result-paid')
  })

  it('小梅和何岚马上看到待结算，每一笔都讲得清', async () => {
    await mei.open('/pages/distributor/commissions/index')
    await mei.see(`+${fig.FIRST_ORDER.mei}`, '待结算', '一级')
    await mei.shot('commissions')
    await mei.tap(`+${fig.FIRST_ORDER.mei}`)
    await mei.see('为什么是这个数', '银毫', '+1.5%', '合计 13.5%')
    await mei.see(`¥1,688.00 × 13.5%`, fig.MEI_EARNS.cake, `¥4,866.00 × 13.5%`, fig.MEI_EARNS.box)
    await mei.shot('commission-why')
    await lan.open('/pages/distributor/commissions/index')
    await lan.tap(`+${fig.FIRST_ORDER.lan}`)
    await lan.see('二级（邀请人）', `¥1,688.00 × 3%`, fig.LAN_EARNS.cake, fig.LAN_EARNS.box)
  })

  it('付款通知迟到，还来了两次：什么也不多算', async () => {
    expect(await desk.deliverNotices(phones.world, 'payment', 2)).toEqual(['200', '200'])
    await phones.world.runTimer()
    await mei.open('/pages/distributor/wallet/index')
    await mei.see(`待结算${fig.FIRST_ORDER.mei}`)
    await lan.open('/pages/distributor/wallet/index')
    await lan.see(`待结算${fig.FIRST_ORDER.lan}`)
  })
})

describe('到账', () => {
  it('店主发货，阿明确认收货', async () => {
    aMinuteLater()
    await desk.ship(boss, 'SF1234567890')
    await ming.open('/pages/trade/orders/index?filter=to-receive')
    await ming.shot('orders-to-receive')
    await ming.tap(fig.TEA)
    await ming.see('包裹在路上', '顺丰速运', 'SF1234567890')
    await ming.shot('order-shipped')
    await ming.tap('确认收货')
    await ming.tap('确认收到')
    await ming.see('已收货')
  })

  it('六天还不够，第七天定时器结算，钱包里可提现', async () => {
    await phones.world.passDays(6)
    await mei.open('/pages/distributor/wallet/index')
    await mei.see('可提现¥0.00', `待结算${fig.FIRST_ORDER.mei}`)
    await phones.world.passDays(1)
    await mei.open('/pages/distributor/wallet/index')
    await mei.see(`可提现${fig.FIRST_ORDER.mei}`, '待结算¥0.00')
    await mei.shot('wallet-available')
  })
})

describe('提现', () => {
  it('店里要代扣税，小梅先登记实名，页上只剩打码的', async () => {
    await mei.tap('提现')
    await mei.see('先登记实名才能提现', '登记实名后可提现')
    await mei.shot('withdraw-unnamed')
    await mei.tap('去登记')
    await mei.type('姓名', fig.MEI)
    await mei.type('身份证号', idNumberOf('o_mei'))
    await mei.tap('我看过了，同意这样使用')
    await mei.shot('real-name')
    await mei.tap('登记实名')
    await mei.see('实名登记好了', '9900**********')
    await mei.shot('real-name-saved')
    await mei.tapWechat('返回')
  })

  it('小梅先看清到账多少，再申请', async () => {
    await mei.see('到账怎么算', fig.WITHDRAWAL.tax, `实际到账${fig.WITHDRAWAL.net}`)
    await mei.shot('withdraw')
    await mei.tap(`提现 ${fig.WITHDRAWAL.amount}，到账 ${fig.WITHDRAWAL.net}`)
    await mei.see('提现已经提交', '等店里审核')
    await mei.shot('withdraw-sent')
  })

  it('店主同意，小梅在微信里确认收款，到账', async () => {
    aMinuteLater()
    await desk.approvePayout(boss, fig.MEI, fig.WITHDRAWAL)
    await mei.open('/pages/distributor/withdrawals/index')
    await mei.tap('确认收款')
    await mei.see('推广佣金提现', fig.WITHDRAWAL.net)
    await mei.shot('transfer-sheet')
    await mei.tapWechat('确认收款')
    await mei.see('到了微信零钱')
    await mei.shot('withdrawals-paid')
    await mei.open('/pages/distributor/wallet/index')
    await mei.see('可提现¥0.00', '提现中¥0.00', `已到账${fig.WITHDRAWAL.amount}`)
    await mei.shot('wallet-paid')
  })
})

describe('第二位顾客', () => {
  it('阿芳扫海报上的码进来，买三件', async () => {
    await fang.arrive(scenePath, BY_CODE)
    await fang.see(fig.TEA)
    await shopper.buyNow(fang, fig.CAKE.name, { pieces: 3, total: fig.SECOND_ORDER.total })
    await fang.see('付好了', fig.SECOND_ORDER.total)
    await mei.open('/pages/distributor/commissions/index')
    await mei.see(`+${fig.SECOND_ORDER.mei}`)
  })

  it('结算前退一件，两级佣金都精确地缩小', async () => {
    await fang.tap('看订单')
    await fang.tap('申请售后')
    await fang.shot('after-sale-apply')
    await shopper.askBack(fang, fig.TEA, { pieces: 1, refund: fig.SECOND_ORDER.refund })
    aMinuteLater()
    await desk.approveRefund(boss, fig.SECOND_ORDER.refund)
    await desk.deliverNotices(phones.world, 'refund', 2)
    await fang.open('/pages/trade/orders/index?filter=after-sale')
    await fang.see('已退款', fig.SECOND_ORDER.refund)
    const { mei: before, meiAfter, lan: lanBefore, lanAfter } = fig.SECOND_ORDER
    await mei.open('/pages/distributor/commissions/index')
    await mei.see(`+${meiAfter}`, `原 +${before}`)
    await mei.tap(`+${meiAfter}`)
    await mei.see('第 1 次退款，按剩下的重算', '剩下的计佣金额¥3,376.00', `退款后留下${meiAfter}`)
    await mei.shot('commission-why-refund')
    await lan.open('/pages/distributor/commissions/index')
    await lan.see(`+${lanAfter}`, `原 +${lanBefore}`)
  })
})

describe('对账', () => {
  it('钱包、店主的「谁赚了多少」和看板一分不差', async () => {
    await mei.open('/pages/distributor/wallet/index')
    await mei.see(`待结算${fig.SECOND_ORDER.meiAfter}`, `已到账${fig.WITHDRAWAL.amount}`)
    await lan.open('/pages/distributor/wallet/index')
    await lan.see(`可提现${fig.FIRST_ORDER.lan}`, `待结算${fig.SECOND_ORDER.lanAfter}`)
    await phones.world.runTimer()
    await boss.open('/pages/owner/earnings/index')
    await boss.see(fig.MEI, fig.IN_ALL.mei, fig.LAN, fig.IN_ALL.lan, fig.IN_ALL.both)
    await boss.see(`待结算${fig.IN_ALL.pending}`, `已到账${fig.WITHDRAWAL.amount}`)
    await boss.shot('owner-earnings')
    aMinuteLater()
    await boss.open('/pages/owner/dashboard/index')
    await boss.tap('今天')
    await boss.see(`销售额 11.27${fig.SECOND_ORDER.total}`, `${fig.IN_ALL.pending} · 上限 20%`)
    await boss.see(
      fig.MEI,
      `+${fig.SECOND_ORDER.meiAfter}`,
      fig.LAN,
      `+${fig.SECOND_ORDER.lanAfter}`,
    )
    await boss.shot('owner-dashboard-today', { full: true })
  })
})
