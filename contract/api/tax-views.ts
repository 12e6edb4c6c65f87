// The stored steps of a withheld tax, as contract/model/tax.ts describes them.
import * as z from '../schema'
import { TAX_MODES } from '../model/tax'

export const taxMode = () => z.enum(TAX_MODES)

export const taxStep = () =>
  z.discriminatedUnion('step', [
    z.object({
      step: z.literal('income'),
      mode: taxMode(),
      month: z.month(),
      beforeFen: z.amount(),
      amountFen: z.amount(),
      totalFen: z.amount(),
    }),
    z.object({
      step: z.literal('expenses'),
      flatFen: z.amount().nullable(),
      percent: z.number().int().nullable(),
    }),
    z.object({
      step: z.literal('allowance'),
      from: z.month(),
      months: z.number().int(),
      perMonthFen: z.amount(),
      allowanceFen: z.amount(),
    }),
    z.object({
      step: z.literal('bracket'),
      taxableHundredths: z.number().int(),
      ratePercent: z.number().int(),
      quickDeductionFen: z.amount(),
      dueFen: z.amount(),
    }),
    z.object({ step: z.literal('withheld'), beforeFen: z.amount(), taxFen: z.amount() }),
  ])
