// 一个人的对账单: what its distributor sees too, with export, bonus and write-off beside it.
import { afterEach, describe, expect, it } from 'vitest'
import OwnerStatementPage from '@/pages/owner/statement'
import { replacePlatform } from '@/api/platform'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { mountainBooks, teaBooks } from './books.data'
import type { Statement } from './books.data'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { teaDesk } from './desks.data'

afterEach(closeDesk)

const open = (statement: Statement, more: Answers = {}) =>
  openDesk(
    <OwnerStatementPage />,
    teaDesk,
    { 'owner.getStatement': statement, ...more },
    { id: 'dst_1', month: statement.month },
  )

describe('一个人的对账单', () => {
  itKeepsItsStates({
    page: () => <OwnerStatementPage />,
    action: 'owner.getStatement',
    desk: teaDesk,
    good: teaBooks.statement,
    words: '到现在的余额',
    params: { id: 'dst_1', month: '2026-11' },
  })

  it.each([
    [
      '林晓梅',
      teaBooks.statement,
      ['本月未完', '¥77.97', '¥260.00', '−¥40.00', '林晓梅的茶 · 林**'],
    ],
    ['赵山', mountainBooks.statement, ['已月结', '¥12.80', '¥555.00', '欠款', '赵山的茶 · 林**']],
  ])('%s：期初、变化、期末、税都写明', async (_name, statement, words) => {
    const { screen } = await open(statement)
    for (const word of words) expect(screen.text()).toContain(word)
  })

  it('往前翻到第一个月为止，往后翻到这个月为止', async () => {
    const { screen, cloud } = await open({ ...teaBooks.statement, firstMonth: '2026-10' })
    await screen.tap('下一个月')
    expect(cloud.callsOf('owner.getStatement')).toHaveLength(1)
    await screen.tap('上一个月')
    expect(cloud.callsOf('owner.getStatement').at(-1)?.input).toMatchObject({ month: '2026-10' })
    await screen.tap('上一个月')
    expect(cloud.callsOf('owner.getStatement')).toHaveLength(2)
  })

  it('导出：写明用途，CSV 进剪贴板', async () => {
    const { screen, cloud } = await open(teaBooks.statement, {
      'owner.exportStatement': { fileName: '对账单.csv', csv: '时间,类型' },
    })
    const copied: string[] = []
    const restore = replacePlatform({
      copyText: (text) => {
        copied.push(text)
        return Promise.resolve()
      },
    })
    await screen.tap('导出 CSV')
    await screen.type('原因', '给会计')
    await press(screen, '.fy-sheet .fy-btn')
    restore()
    expect(cloud.callsOf('owner.exportStatement')[0]?.input).toEqual({
      distributorId: 'dst_1',
      month: '2026-11',
      reason: '给会计',
    })
    expect(copied).toEqual(['时间,类型'])
  })

  it('发奖励：按钮上写着金额；预算不够就说还剩多少', async () => {
    const { screen, cloud } = await open(teaBooks.statement, {
      'owner.payIncentive': refuse('INCENTIVE_OVER_BUDGET', { leftFen: 2000 }),
    })
    await screen.tap('发奖励')
    expect(screen.text()).toContain('先填金额')
    await screen.type('奖励多少', '88.8')
    await screen.type('原因', '十月第一')
    await screen.tap('发 ¥88.80')
    expect(cloud.callsOf('owner.payIncentive')[0]?.input).toEqual({
      distributorId: 'dst_1',
      amountFen: 8880,
      reason: '十月第一',
    })
    expect(screen.text()).toContain('没有发出去：这个月的奖励预算只剩 ¥20.00')
  })

  it('核销欠款只在这个月、有欠款时出现', async () => {
    const owing = { ...mountainBooks.statement, month: '2026-11', isOver: false }
    const { screen, cloud } = await open(owing, { 'owner.writeOffDebt': refuse('DEBT_OF_ACTIVE') })
    await screen.tap('核销欠款 ¥7.92')
    await screen.type('原因', '已经退出')
    await screen.tap('核销 ¥7.92')
    expect(cloud.callsOf('owner.writeOffDebt')[0]?.input).toEqual({
      distributorId: 'dst_1',
      amountFen: 792,
      reason: '已经退出',
    })
    expect(screen.text()).toContain('在职分销员的欠款从以后的佣金里扣')
    const past = await open(mountainBooks.statement)
    expect(past.screen.has('核销欠款')).toBe(false)
  })
})
