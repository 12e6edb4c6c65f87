// The share sheet: what a share earns, a code for each way out, the poster, and failures said in place.
import { afterEach, describe, expect, it } from 'vitest'
import type { ShareCard } from '@/api/platform'
import { ShareSheet } from '@/features/share/share-sheet'
import { useShareCards } from '@/features/share/use-share-cards'
import type { ShareTarget } from '@/features/share/shares'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import type { DistributorFixture } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

const plain = { title: '随便看看', path: '/pages/tabs/home/index' }

function Shared({ target }: { target: ShareTarget }) {
  useShareCards(target, () => plain)
  return <ShareSheet open onClose={() => undefined} target={target} />
}

const productOf = (shop: DistributorFixture): ShareTarget => ({
  kind: 'product',
  productId: shop.product.id,
})

/** Each channel with a code of its own. */
const byChannel = (shop: DistributorFixture): Answers => ({
  'distributor.createShare': ({ channel }) => ({
    ...shop.share,
    shareCode: `C-${channel}`,
    path: `/pages/trade/product/index?s=C-${channel}`,
  }),
})

async function open(shop: DistributorFixture, target: ShareTarget, answers: Answers = {}) {
  const sent: ShareCard[] = []
  const copied: string[] = []
  const screen = await visit(<Shared target={target} />, shop, {
    answers: { ...byChannel(shop), ...answers },
    phone: {
      share: (card) => void sent.push(card),
      copyText: (text) => Promise.resolve(void copied.push(text)),
    },
  })
  await screen.settle()
  return { ...screen, sent, copied }
}

describe('分享', () => {
  it('说清楚朋友买一件你得多少、什么时候能提', async () => {
    const screen = await open(tea, productOf(tea))
    expect(screen.text()).toContain('朋友买一件，你得 ¥41.72')
    expect(screen.text()).toContain('付款后待结算，收货 7 天后可提现')
  })

  it('规格不同赚得不同时，说从多少到多少', async () => {
    const screen = await open(pottery, productOf(pottery))
    expect(screen.text()).toContain('你得 ¥3.00 到 ¥5.28')
    expect(screen.text()).toContain('收货 10 天后可提现')
  })

  it('不计佣的商品照实说', async () => {
    const earn = { ...tea.product, earn: { fromFen: 0, toFen: 0 } } as typeof tea.product
    const screen = await open(tea, productOf(tea), { 'mall.getProduct': earn })
    expect(screen.text()).toContain('这件商品按现在的方案不计佣金')
  })

  it.each([
    ['微信好友', 'C-friend'],
    ['微信群', 'C-group'],
    ['朋友圈', 'C-timeline'],
  ])('%s 用自己的分享码 %s', async (way, code) => {
    const screen = await open(tea, productOf(tea))
    await screen.tap(way)
    expect(screen.sent).toEqual([
      {
        title: '武夷肉桂礼盒 · 慧苑坑',
        path: `/pages/trade/product/index?s=${code}`,
        imageUrl: 'https://shop.test/prd_rougui.jpg',
      },
    ])
  })

  it('从微信菜单转发的卡片也带着码', async () => {
    const screen = await open(tea, productOf(tea))
    const answers = await screen.signal('share')
    expect(answers).toContainEqual(
      expect.objectContaining({ path: '/pages/trade/product/index?s=C-friend' }),
    )
  })

  it('文案里有商品、价格和是谁推荐的', async () => {
    const screen = await open(tea, productOf(tea))
    await screen.tap('复制文案')
    expect(screen.copied[0]).toContain('武夷肉桂礼盒 · 慧苑坑 ¥298.00')
    expect(screen.copied[0]).toContain('沈知夏 推荐，在「茶与礼」')
  })

  it('活动说每件各得多少，文案里有从哪天到哪天', async () => {
    const campaign = {
      id: 'cmp_winter',
      title: '冬茶节',
      intro: '',
      picture: '',
      startAt: Date.parse('2026-11-20T00:00:00+08:00'),
      endAt: Date.parse('2026-12-01T00:00:00+08:00'),
      state: 'running' as const,
      now: Date.parse('2026-11-21T00:00:00+08:00'),
      goods: [],
    }
    const target = { kind: 'campaign', campaignId: 'cmp_winter' } as const
    const screen = await open(tea, target, {
      'mall.getCampaign': campaign,
      'distributor.createShare': { ...tea.share, title: '冬茶节', shareCode: 'AB12CD34EF' },
    })
    expect(screen.text()).toContain('朋友买活动里的，你得每件的“分享赚”')
    await screen.tap('复制文案')
    expect(screen.copied[0]).toContain('冬茶节\n11 月 20 日 – 11 月 30 日\n沈知夏 推荐')
    expect(screen.copied[0]).toContain('填邀请码：AB12C D34EF')
    await screen.tap('微信好友')
    expect(screen.sent[0]?.title).toBe('冬茶节')
    expect(screen.cloud.callsOf('distributor.createShare')[0]?.input).toMatchObject({ target })
  })

  it('分享店铺不问商品', async () => {
    const screen = await open(pottery, { kind: 'shop' })
    expect(screen.text()).toContain('朋友进店下单')
    expect(screen.cloud.callsOf('mall.getProduct')).toEqual([])
    expect(screen.cloud.callsOf('distributor.createShare').map((made) => made.input)).toEqual(
      expect.arrayContaining([
        { target: { kind: 'shop' }, channel: 'friend' },
        { target: { kind: 'shop' }, channel: 'group' },
      ]),
    )
  })

  it('菜单转发和分享面板共用一个码，每个出口只要一次', async () => {
    const screen = await open(tea, productOf(tea))
    const channels = screen.cloud
      .callsOf('distributor.createShare')
      .map((made) => (made.input as { channel: string }).channel)
    expect([...channels].sort()).toEqual(['friend', 'group', 'timeline'])
  })

  it('码没有拿到时说原因，再试一次就有', async () => {
    const screen = await open(tea, productOf(tea), {
      'distributor.createShare': refuse('TRY_AGAIN'),
    })
    expect(screen.text()).toContain('分享还没有准备好')
    expect(screen.has('微信好友')).toBe(false)
    screen.cloud.answer(byChannel(tea))
    await screen.tap('再试一次')
    await screen.settle()
    expect(screen.has('微信好友')).toBe(true)
  })

  it('协议没签的时候说先签，点了去签，不叫人白试', async () => {
    const screen = await open(tea, productOf(tea), {
      'distributor.createShare': refuse('AGREEMENT_LAPSED'),
    })
    expect(screen.text()).toContain('分销协议要先签好，才能再分享和邀请')
    expect(screen.text()).not.toContain('再试一次')
    await screen.tap('去签')
    expect(visits).toContain('navigateTo /pages/recruit/sign/index')
  })

  it('海报用海报自己的码；小程序码画不出来时说明，再试就好', async () => {
    const screen = await open(tea, productOf(tea), {
      'distributor.drawShareCode': refuse('SHARE_UNKNOWN'),
    })
    await screen.tap('保存海报')
    await screen.settle()
    expect(screen.text()).toContain('小程序码没有拿到：这个分享已经失效')
    expect(screen.cloud.callsOf('distributor.drawShareCode')[0]?.input).toEqual({
      shareCode: 'C-poster',
    })
    screen.cloud.answer({ 'distributor.drawShareCode': { image: 'data:image/png;base64,AA' } })
    await screen.tap('再试一次')
    await screen.settle()
    expect(screen.has('正在画海报')).toBe(true)
  })
})
