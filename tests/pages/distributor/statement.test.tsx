// 月度对账单: a month from its beginning to its end; a line says what it is about and opens its reckoning.
import { afterEach, describe, expect, it } from 'vitest'
import StatementPage from '@/pages/distributor/statement'
import WalletPage from '@/pages/distributor/wallet'
import { mountainBooks, teaBooks } from '../owner/books.data'
import { never, offline, refuse } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

const open = (answer: unknown, month = '2026-11') =>
  visit(<StatementPage />, tea, {
    answers: { 'distributor.getStatement': answer as never },
    params: { month },
  })

describe('月度对账单', () => {
  it('等待时不写任何数字', async () => {
    const screen = await open(never)
    expect(screen.text()).toContain('2026 年 11 月')
    expect(screen.text()).not.toContain('¥')
    await screen.settle(320)
    expect(screen.all('.fy-bone').length).toBeGreaterThan(0)
  })

  it('出错时说清楚，钱没有动，再试一次就好', async () => {
    const screen = await open(refuse('INTERNAL'))
    expect(screen.text()).toContain('我们这边出了点问题')
    expect(screen.text()).toContain('你的钱都在账上')
    screen.cloud.answer({ 'distributor.getStatement': teaBooks.statement })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('¥77.97')
  })

  it('断网时说断网', async () => {
    expect((await open(offline())).text()).toContain('连不上网络')
  })

  it.each([
    [
      tea,
      teaBooks.statement,
      [
        '到现在的余额本月未完¥77.97',
        '期初¥300.00',
        '新佣金+¥77.97',
        '提现到账−¥300.00',
        '现在¥77.97',
      ],
      ['到微信¥260.00', '代扣个税−¥40.00', '手续费¥0.00'],
    ],
    [
      pottery,
      mountainBooks.statement,
      ['期末余额已月结¥4.88', '期初¥547.08', '新佣金+¥12.80', '提现到账−¥555.00', '期末¥4.88'],
      ['到微信¥555.00', '代扣个税¥0.00', '欠款¥7.92¥7.92'],
    ],
  ])('期初加上每一样变化等于期末', async (_shop, statement, flow, rest) => {
    const screen = await open(statement, statement.month)
    for (const words of [...flow, ...rest]) expect(screen.text()).toContain(words)
  })

  it('没有往来的月份照样有期初期末；没有对账单的月份说从哪个月起有', async () => {
    const quiet = {
      ...teaBooks.statement,
      lines: teaBooks.statement.lines.map((line) => ({
        ...line,
        count: 0,
        pendingFen: 0,
        withdrawingFen: 0,
      })),
      closing: teaBooks.statement.opening,
      rows: { rows: [], next: null },
    }
    const screen = await open(quiet)
    expect(screen.text()).toContain('这个月余额没有变')
    expect(screen.text()).toContain('这个月没有往来')
    const none = await open(refuse('STATEMENT_NONE'), '2026-08')
    expect(none.text()).toContain('成为分销员的那个月起，每个月都有一张')
  })

  it('点一笔佣金，去看它怎么算的；提现不是按钮', async () => {
    const screen = await open(teaBooks.statement)
    await screen.tap('新佣金，林晓梅的茶 · 林**，看怎么算的')
    expect(visits).toEqual(['navigateTo /pages/distributor/commissions/index?id=cm%3A1'])
    const rows = screen.all('.stm-line').filter((row) => row.getAttribute('role') === 'button')
    expect(rows).toHaveLength(1)
  })

  it('翻页接在后面，金额不重算', async () => {
    const screen = await open((input: { cursor?: string }) => ({
      ...teaBooks.statement,
      rows: {
        rows: [{ ...teaBooks.statement.rows.rows[0]!, id: input.cursor ?? 'first' }],
        next: input.cursor ? null : 'two',
      },
    }))
    await screen.signal('bottom')
    await screen.settle()
    expect(screen.all('.stm-sum').length).toBe(4)
    expect(screen.text()).toContain('就这些了')
  })

  it('从钱包里打得开', async () => {
    const screen = await visit(<WalletPage />, tea)
    await screen.tap('月度对账单')
    expect(visits).toEqual(['navigateTo /pages/distributor/statement/index'])
  })
})
