// 活动 on the owner's desk: the list with its states, and writing, publishing and taking back one.
import { afterEach, describe, expect, it, vi } from 'vitest'
import CampaignsPage from '@/pages/owner/campaigns'
import CampaignEditPage from '@/pages/owner/campaign-edit'
import PlanPage from '@/pages/owner/plan'
import { moveGoods } from '@/features/owner/campaign-draft'
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import { lostAnswer, refuse } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

type List = Api['owner.listCampaigns']['output']
type Stored = Api['owner.getCampaign']['output']
const at = (text: string) => Date.parse(`${text}:00+08:00`)
const NOW = at('2026-11-28T09:00')

const list: List = {
  next: null,
  rows: [
    {
      id: 'cmp_gift',
      title: '双旦茶礼',
      picture: '',
      startAt: at('2026-12-20T00:00'),
      endAt: at('2026-12-27T00:00'),
      state: 'to-come',
      productCount: 4,
    },
    {
      id: 'cmp_winter',
      title: '冬茶节',
      picture: 'https://shop.test/winter.jpg',
      startAt: at('2026-11-20T00:00'),
      endAt: at('2026-12-01T00:00'),
      state: 'running',
      productCount: 2,
    },
  ],
}
const product = (id: string, title: string) => ({
  id,
  title,
  picture: '',
  fromPriceFen: fen(5000),
  isOnShelf: true,
})
const stored: Stored = {
  id: 'cmp_winter',
  title: '冬茶节',
  intro: '',
  picture: 'https://shop.test/winter.jpg',
  startAt: at('2026-11-20T00:00'),
  endAt: at('2026-12-01T00:00'),
  state: 'running',
  revision: 3,
  products: [product('prd_rougui', '武夷肉桂礼盒'), product('prd_laobai', '二一年老白茶饼')],
  plans: [],
}

afterEach(closeDesk)

describe('活动列表', () => {
  itKeepsItsStates({
    page: () => <CampaignsPage />,
    action: 'owner.listCampaigns',
    desk: teaDesk,
    good: list,
    words: '双旦茶礼',
    empty: { answer: { rows: [], next: null }, words: '还没有活动' },
  })

  it('每场说从哪天到哪天、什么状态、几件商品；点开去编辑', async () => {
    vi.setSystemTime(NOW)
    const { screen, visits } = await openDesk(<CampaignsPage />, teaDesk, {
      'owner.listCampaigns': list,
    })
    for (const words of ['12 月 20 日 – 12 月 26 日', '未开始', '4 件商品', '进行中']) {
      expect(screen.text()).toContain(words)
    }
    await screen.tap('冬茶节')
    await screen.tap('办一场活动')
    expect(visits).toEqual([
      'navigateTo /pages/owner/campaign-edit/index?id=cmp_winter',
      'navigateTo /pages/owner/campaign-edit/index',
    ])
  })
})

