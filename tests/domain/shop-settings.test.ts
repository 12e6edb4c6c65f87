// 店铺设置：提现的几条线放在一起说得通，也在微信转得了的范围里。
import { describe, expect, it } from 'vitest'
import type { WithdrawalPolicy } from '@contract/model/shop'
import { defaultShop } from '../../cloudfunctions/domain/shop/default-shop'
import { guardLimits } from '../../cloudfunctions/domain/shop/guard-settings'

const usual = defaultShop({ name: '茶与礼', ownerId: 'mbr_1', now: 0 }).withdrawal
/** In yuan, as the page writes them. */
const limits = (
  change: Partial<Record<keyof WithdrawalPolicy, number>>,
): Record<keyof WithdrawalPolicy, number> => ({
  ...usual,
  ...Object.fromEntries(
    Object.entries(change).map(([key, value]) => [
      key,
      key === 'dailyCount' ? value : Math.round(value * 100),
    ]),
  ),
})

describe('提现的线', () => {
  it.each([
    ['开店时的那些', {}],
    ['最少一角，不收手续费', { minFen: 0.1 }],
    ['手续费比最少少一角', { minFen: 1, feeFen: 0.9 }],
    ['一次最多、最少、一天最多是同一个数', { minFen: 50, maxFen: 50, dailyFen: 50 }],
    ['一天十次', { dailyCount: 10 }],
    ['每一笔都要两个人同意', { fourEyesFen: 0 }],
  ])('可以：%s', (_, change) => {
    expect(() => guardLimits(limits(change) as WithdrawalPolicy)).not.toThrow()
  })

  it.each([
    ['最少 9 分', { minFen: 0.09 }, '一次最少不能低于'],
    ['最少 0', { minFen: 0 }, '一次最少不能低于'],
    ['手续费把最少的那笔吃光', { minFen: 1, feeFen: 0.91 }, '比手续费多'],
    ['最多比最少还少', { minFen: 100, maxFen: 99.99 }, '一次最多不能低于一次最少'],
    ['一天比一次还少', { maxFen: 500, dailyFen: 499.99 }, '一天最多不能低于一次最多'],
    ['超过微信一天的上限', { dailyFen: 20000.01 }, '微信的上限'],
    ['一次也不让提', { dailyCount: 0 }, '1 到 10 次'],
    ['一天十一次', { dailyCount: 11 }, '1 到 10 次'],
    ['两个人同意的线高到没有用', { fourEyesFen: 20000.01 }, '两个人同意'],
  ])('不行：%s', (_, change, words) => {
    expect(() => guardLimits(limits(change) as WithdrawalPolicy)).toThrow(
      expect.objectContaining({
        code: 'SHOP_SETTINGS_INVALID',
        facts: { field: expect.stringContaining(words) as string },
      }),
    )
  })
})
