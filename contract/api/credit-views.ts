// Credit as its owner and the shop's staff see it.
import * as z from '../schema'
import { CREDIT_GRADES, CREDIT_RULES } from '../model/credit'

export const creditGrade = () => z.enum(CREDIT_GRADES)
export const creditView = () =>
  z.object({
    grade: creditGrade(),
    /** Of a hundred. */
    points: z.number().int(),
    /** The Shanghai date since which it has been exactly this. */
    sinceOn: z.date(),
    deductions: z.array(
      z.object({
        rule: z.enum(CREDIT_RULES),
        title: z.string(),
        text: z.string(),
        points: z.number().int(),
      }),
    ),
  })