describe('编辑活动', () => {
  itKeepsItsStates({
    page: () => <CampaignEditPage />,
    action: 'owner.getCampaign',
    desk: teaDesk,
    good: stored,
    words: '武夷肉桂礼盒',
    params: { id: 'cmp_winter' },
  })

  const edit = (campaign: Stored, answers: Record<string, unknown> = {}) =>
    openDesk(
      <CampaignEditPage />,
      teaDesk,
      { 'owner.getCampaign': campaign, ...answers },
      { id: campaign.id },
    )

  it('新办一场：写名字、选商品，没有封面先存草稿', async () => {
    const { screen, cloud, visits } = await openDesk(<CampaignEditPage />, mountainDesk, {
      'owner.listProducts': {
        rows: [
          { ...product('prd_mushroom', '高山花菇'), stock: 5, soldCount: 1 },
          { ...product('prd_bamboo', '冬笋干'), stock: 5, soldCount: 1 },
        ],
        next: null,
      },
      'owner.saveCampaign': { id: 'cmp_new' },
    })
    expect(screen.text()).toContain('先起个名字')
    await screen.type('活动名', '山货上新')
    await screen.tap('选商品')
    await screen.settle()
    await screen.tap('选 冬笋干')
    await screen.tap('选 高山花菇')
    await screen.tap('关闭')
    expect(screen.text()).toContain('有封面才能发布')
    await screen.tap('先保存')
    await screen.settle()
    expect(cloud.callsOf('owner.saveCampaign')[0]?.input).toMatchObject({
      title: '山货上新',
      picture: '',
      productIds: ['prd_bamboo', 'prd_mushroom'],
    })
    expect(visits).toContain('navigateBack')
  })

  it('上下挪、移除，存的就是看到的顺序；带着看到的那一版', async () => {
    const { screen, cloud } = await edit(stored, { 'owner.saveCampaign': { id: 'cmp_winter' } })
    await screen.tap('往后 武夷肉桂礼盒')
    await screen.tap('保存修改')
    await screen.settle()
    expect(cloud.callsOf('owner.saveCampaign')[0]?.input).toMatchObject({
      id: 'cmp_winter',
      revision: 3,
      productIds: ['prd_laobai', 'prd_rougui'],
      startAt: stored.startAt,
      endAt: stored.endAt,
    })
  })

  it('别人先改了：说明白，写的还在', async () => {
    const { screen } = await edit(stored, { 'owner.saveCampaign': refuse('CAMPAIGN_MOVED_ON') })
    await screen.type('活动名', '冬茶节第二场')
    await screen.tap('保存修改')
    await screen.settle()
    expect(screen.text()).toContain('别人刚改过这个活动')
    const [title] = screen.all('input')
    expect((title as HTMLInputElement | undefined)?.value).toBe('冬茶节第二场')
  })

  it('发布前问一声，说日子和件数；断网了再点还是同一次', async () => {
    vi.setSystemTime(NOW)
    const draft = { ...stored, state: 'draft' as const }
    const { screen, cloud } = await edit(draft, { 'owner.setCampaignStatus': lostAnswer() })
    await screen.tap('发布')
    expect(screen.text()).toContain('发布「冬茶节」')
    expect(screen.text()).toContain('11 月 20 日 – 11 月 30 日，2 件商品')
    await press(screen, '.fy-dialog .fy-btn')
    expect(screen.text()).toContain('再试一次不会重复提交')
    cloud.answer({ 'owner.setCampaignStatus': {}, 'owner.getCampaign': stored })
    await screen.tap('发布')
    await press(screen, '.fy-dialog .fy-btn')
    await screen.settle()
    expect(screen.text()).toContain('分销员在活动页点“分享这个活动”')
    const asked = cloud.callsOf('owner.setCampaignStatus')
    expect(asked.map(({ requestId }) => requestId)).toEqual([
      asked[0]?.requestId,
      asked[0]?.requestId,
    ])
    expect(cloud.callsOf('owner.saveCampaign')).toEqual([])
  })

  it('撤下前说清楚链接会怎样、方案会怎样', async () => {
    const copy = {
      version: '2026-12-A',
      from: stored.startAt,
      to: stored.endAt,
      productIds: ['prd_rougui', 'prd_laobai'],
    }
    const { screen, cloud } = await edit(
      { ...stored, plans: [copy] },
      { 'owner.setCampaignStatus': {} },
    )
    await screen.tap('撤下')
    expect(screen.text()).toContain('分享出去的链接会带到店里')
    expect(screen.text()).toContain('方案里给它定的比例照旧')
    await press(screen, '.fy-dialog .fy-btn')
    expect(cloud.callsOf('owner.setCampaignStatus')[0]?.input).toEqual({
      campaignId: 'cmp_winter',
      status: 'withdrawn',
    })
  })

  it('方案用着它：明说方案记下的日子和商品不会跟着变', async () => {
    vi.setSystemTime(NOW)
    const copy = {
      version: '2026-12-A',
      from: at('2026-11-20T00:00'),
      to: at('2026-11-26T00:00'),
      productIds: ['prd_rougui'],
    }
    const { screen } = await edit({ ...stored, plans: [copy] })
    expect(screen.text()).toContain('2026-12-A 记下的是 11 月 20 日 – 11 月 25 日、1 件商品')
    expect(screen.text()).toContain('发布过的方案不会跟着变')
  })

  it('挪到头尾之外就不动', () => {
    const goods = stored.products
    expect(moveGoods(goods, 0, -1)).toBe(goods)
    expect(moveGoods(goods, 1, 2)).toBe(goods)
    expect(moveGoods(goods, 1, 0).map(({ id }) => id)).toEqual(['prd_laobai', 'prd_rougui'])
  })
})

describe('佣金方案里选活动', () => {
  it('从店里的活动选：编号、日子、商品都填好，叫活动的名字', async () => {
    const { screen, cloud } = await openDesk(<PlanPage />, teaDesk, {
      'owner.getPlan': teaDesk.plan,
      'owner.listCampaigns': list,
      'owner.getCampaign': stored,
      'owner.savePlanDraft': { planId: 'pln_b', warnings: [] },
      'owner.validatePlan': { checks: [], warnings: [] },
    })
    await screen.tap('改一版')
    await screen.tap('添加')
    await screen.tap('活动')
    await screen.settle()
    expect(cloud.callsOf('owner.listCampaigns')[0]?.input).toEqual({ which: 'open' })
    await screen.tap('冬茶节')
    await screen.settle()
    expect(screen.text()).toContain('「冬茶节」以后改了，方案不会跟着变')
    await screen.type('一级比例', '18')
    await screen.tap('写进草稿')
    expect(screen.text()).toContain('活动 · 冬茶节')
    expect(screen.text()).not.toContain('cmp_winter')
    await screen.tap('存草稿，检查一遍')
    await screen.settle()
    const { rules } = cloud.callsOf('owner.savePlanDraft')[0]
      ?.input as Api['owner.savePlanDraft']['input']
    expect(rules.overrides.at(-1)).toEqual({
      scope: 'campaign',
      id: 'cmp_winter',
      productIds: ['prd_rougui', 'prd_laobai'],
      from: '2026-11-20T00:00:00+08:00',
      to: '2026-12-01T00:00:00+08:00',
      rateBps: [1800],
    })
  })

  it('写好的草稿里也叫活动的名字，不叫编号', async () => {
    const { rules, ...rest } = mountainDesk.plan.draft as NonNullable<
      typeof mountainDesk.plan.draft
    >
    const overrides = rules.overrides.map((one) => ({ ...one, id: 'cmp_winter' }))
    const plan = {
      ...mountainDesk.plan,
      draft: { ...rest, rules: { ...rules, overrides } },
      campaigns: [{ id: 'cmp_winter', name: '冬茶节' }],
    }
    const desk = { ...mountainDesk, session: teaDesk.session }
    const { screen } = await openDesk(<PlanPage />, desk, { 'owner.getPlan': plan })
    expect(screen.text()).toContain('活动 · 冬茶节')
  })
})
