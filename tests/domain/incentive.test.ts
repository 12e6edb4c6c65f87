// 奖励预算: what one person may give alone in a day, also over midnight.
import { describe, expect, it } from 'vitest'
import { fen } from '@contract/money'
import { emptyBudget, spend } from '../../cloudfunctions/domain/incentive/incentive-budget'

const FOUR_EYES_FEN = fen(1000)
const november = { ...emptyBudget('2026-11'), budgetFen: fen(100_000) }
const given = (before: typeof november, amountFen: number, on: string) =>
  spend(before, { amountFen: fen(amountFen), on, fourEyesFen: FOUR_EYES_FEN })

describe('what one pair of eyes may give in a day', () => {
  it('starts over with the day', () => {
    const first = given(november, 1000, '2026-11-05')
    expect(first.isAlone).toBe(true)
    expect(given(first.budget, 1, '2026-11-05').isAlone).toBe(false)
    expect(given(first.budget, 1000, '2026-11-06').isAlone).toBe(true)
  })

  it('does not start over when one of before midnight is written after it', () => {
    const { budget } = given(november, 600, '2026-11-06')
    const late = given(budget, 300, '2026-11-05')
    expect(late).toMatchObject({ isAlone: true, budget: { soloOn: '2026-11-06', soloFen: 900 } })
    expect(given(late.budget, 200, '2026-11-06').isAlone).toBe(false)
  })
})
