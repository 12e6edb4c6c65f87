// 分销 tab: the centre for distributors, the invitation for everyone else, and what it says when nothing works.
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { bps, fen } from '@contract/money'
import DistributionPage from '@/pages/tabs/distribution'
import { useSession } from '@/state/session'
import { never, offline, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import { own as ownTier, sell } from './tier.data'
import { goHome, shopperOf, visit } from './visit'

afterEach(goHome)

describe('分销中心', () => {
  it('先说可提现多少，再说待结算、今日和累计，另有多少提现中', async () => {
    const screen = await visit(<DistributionPage />, tea)
    expect(screen.text()).toContain('沈知夏')
    expect(screen.text()).toContain('金毫')
    for (const amount of ['¥1,286.40', '¥642.18', '¥300.00', '¥18,932.55', '+¥187.27']) {
      expect(screen.text()).toContain(amount)
    }
    expect(screen.text()).toContain('1,280访问')
    expect(screen.text()).toContain('另有¥300.00提现中')
    expect(screen.text()).toContain('截至 09:41')
  })

  it('换一家店，每个数都换', async () => {
    const screen = await visit(<DistributionPage />, pottery)
    expect(screen.text()).toContain('阿岚')
    expect(screen.text()).toContain('银毫')
    expect(screen.text()).toContain('¥9.05')
    expect(screen.text()).toContain('截至 18:05')
    for (const amount of ['1,286.40', '642.18', '187.27', '适合分享']) {
      expect(screen.text()).not.toContain(amount)
    }
  })

  it('没有可提现时按钮写明原因，欠款说清楚怎么抵', async () => {
    const screen = await visit(<DistributionPage />, pottery)
    await screen.tap('暂无可提现')
    expect(visits).toEqual([])
    expect(screen.text()).toContain('有 ¥12.50 欠款，之后到账的佣金会先抵扣')
  })

  it('有可提现时去提现', async () => {
    const screen = await visit(<DistributionPage />, tea)
    act(() => screen.all('.fy-btn-gold')[0]?.click())
    expect(visits).toEqual(['navigateTo /pages/distributor/withdraw/index'])
  })

  it('往下的次序是大家熟悉的：推广商品，海报，团队，订单，佣金，对账单，排行榜，等级，素材库', async () => {
    const screen = await visit(<DistributionPage />, tea)
    const words = [
      '可提现',
      '今天',
      '推广商品',
      '海报和码',
      '我的团队',
      '推广订单',
      '佣金明细',
      '对账单',
      '排行榜',
      '等级',
      '素材库',
    ]
    const places = words.map((word) => screen.text().indexOf(word))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    await screen.tap('全部')
    await screen.tap('推广订单')
    expect(visits).toEqual([
      'navigateTo /pages/distributor/goods/index',
      'navigateTo /pages/distributor/orders/index',
    ])
  })

  it('收益走势先看 7 天，换成 30 天就是 30 天的和；没有佣金不画空图', async () => {
    const screen = await visit(<DistributionPage />, tea)
    expect(screen.text()).toContain('7 天佣金+¥387.27')
    expect(screen.has('近 7 天每天的佣金，一共 +¥387.27')).toBe(true)
    await screen.tap('30 天')
    expect(screen.text()).toContain('30 天佣金+¥887.27')
    expect(screen.has('近 30 天每天的佣金，一共 +¥887.27')).toBe(true)
    const quiet = await visit(<DistributionPage />, pottery)
    expect(quiet.text()).toContain('这 7 天还没有佣金')
    await quiet.tap('30 天')
    expect(quiet.text()).toContain('+¥9.05')
  })

  it('离下一级还差多少，点开是等级页；问不到就不说', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      answers: { 'distributor.getTier': ownTier },
    })
    await screen.tap('本人销售还差 ¥320.00')
    expect(visits).toEqual(['navigateTo /pages/distributor/tier/index'])
    const broken = await visit(<DistributionPage />, tea, {
      answers: { 'distributor.getTier': refuse('INTERNAL') },
    })
    expect(broken.text()).not.toContain('还差')
    expect(broken.text()).toContain('¥1,286.40')
  })

  it('要办的事和别的一起到，问不到的就不说：没有什么会晚到一步，把正要点的推走', async () => {
    const own = { key: 'own-1', kind: 'own', title: '看完介绍', isDone: false } as const
    const waiting = {
      week: '2026-11-16',
      fromName: '兰姨',
      at: tea.centre.asOf,
      state: 'sent',
    } as const
    let answer = (_: { tasks: (typeof own)[] }) => {}
    const late = new Promise<{ tasks: (typeof own)[] }>((resolve) => {
      answer = resolve
    })
    const screen = await visit(<DistributionPage />, tea, {
      answers: {
        'distributor.getWelcome': () => late,
        'distributor.getAgreement': refuse('INTERNAL'),
        'distributor.listNudges': { isOn: true, rows: [waiting], next: null },
      },
    })
    expect(screen.has('海报和码')).toBe(false)
    answer({ tasks: [own] })
    await screen.settle()
    for (const words of ['兰姨 提醒你一下', '看完介绍', '海报和码', '¥1,286.40']) {
      expect(screen.text()).toContain(words)
    }
  })

  const rise = {
    ...{ id: 'c1', at: tea.centre.asOf, from: 'silver', to: 'gold', cause: 'reached' },
    ...{ month: '2026-10', need: 'all', reason: null, heldUntilOn: null },
    figures: [{ ...sell, value: fen(823600) }],
    ...{ bonusBps: [bps(150), bps(50)], memberOffBps: bps(500), perks: ['每月样茶 2 份'] },
  } as const satisfies NonNullable<typeof tea.centre.tierNews>
  const told = [
    [
      '升了',
      rise,
      ['升到金毫了', '佣金一级 +1.5%，二级 +0.5%；自己买减 5%；每月样茶 2 份'],
      '10 月本人销售 ¥8,236.00 / ¥8,000.00',
    ],
    [
      '降了',
      {
        ...{ ...rise, from: 'gold', to: 'silver', cause: 'missed', memberOffBps: bps(0) },
        ...{ perks: [], bonusBps: [] },
      },
      ['等级现在是银毫', '佣金不加成', '10 月又没有达到，金毫 → 银毫'],
      '10 月本人销售 ¥8,236.00 / ¥8,000.00',
    ],
    [
      '店主定的',
      { ...rise, cause: 'set-by-owner', reason: '开店帮了大忙', heldUntilOn: '2027-03-31' },
      ['升到金毫了', '店主定为金毫，保留到 2027 年 3 月 31 日'],
      '原因：开店帮了大忙',
    ],
  ] as const
  it.each(told)(
    '等级%s：带来什么、为什么，一张卡说清楚；收起就不再说',
    async (_, news, says, why) => {
      const centre = { ...tea.centre, tierNews: news } as typeof tea.centre
      const screen = await visit(<DistributionPage />, tea, {
        answers: { 'distributor.getCentre': centre, 'distributor.closeTierNews': {} },
      })
      for (const words of [...says, why]) expect(screen.text()).toContain(words)
      await screen.tap('看等级')
      expect(visits).toEqual(['navigateTo /pages/distributor/tier/index'])
      screen.cloud.answer({ 'distributor.getCentre': tea.centre })
      await screen.tap('知道了')
      expect(screen.cloud.callsOf('distributor.closeTierNews')[0]?.input).toEqual({
        changeId: 'c1',
      })
      expect(screen.text()).not.toContain(why)
    },
  )

  it('收不起来就说原因，卡还在', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      answers: {
        'distributor.getCentre': { ...tea.centre, tierNews: rise } as typeof tea.centre,
        'distributor.closeTierNews': offline,
      },
    })
    await screen.tap('知道了')
    expect(screen.text()).toContain('升到金毫了')
    expect(screen.text()).toContain('网络')
  })

  it('闭上眼睛藏住所有金额，再点一次又看得见', async () => {
    const screen = await visit(<DistributionPage />, tea)
    await screen.tap('隐藏金额')
    expect(screen.text()).not.toContain('1,286')
    expect(screen.text()).not.toContain('187')
    await screen.tap('显示金额')
    expect(screen.text()).toContain('¥1,286.40')
  })

  it('等着的时候不编数字', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      answers: { 'distributor.getCentre': never },
    })
    expect(screen.text()).not.toContain('¥')
  })

  it('出错时先说钱没有动，再试一次就好', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      answers: { 'distributor.getCentre': refuse('INTERNAL') },
    })
    expect(screen.text()).toContain('你的钱都在账上，没有变动。')
    screen.cloud.answer({ 'distributor.getCentre': tea.centre })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('¥1,286.40')
  })

  it('断网后照看旧数，但不让提现', async () => {
    const screen = await visit(<DistributionPage />, tea)
    screen.cloud.answer({ 'distributor.getCentre': offline() })
    await screen.signal('show')
    expect(screen.text()).toContain('没有网络')
    expect(screen.text()).toContain('¥1,286.40')
    expect(screen.text()).toContain('联网后可提现')
  })

  it('冻结的人看得到为什么什么都打不开', async () => {
    const frozen = {
      ...tea.session.distributor,
      status: 'frozen',
    } as typeof tea.session.distributor
    const session = {
      ...tea.session,
      roles: ['shopper'],
      distributor: frozen,
    } as typeof tea.session
    const screen = await visit(<DistributionPage />, tea, { session })
    expect(screen.text()).toContain('沈知夏，你的分销身份被「茶与礼」冻结了')
    expect(screen.cloud.callsOf('distributor.getCentre')).toEqual([])
  })
})

