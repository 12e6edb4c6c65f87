// 等级与权益: what is missing in plain words, what holds the tier, and every change with its figures.
import { fen } from '@contract/money'
import type { Api } from '@contract/api'
import { afterEach, describe, expect, it } from 'vitest'
import TierPage from '@/pages/distributor/tier'
import { never, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { at, pottery, tea } from './shops.data'
import { own, sell } from './tier.data'
import { goHome, visit } from './visit'

afterEach(goHome)

type Changes = Api['distributor.listTierChanges']['output']
const changes: Changes = {
  rows: [
    {
      id: 'c1',
      at: at('2026-09-14 10:00'),
      from: 'sprout',
      to: 'silver',
      cause: 'reached',
      month: '2026-09',
      need: 'all',
      figures: [{ ...sell, atLeast: fen(500000), value: fen(503600) }],
      reason: null,
      heldUntilOn: null,
    },
  ],
  next: null,
}
const open = (answers: Answers, shop = tea) =>
  visit(<TierPage />, shop, {
    answers: { 'distributor.getTier': own, 'distributor.listTierChanges': changes, ...answers },
  })

describe('等级与权益', () => {
  it('还差多少一句话说清，每一项都有数', async () => {
    const screen = await open({})
    expect(screen.text()).toContain('本人销售还差 ¥320.00，升级到金毫')
    expect(screen.text()).toContain('全部满足，当下就升')
    expect(screen.text()).toContain('¥7,680.00')
    expect(screen.text()).toContain('✓ 已满足')
    expect(screen.text()).toContain('一级 +2%，二级 +0.5%')
    expect(screen.text()).toContain('自己买减 5%；每月样茶 2 份')
    expect(screen.text()).toContain('本月本人销售满 ¥8,000.00，或者近 3 个月成交订单满 12 单')
  })

  it('任一满足时说“或”；够了就说马上升', async () => {
    const any = { ...own.next!, need: 'any' as const }
    const [first, second] = any.figures
    const short = { ...any, figures: [first!, { ...second!, value: fen(9) }] }
    const missing = await open({ 'distributor.getTier': { ...own, next: short } })
    expect(missing.text()).toContain('本人销售还差 ¥320.00，或成交订单还差 3 单，升级到金毫')
    await goHome()
    const met = await open({ 'distributor.getTier': { ...own, next: any } })
    expect(met.text()).toContain('条件够了，一分钟内升级到金毫')
  })

  it('没保住的月份、保级还差多少、店主保留，都看得到', async () => {
    const keep = { ...own.next!, tier: 'silver' as const }
    const warned = await open({ 'distributor.getTier': { ...own, missed: 1, keep } })
    expect(warned.text()).toContain('已经有 1 个月没有达到银毫')
    expect(warned.text()).toContain('连续 1 个月没有达到只提醒，再没有达到就降一级')
    expect(warned.text()).toContain('这个月保住银毫：本人销售还差 ¥320.00')
    await goHome()
    const hold = { reason: '帮了忙', untilOn: '2026-12-31' }
    const held = await open({ 'distributor.getTier': { ...own, hold, next: null } })
    expect(held.text()).toContain('店主保留到 12 月 31 日')
    expect(held.text()).toContain('已经是能靠业绩到的最高一级')
    await goHome()
    const top = await open({ 'distributor.getTier': { ...own, tier: 'jade', next: null } })
    expect(top.text()).toContain('已经是最高一级')
  })

  it('每次变动都带着那时的数字', async () => {
    const screen = await open({})
    expect(screen.text()).toContain('升级：新芽 → 银毫')
    // Of the month that was looked at, which is long over.
    expect(screen.text()).toContain('9 月本人销售 ¥5,036.00 / ¥5,000.00')
  })

  it('等级叫什么由店主定', async () => {
    const session = { ...pottery.session, tierNames: ['学徒', '伙计', '掌柜', '东家'] }
    const screen = await open({}, { ...pottery, session })
    expect(screen.text()).toContain('升级到掌柜')
    expect(screen.text()).toContain('升级：学徒 → 伙计')
  })

  it('还没有变动时说什么时候会有；等着时不编数字；出错可以重试', async () => {
    const none = await open({ 'distributor.listTierChanges': { rows: [], next: null } })
    expect(none.text()).toContain('还没有变动')
    await goHome()
    const loading = await open({ 'distributor.getTier': never })
    expect(loading.text()).not.toContain('¥')
    await goHome()
    const failed = await open({ 'distributor.getTier': refuse('INTERNAL') })
    expect(failed.text()).toContain('等级没有打开')
    failed.cloud.answer({ 'distributor.getTier': own })
    await failed.tap('再试一次')
    expect(failed.text()).toContain('升级到金毫')
  })
})
