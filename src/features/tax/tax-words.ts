/** What the stored steps of a withheld tax say in plain Chinese: every figure is one of theirs. Pure. */
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { StepLine } from '@/components/steps'

export type TaxStep = Api['distributor.quoteWithdrawal']['output']['taxSteps'][number]
export type TaxMode = Api['distributor.quoteWithdrawal']['output']['taxMode']
type Step<Name extends TaxStep['step']> = Extract<TaxStep, { step: Name }>

export const taxModeWords: Readonly<Record<TaxMode, string>> = {
  none: '不代扣',
  labour: '劳务报酬（按月）',
  'platform-cumulative': '劳务报酬（平台累计预扣）',
}

const find = <Name extends TaxStep['step']>(steps: readonly TaxStep[], name: Name) =>
  steps.find((one): one is Step<Name> => one.step === name)

/** `2026-09` → `9 月` */
export const monthWord = (month: string): string => `${Number(month.slice(5))} 月`

/** One line beside the tax: total, what is due on it, what was withheld before. */
export function taxSummary(steps: readonly TaxStep[]): string {
  const income = find(steps, 'income')
  const bracket = find(steps, 'bracket')
  const withheld = find(steps, 'withheld')
  if (!income || !bracket || !withheld) return '店里不代扣个人所得税，按规定自己申报'
  const span = income.mode === 'labour' ? '本月累计' : '今年累计'
  const total = `${span} ${formatFen(income.totalFen)}`
  if (withheld.taxFen === 0) return `${total}，这次不扣税`
  const due = `应扣 ${formatFen(bracket.dueFen)}，已扣 ${formatFen(withheld.beforeFen)}`
  return `劳务报酬，${total}，${due}`
}

/** The numbered steps of the explanation sheet; none where nothing is withheld. */
export function explainTax(steps: readonly TaxStep[]): StepLine[] {
  const lines: StepLine[] = []
  let totalFen = 0
  for (const step of steps) {
    if (step.step === 'income') totalFen = step.totalFen
    lines.push(lineOf(step, totalFen))
  }
  return steps.length > 1 ? lines : []
}

function lineOf(step: TaxStep, totalFen: number): StepLine {
  switch (step.step) {
    case 'income': {
      const span = step.mode === 'labour' ? `${monthWord(step.month)}累计收入` : '今年累计收入'
      return {
        title: span,
        result: formatFen(step.totalFen),
        lines: [
          { text: '这次之前', value: formatFen(step.beforeFen) },
          { text: '这次提现', value: formatFen(step.amountFen) },
        ],
      }
    }
    case 'expenses':
      return expensesLine(step, totalFen)
    case 'allowance':
      return {
        title: '减除费用',
        result: formatFen(0 - step.allowanceFen),
        lines: [{ text: `${formatFen(step.perMonthFen)} × ${step.months} 个月，${spanOf(step)}` }],
      }
    case 'bracket': {
      const taxable = formatFen(Math.floor((step.taxableHundredths + 50) / 100))
      const quick =
        step.quickDeductionFen > 0 ? ` − 速算扣除 ${formatFen(step.quickDeductionFen)}` : ''
      return {
        title: '一共应扣的税',
        result: formatFen(step.dueFen),
        lines: [{ text: `${taxable} × ${step.ratePercent}%${quick}，四舍五入到分` }],
      }
    }
    case 'withheld':
      return {
        title: '这次扣的税',
        result: formatFen(step.taxFen),
        lines: [{ text: '减去之前已经扣的', value: formatFen(0 - step.beforeFen) }],
      }
  }
}

function spanOf({ from, months }: Step<'allowance'>): string {
  return months === 1 ? monthWord(from) : `从 ${monthWord(from)}算起`
}

function expensesLine({ flatFen, percent }: Step<'expenses'>, totalFen: number): StepLine {
  if (flatFen === null) {
    const costs = Math.floor((totalFen * (percent ?? 0) + 50) / 100)
    return {
      title: '减去费用',
      result: formatFen(0 - costs),
      lines: [{ text: `收入的 ${percent ?? 0}%，税法规定的` }],
    }
  }
  const words = totalFen <= flatFen ? `不超过 ${formatFen(flatFen)}，不用缴税` : '税法规定的固定数'
  return {
    title: '减去费用',
    result: formatFen(0 - Math.min(flatFen, totalFen)),
    lines: [{ text: words }],
  }
}