describe('还不是分销员', () => {
  it('写明方案的比例、冻结期、谁邀请的，也写明不收费、人头不发钱', async () => {
    const screen = await visit(<DistributionPage />, tea, { session: shopperOf(tea) })
    for (const words of ['10%', '3%', '收货 7 天后可提现', '兰姨 邀请你一起分享']) {
      expect(screen.text()).toContain(words)
    }
    expect(screen.text()).toContain('不收费，也不用先买东西')
    expect(screen.text()).toContain('佣金只来自真实成交')
    expect(screen.text()).toContain('邀请人数本身不发钱')
    await screen.tap('申请成为分销员')
    expect(visits).toEqual(['navigateTo /pages/recruit/apply/index'])
  })

  it('只有一级的方案不提第二级', async () => {
    const screen = await visit(<DistributionPage />, pottery, { session: shopperOf(pottery) })
    expect(screen.text()).toContain('8.5%')
    expect(screen.text()).toContain('收货 10 天后可提现')
    expect(screen.text()).not.toContain('你邀请的分销员')
  })

  it('还没有方案时不编比例', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      session: shopperOf(tea),
      answers: {
        'distributor.getApplication': { ...tea.application, rateText: [], freezeDays: null },
      },
    })
    expect(screen.text()).toContain('店主还没有公布佣金方案')
    expect(screen.text()).not.toContain('%')
  })

  it('审核中说明在等谁，不让再申请', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      session: shopperOf(tea),
      answers: { 'distributor.getApplication': { ...tea.application, status: 'applied' } },
    })
    expect(screen.text()).toContain('正在审核')
    expect(screen.has('申请成为分销员')).toBe(false)
  })

  it('退出的人要先和店主说，这里不能自己再申请', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      session: shopperOf(tea),
      answers: { 'distributor.getApplication': { ...tea.application, status: 'exited' } },
    })
    expect(screen.text()).toContain('想回来，请和店主说')
    expect(screen.has('申请')).toBe(false)
  })

  it('店主通过之后，再看这一页就是分销中心', async () => {
    const screen = await visit(<DistributionPage />, tea, {
      session: shopperOf(tea),
      answers: { 'distributor.getApplication': { ...tea.application, status: 'applied' } },
    })
    screen.cloud.answer({
      'distributor.getApplication': { ...tea.application, status: 'active' },
      'mall.openSession': tea.session,
    })
    await screen.signal('show')
    await screen.settle()
    expect(screen.text()).toContain('¥1,286.40')
  })

  it('连店是谁都没问到时可以重试', async () => {
    const screen = await visit(<DistributionPage />, tea)
    act(() =>
      useSession.setState({
        session: null,
        error: { code: 'NO_ANSWER', message: '没有收到回应' },
      }),
    )
    await screen.settle()
    expect(screen.text()).toContain('没有收到回应')
    await screen.tap('再试一次')
    await screen.settle()
    expect(screen.text()).toContain('¥1,286.40')
  })
})
