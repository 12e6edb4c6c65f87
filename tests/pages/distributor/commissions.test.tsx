// 佣金明细: signs, states, what happens next; and the explanation, rendered from its stored steps.
import { afterEach, describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { exactProduct } from '@/features/commission/exact-product'
import { explainLine } from '@/features/commission/explain-line'
import CommissionsPage from '@/pages/distributor/commissions'
import { never, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

describe('佣金明细', () => {
  it('每一行有金额、状态和接下来会怎样', async () => {
    const screen = await visit(<CommissionsPage />, tea)
    const rows = screen.all('.cms-row').map((row) => row.textContent)
    expect(rows[0]).toContain('武夷肉桂礼盒 × 2林** · 一级 · 09:12收货 7 天后可提现+¥77.97待结算')
    expect(rows[1]).toContain('11 月 28 日后可提现')
    expect(rows[1]).toContain('二级')
    expect(rows[2]).toContain('风控复核中')
    expect(rows[2]).toContain('+¥59.92风控冻结')
    expect(rows[3]).toContain('11 月 20 日已结算')
    expect(rows[3]).toContain('原 +¥42.88，退款冲销 −¥10.72+¥32.16可提现')
    expect(rows[4]).toContain('货款已全部退回，佣金随之冲销')
    expect(rows[4]).toContain('¥0.00已冲销')
  })

  it('按天分开，新的在前', async () => {
    const screen = await visit(<CommissionsPage />, tea)
    expect(screen.all('.cms-day').map((day) => day.textContent)).toEqual([
      '11 月 20 日',
      '11 月 19 日',
    ])
  })

  it('换一家店，数和冻结期都换', async () => {
    const screen = await visit(<CommissionsPage />, pottery)
    expect(screen.text()).toContain('粗陶茶盏 × 1')
    expect(screen.text()).toContain('收货 10 天后可提现')
    expect(screen.text()).toContain('原 +¥5.00，退款冲销 −¥2.50')
    expect(screen.text()).not.toContain('¥77.97')
  })

  it('筛选只问服务器要那一种，没有时给退路', async () => {
    const screen = await visit(<CommissionsPage />, tea, {
      answers: {
        'distributor.listCommissions': ({ status }) =>
          status === 'reversed' ? { rows: [], next: null } : tea.commissions,
      },
    })
    screen.all('.fy-chip-tap')[3]?.click()
    await screen.settle()
    expect(screen.cloud.callsOf('distributor.listCommissions').at(-1)?.input).toEqual({
      status: 'reversed',
      cursor: undefined,
    })
    expect(screen.text()).toContain('没有“已冲销”的佣金')
    await screen.tap('看全部')
    expect(screen.text()).toContain('武夷肉桂礼盒 × 2')
  })

  it('翻到底接着取下一页', async () => {
    const more = { rows: [{ ...tea.commissions.rows[0]!, id: 'cm:later' }], next: null }
    const screen = await visit(<CommissionsPage />, pottery, {
      answers: {
        'distributor.listCommissions': ({ cursor }) =>
          cursor === 'page-2' ? more : pottery.commissions,
      },
    })
    await screen.signal('bottom')
    expect(screen.text()).toContain('粗陶茶盏 × 1')
    expect(screen.text()).toContain('武夷肉桂礼盒 × 2')
    expect(screen.text()).toContain('就这些了')
  })

  it('还没有佣金时说什么时候会有，带去挑一件', async () => {
    const screen = await visit(<CommissionsPage />, tea, {
      answers: { 'distributor.listCommissions': { rows: [], next: null } },
    })
    expect(screen.text()).toContain('朋友通过你的分享付款后，会记在这里。')
    await screen.tap('去挑一件分享')
    expect(visits).toEqual(['switchTab /pages/tabs/home/index'])
  })

  it('等着时不编数字，出错时先说钱没有动', async () => {
    const loading = await visit(<CommissionsPage />, tea, {
      answers: { 'distributor.listCommissions': never },
    })
    expect(loading.text()).not.toContain('¥')
    await goHome()
    const failed = await visit(<CommissionsPage />, tea, {
      answers: { 'distributor.listCommissions': refuse('INTERNAL') },
    })
    expect(failed.text()).toContain('佣金都在账上，没有变动。')
    failed.cloud.answer({ 'distributor.listCommissions': tea.commissions })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('+¥77.97')
  })
})

describe('为什么是这个数', () => {
  const stepsOf = (screen: { all: (selector: string) => HTMLElement[] }) =>
    screen.all('.fy-step').map((step) => step.textContent ?? '')

  it('五步说清 77.97 怎么来的：金额、规则、加成、舍去、封顶', async () => {
    const screen = await visit(<CommissionsPage />, tea)
    await screen.tap('武夷肉桂礼盒 × 2')
    await screen.settle(40)
    expect(screen.text()).toContain('你作为一级（分享人）得到')
    const [base, rule, bonus, amount, cap, more] = stepsOf(screen)
    expect(base).toBe('1计佣金额¥556.99¥298.00 × 2 件¥596.00订单优惠，按金额分摊−¥39.01运费不计佣')
    expect(rule).toContain('用哪条规则12%')
    expect(rule).toContain('从左到右，先匹配的算数：商品“武夷肉桂礼盒”单独定了 12%')
    expect(bonus).toBe('3等级加成+2%付款时你是金毫合计 14%')
    expect(amount).toBe('4相乘，舍去不足 1 分¥77.97¥556.99 × 14% = ¥77.9786')
    expect(cap).toContain('未超两级合计 ¥97.46上限 30% = ¥167.09')
    expect(more).toBeUndefined()
    expect(screen.text()).toContain('方案 2026-11-A')
  })

  it('问过没中的规则划掉，中的填满，后面的照旧', async () => {
    const screen = await visit(<CommissionsPage />, tea, { params: { id: 'cm:o1:1:dst_shen' } })
    const words = (selector: string) => screen.all(selector).map((rule) => rule.textContent)
    expect(words('.fy-trail-skipped')).toEqual(['活动', '规格'])
    expect(words('.fy-trail-matched')).toEqual(['商品'])
    expect(words('.fy-trail-later')).toEqual(['分类', '方案'])
  })

  it('封顶会减、退款会重算，每件商品有自己的一串', async () => {
    const screen = await visit(<CommissionsPage />, pottery, { params: { id: 'cm:p1:2:dst_lan' } })
    expect(screen.text()).toContain('你作为二级（邀请人）得到')
    const heads = screen.all('.why-line-head').map((head) => head.textContent)
    expect(heads).toEqual(['粗陶茶盏+¥2.50', '陶罐 小号+¥0.60'])
    const steps = stepsOf(screen)
    expect(steps[4]).toContain('封顶检查¥5.00两级合计 ¥18.00上限 15% = ¥15.00超过上限')
    expect(steps[5]).toContain('第 1 次退款，按剩下的重算−¥2.50')
    expect(steps[5]).toContain('¥50.00 × 6% = ¥3.00')
    expect(steps[5]).toContain('两级合计 ¥9.00，超过上限，按比例减少上限 ¥7.50')
    expect(steps[5]).toContain('退款后留下¥2.50')
    expect(steps[7]).toContain('前面都没有单独定，用方案的 2%')
    expect(screen.text()).toContain('方案 P-3')
  })

  it('重算反而会多时，留着原来的，并且说出来', () => {
    const [line] = pottery.explained.lines
    const refund = line!.steps.find((step) => step.step === 'refund')!
    const words = (reversed: number) => {
      const steps = [{ ...refund, reversedFen: fen(reversed) } as typeof refund]
      const [said] = explainLine({ ...line!, steps: [...line!.steps, ...steps] }).slice(-1)
      return said?.lines?.map(({ text }) => text)
    }
    expect(words(0)).toContain('重算的数不比原来少，留下的不变')
    expect(words(1)).not.toContain('重算的数不比原来少，留下的不变')
  })

  it('没打开时说原因，再试一次就有', async () => {
    const screen = await visit(<CommissionsPage />, tea, {
      params: { id: 'cm:o1:1:dst_shen' },
      answers: { 'distributor.getCommission': refuse('NOT_FOUND') },
    })
    expect(screen.text()).toContain('没有打开：没有找到')
    screen.cloud.answer({ 'distributor.getCommission': tea.explained })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('¥77.9786')
  })

  it.each([
    [55699, 1400, '¥77.9786'],
    [10000, 600, '¥6.00'],
    [1, 1, '¥0.000001'],
    [123456789, 1250, '¥154,320.98625'],
    [900_000_000_000, 10_000, '¥9,000,000,000.00'],
  ])('%i 分 × %i 万分之一 = %s，一位不差', (amountFen, rateBps, product) => {
    expect(exactProduct(amountFen, rateBps)).toBe(product)
  })
})
