// 信用分: a hundred points less what each rule takes for what it finds; the points give the grade.
import type { Credit, CreditDeduction, CreditGrade } from '@contract/model/credit'
import { CREDIT_RULES } from '@contract/model/credit'
import { DEDUCTIONS, FULL_POINTS, GRADES } from './deductions.data'
import { MEASURES, refundShareBps, type Conduct } from './measure-conduct'

/** Deductions in the order of the rules; points never fall below 0. */
export function gradeCredit(conduct: Conduct): Omit<Credit, 'sinceOn'> {
  const deductions = CREDIT_RULES.flatMap((rule): CreditDeduction[] => {
    const { measure, facts, text } = MEASURES[rule](conduct)
    const points = pointsFor(DEDUCTIONS[rule].steps, measure)
    return points > 0 ? [{ rule, points, facts, text }] : []
  })
  const taken = deductions.reduce((sum, { points }) => sum + points, 0)
  const points = Math.max(0, FULL_POINTS - taken)
  return { grade: gradeOf(points), points, deductions }
}

/** Whether orders have to be counted at all: only then can refunds take points. */
export function mayTakeRefundPoints({ own, shop }: Pick<Conduct, 'own' | 'shop'>): boolean {
  const above = refundShareBps(own) - refundShareBps(shop)
  return pointsFor(DEDUCTIONS.REFUNDS_HIGH.steps, above) > 0
}

/** What grading left before stays, with its date, while it says the same. */
export function isSameCredit(before: Credit | undefined, now: Omit<Credit, 'sinceOn'>): boolean {
  if (!before) return false
  const said = ({ grade, points, deductions }: Omit<Credit, 'sinceOn'>) =>
    JSON.stringify([
      grade,
      points,
      deductions.map(({ rule, points: of, text }) => [rule, of, text]),
    ])
  return said(before) === said(now)
}

function gradeOf(points: number): CreditGrade {
  return GRADES.find(({ atLeast }) => points >= atLeast)?.grade ?? 'D'
}

function pointsFor(
  steps: readonly { readonly from: number; readonly points: number }[],
  measure: number,
): number {
  return steps.reduce((points, step) => (measure >= step.from ? step.points : points), 0)
}
