// 排行榜: period and measure are switched, ties share a place, one's own place is always there.
import { fen } from '@contract/money'
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import RanksPage from '@/pages/distributor/ranks'
import { never, refuse } from '../support/fake-cloud'
import { at, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

type Ranks = Api['distributor.getRanks']['output']
const row = (place: number, name: string, value: number, isOwn = false) =>
  ({ place, name, tier: 'gold', value: fen(value), isOwn }) as const
const ranks: Ranks = {
  rows: [row(1, '林**', 128640), row(2, '沈若梅', 96000, true), row(2, '周**', 96000)],
  ranked: 31,
  own: { name: '沈若梅', tier: 'gold', place: 2, value: fen(96000) },
  asOf: at('2026-11-20 09:40'),
}
const open = (answer: unknown) =>
  visit(<RanksPage />, tea, { answers: { 'distributor.getRanks': answer as Ranks } })

describe('排行榜', () => {
  it('名次、并列、自己的名字和名次，截至什么时候', async () => {
    const screen = await open(ranks)
    expect(screen.all('.ranks-row').map((one) => one.textContent)).toEqual([
      '1林**金毫¥1,286.40',
      '2沈若梅（你）金毫¥960.00',
      '2周**金毫¥960.00',
    ])
    expect(screen.text()).toContain('你排第 2，共 31 人上榜')
    expect(screen.text()).toContain('截至')
  })

  it('换时间、换比什么，都重新问；上周、上月只在看这一周、这个月时给，点一下就到，再点就回来', async () => {
    const screen = await open(ranks)
    await screen.tap('本月')
    await screen.tap('新顾客')
    await screen.tap('看上月')
    expect(screen.text()).toContain('上月新顾客 96,000 位')
    await screen.tap('看本月')
    await screen.tap('本周')
    await screen.tap('看上周')
    await screen.tap('总榜')
    expect(screen.text()).not.toMatch(/看[上本]/)
    expect(screen.cloud.callsOf('distributor.getRanks').map((call) => call.input)).toEqual([
      { period: 'week', measure: 'sales' },
      { period: 'month', measure: 'sales' },
      { period: 'month', measure: 'new-customers' },
      { period: 'last-month', measure: 'new-customers' },
      { period: 'month', measure: 'new-customers' },
      { period: 'week', measure: 'new-customers' },
      { period: 'last-week', measure: 'new-customers' },
      { period: 'total', measure: 'new-customers' },
    ])
  })

  it('前五十名之外也有自己的名次；没有业绩就说还没上榜', async () => {
    const far = { ...ranks, rows: ranks.rows.filter((one) => !one.isOwn) }
    const screen = await open({ ...far, own: { ...ranks.own, place: 88, value: fen(1200) } })
    expect(screen.text()).toContain('你排第 88')
    expect(screen.text()).toContain('¥12.00，前 50 名之外也给你数着')
    await goHome()
    const nobody = {
      ...ranks,
      rows: [],
      ranked: 0,
      own: { ...ranks.own, place: null, value: fen(0) },
    }
    const empty = await open(nobody)
    expect(empty.text()).toContain('你还没有上榜')
    expect(empty.text()).toContain('这段时间还没有人上榜')
  })

  it('等着时不编名次；出错可以重试', async () => {
    const loading = await open(never)
    expect(loading.text()).not.toContain('第')
    await goHome()
    const failed = await open(refuse('INTERNAL'))
    failed.cloud.answer({ 'distributor.getRanks': ranks })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('你排第 2')
  })
})
