// Credit in words: each deduction with what it is called, why, and its points.
import type { Api } from '@contract/api'
import type { Distributor } from '@contract/model/people'
import { DEDUCTIONS } from './deductions.data'

/** Null until the first grading after admission, and for whoever has left. */
export function showCredit({
  credit,
  status,
}: Pick<Distributor, 'credit' | 'status'>): Api['owner.getPerson']['output']['credit'] {
  if (!credit || (status !== 'active' && status !== 'frozen')) return null
  const { grade, points, sinceOn } = credit
  const deductions = credit.deductions.map(({ rule, points: of, text }) => {
    return { rule, title: DEDUCTIONS[rule].title, text, points: of }
  })
  return { grade, points, sinceOn, deductions }
}
