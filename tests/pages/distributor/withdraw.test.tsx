// 提现: a live quote, limits in words, one button that repeats the result, and no second request by accident.
import { afterEach, describe, expect, it } from 'vitest'
import type { Api } from '@contract/api'
import { fen } from '@contract/money'
import WithdrawPage from '@/pages/distributor/withdraw'
import { lostAnswer, never, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import type { DistributorFixture } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

type Quote = Api['distributor.quoteWithdrawal']['output']

/** Longer than the pause after which an amount is quoted. */
const PAUSE_MS = 400

/** The server's arithmetic is its own; here only what it answers for each amount. */
const quoting =
  (shop: DistributorFixture, known: Record<number, Partial<Quote>>) =>
  ({ amountFen }: { amountFen: number }): Quote => ({ ...shop.quote, ...known[amountFen] })

const rich = {
  ...pottery.wallet,
  wallet: { ...pottery.wallet.wallet, availableFen: fen(920000), clawbackFen: fen(0) },
}

async function open(shop: DistributorFixture, answers: Answers = {}) {
  const screen = await visit(<WithdrawPage />, shop, { answers })
  await screen.settle(PAUSE_MS)
  return screen
}

const sent: Api['distributor.requestWithdrawal']['output'] = {
  ...tea.withdrawals.rows[0]!,
  id: 'wd_2',
  status: 'requested',
  amountFen: fen(128640),
  taxFen: fen(15728),
  netFen: fen(112912),
}

describe('提现', () => {
  it('先填好全部可提现，说清楚税从哪来，按钮重复结果', async () => {
    const screen = await open(tea)
    expect(screen.has('提现 ¥1,286.40，到账 ¥1,129.12')).toBe(true)
    expect(screen.text()).toContain('劳务报酬，本月累计 ¥1,586.40，应扣 ¥157.28，已扣 ¥0.00')
    expect(screen.text()).toContain('−¥157.28')
    expect(screen.text()).toContain('单笔 ¥10.00 到 ¥5,000.00，今天还可提 ¥4,700.00、4 次')
    expect(screen.text()).toContain('还有 ¥642.18 待结算')
  })

  it('另一家店受今天的限额，有手续费，要两个人同意', async () => {
    const screen = await open(pottery, { 'distributor.getWallet': rich })
    expect(screen.has('提现 ¥3,000.00，到账 ¥2,998.00')).toBe(true)
    expect(screen.text()).toContain('店里不代扣个人所得税，按规定自己申报')
    expect(screen.text()).toContain('−¥2.00')
    expect(screen.text()).toContain('要店里两个人分别同意')
  })

  it('改金额，停一下才问一次，到账跟着变', async () => {
    const screen = await open(tea, {
      'distributor.quoteWithdrawal': quoting(tea, {
        10000: { taxFen: fen(0), netFen: fen(10000) },
      }),
    })
    const before = screen.cloud.callsOf('distributor.quoteWithdrawal').length
    await screen.type('提现金额，元', '1')
    await screen.type('提现金额，元', '10')
    await screen.type('提现金额，元', '100')
    expect(screen.has('正在算到账金额')).toBe(true)
    await screen.settle(PAUSE_MS)
    expect(screen.has('提现 ¥100.00，到账 ¥100.00')).toBe(true)
    const asked = screen.cloud.callsOf('distributor.quoteWithdrawal').slice(before)
    expect(asked.map((quote) => quote.input)).toEqual([{ amountFen: 10000 }])
    await screen.tap('全部提现')
    await screen.settle(PAUSE_MS)
    expect(screen.has('提现 ¥1,286.40，到账 ¥1,129.12')).toBe(true)
  })

  it.each([
    ['9999', '可提现只有 ¥1,286.40，请改小一些'],
    ['9.99', '一次最少提 ¥10.00'],
    ['12.345', '写成 88 或 88.50 这样，最多两位小数'],
    ['abc', '写成 88 或 88.50 这样，最多两位小数'],
  ])('写 %s 时说怎么改：%s，也不去问服务器', async (typed, words) => {
    const screen = await open(tea)
    const before = screen.cloud.callsOf('distributor.quoteWithdrawal').length
    await screen.type('提现金额，元', typed)
    await screen.settle(PAUSE_MS)
    expect(screen.text()).toContain(words)
    expect(screen.has('改好金额后可提现')).toBe(true)
    expect(screen.cloud.callsOf('distributor.quoteWithdrawal')).toHaveLength(before)
  })

  it.each([
    ['6100', '一次最多提 ¥6,000.00'],
    ['3000.01', '今天最多还能提 ¥3,000.00'],
  ])('另一家店写 %s 时：%s', async (typed, words) => {
    const screen = await open(pottery, { 'distributor.getWallet': rich })
    await screen.type('提现金额，元', typed)
    await screen.settle(PAUSE_MS)
    expect(screen.text()).toContain(words)
  })

  it('提交后说接下来会怎样，带去提现记录', async () => {
    const screen = await open(tea, { 'distributor.requestWithdrawal': sent })
    await screen.tap('提现 ¥1,286.40，到账 ¥1,129.12')
    expect(screen.text()).toContain('提现已经提交')
    expect(screen.text()).toContain('到账¥1,129.12')
    await screen.tap('看提现记录')
    expect(visits).toEqual(['redirectTo /pages/distributor/withdrawals/index'])
  })

  it('明确被拒时说钱没有动', async () => {
    const screen = await open(tea, {
      'distributor.requestWithdrawal': refuse('WITHDRAWAL_DAILY_LIMIT', { leftFen: 8800 }),
    })
    await screen.tap('到账 ¥1,129.12')
    expect(screen.text()).toContain('提现没有提交成功')
    expect(screen.text()).toContain('今天最多还能提 ¥88.00。你的 ¥1,286.40 没有动。')
  })

  it('没有回音时不说成败；再点一次还是同一个编号，只会提一次', async () => {
    const screen = await open(tea, { 'distributor.requestWithdrawal': lostAnswer() })
    await screen.tap('到账 ¥1,129.12')
    expect(screen.text()).toContain('还不知道有没有提交成功')
    expect(screen.text()).toContain('不改金额再点一次，不会重复提')
    screen.cloud.answer({ 'distributor.requestWithdrawal': sent })
    await screen.tap('到账 ¥1,129.12')
    const ids = screen.cloud
      .callsOf('distributor.requestWithdrawal')
      .map((asked) => asked.requestId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(screen.text()).toContain('提现已经提交')
  })

  it('算不出到账时不让提，再算一次就好', async () => {
    let isBroken = false
    const screen = await open(tea, {
      'distributor.quoteWithdrawal': () => (isBroken ? refuse('INTERNAL') : tea.quote),
    })
    isBroken = true
    await screen.type('提现金额，元', '200')
    await screen.settle(PAUSE_MS)
    expect(screen.has('算出到账金额后可提现')).toBe(true)
    isBroken = false
    await screen.tap('再算一次')
    expect(screen.has('提现 ¥200.00')).toBe(true)
  })

  it('要实名而没登记：说为什么，带去登记，按钮不能点', async () => {
    const unnamed = { ...tea.quote, realName: null }
    const screen = await open(tea, { 'distributor.quoteWithdrawal': unnamed })
    expect(screen.text()).toContain('店里要代扣个人所得税，先登记实名才能提现')
    expect(screen.has('登记实名后可提现')).toBe(true)
    await screen.tap('去登记')
    expect(visits).toEqual(['navigateTo /pages/distributor/real-name/index'])
  })

  it('另一家店不代扣，满两千才要实名；登记回来就能提', async () => {
    const large = { ...pottery.quote, nameNeed: 'wechat' as const }
    const screen = await open(pottery, {
      'distributor.getWallet': rich,
      'distributor.quoteWithdrawal': large,
    })
    expect(screen.text()).toContain('微信要核对收款人姓名，先登记实名')
    screen.cloud.answer({ 'distributor.quoteWithdrawal': { ...large, realName: '石**' } })
    await screen.signal('show')
    await screen.settle(PAUSE_MS)
    expect(screen.text()).toContain('收款人 石**')
    expect(screen.has('提现 ¥3,000.00，到账 ¥2,998.00')).toBe(true)
  })

  it('税能一步步看怎么来的', async () => {
    const screen = await open(tea)
    await screen.tap('税怎么算的')
    const words = [
      '按劳务报酬（按月）代扣',
      '11 月累计收入',
      '¥1,586.40',
      '税法规定的固定数',
      '−¥800.00',
      '¥786.40 × 20%，四舍五入到分',
      '这次扣的税',
    ]
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('不代扣的店说清楚要自己申报', async () => {
    const screen = await open(pottery, { 'distributor.getWallet': rich })
    await screen.tap('税怎么算的')
    expect(screen.text()).toContain('这家店不代扣个人所得税，收入请按规定自己申报')
  })

  it('今天的次数用完了就不让提', async () => {
    const screen = await open(tea, {
      'distributor.quoteWithdrawal': { ...tea.quote, leftTodayCount: 0 },
    })
    expect(screen.text()).toContain('今天提现的次数用完了，明天再来')
    expect(screen.has('改好金额后可提现')).toBe(true)
  })

  it('没有可提现时说还有多少在路上', async () => {
    const screen = await open(pottery)
    expect(screen.text()).toContain('现在没有可提现的钱')
    expect(screen.text()).toContain('还有 ¥9.05 待结算')
    expect(screen.cloud.callsOf('distributor.quoteWithdrawal')).toEqual([])
  })

  it('等着时不编数字，出错时可以重试', async () => {
    const loading = await open(tea, { 'distributor.getWallet': never })
    expect(loading.text()).not.toContain('¥')
    await goHome()
    const failed = await open(tea, { 'distributor.getWallet': refuse('INTERNAL') })
    expect(failed.text()).toContain('你的钱都在账上，没有变动。')
    failed.cloud.answer({ 'distributor.getWallet': tea.wallet })
    await failed.tap('再试一次')
    await failed.settle(PAUSE_MS)
    expect(failed.has('到账 ¥1,129.12')).toBe(true)
  })
})
