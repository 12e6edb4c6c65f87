// The tax that is withheld, by the published tables, the slow and obvious way; and who was sent what in which order.
import type { Withdrawal } from '@contract/model/ledger'
import type { TaxMode, TaxRule, TaxYear } from '@contract/model/tax'

interface Sent {
  readonly month: string
  readonly mode: TaxMode
  readonly grossFen: number
  readonly taxFen: number
}
type Happening =
  | { readonly at: number; readonly kind: 'sent'; readonly one: Withdrawal }
  | { readonly at: number; readonly kind: 'came back'; readonly one: Withdrawal }

/** Up to and including (yuan), per cent, quick deduction (yuan). */
const LABOUR: readonly (readonly [number, number, number])[] = [
  [20_000, 20, 0],
  [50_000, 30, 2000],
  [Infinity, 40, 7000],
]
const CUMULATIVE: readonly (readonly [number, number, number])[] = [
  [36_000, 3, 0],
  [144_000, 10, 2520],
  [300_000, 20, 16_920],
  [420_000, 25, 31_920],
  [660_000, 30, 52_920],
  [960_000, 35, 85_920],
  [Infinity, 45, 181_920],
]

/** What is wrong with one person's taxes: each withdrawal as it was sent, and the year's months as they are now. */
export function taxFaults(
  own: readonly Withdrawal[],
  rules: readonly TaxRule[],
  years: readonly TaxYear[],
): string[] {
  const happenings = own.flatMap((one): Happening[] => {
    const { dispatchedAt, endedAt, status } = one
    if (dispatchedAt === null) return []
    const sent = { at: dispatchedAt, kind: 'sent', one } as const
    const isBack = status === 'returned' && endedAt !== null
    return isBack ? [sent, { at: endedAt, kind: 'came back', one }] : [sent]
  })
  const moments = [...new Set(happenings.map(({ at }) => at))].sort((a, b) => a - b)
  let sent: readonly Sent[] = []
  const faults: string[] = []
  for (const at of moments) {
    const together = happenings.filter((one) => one.at === at)
    const after = inSomeOrder(sent, together, rules)
    if (typeof after === 'string') faults.push(after)
    sent = typeof after === 'string' ? playAll(sent, together) : after
  }
  return [...faults, ...monthFaults(sent, years)]
}

/** What happened at one moment may have happened in any order: one of them must give the taxes that were withheld. */
function inSomeOrder(
  before: readonly Sent[],
  open: readonly Happening[],
  rules: readonly TaxRule[],
): readonly Sent[] | string {
  if (open.length === 0) return before
  let fault = 'no order of what happened explains the taxes'
  for (const next of open) {
    // What is sent comes back later, also within one moment.
    const isEarly = next.kind === 'came back' && open.some((one) => isSending(one, next.one))
    if (isEarly) continue
    const wrong = next.kind === 'sent' ? sendingFault(before, next.one, rules) : null
    if (wrong !== null) {
      fault = wrong
      continue
    }
    const rest = open.filter((one) => one !== next)
    const after = inSomeOrder(play(before, next), rest, rules)
    if (typeof after !== 'string') return after
    fault = after
  }
  return fault
}

const isSending = (one: Happening, withdrawal: Withdrawal) =>
  one.kind === 'sent' && one.one._id === withdrawal._id

function playAll(before: readonly Sent[], happenings: readonly Happening[]): readonly Sent[] {
  return happenings.reduce(play, before)
}

function play(before: readonly Sent[], { kind, one }: Happening): readonly Sent[] {
  const { taxMonth, taxMode: mode, amountFen: grossFen, taxFen } = one
  const sent: Sent = { month: taxMonth ?? '', mode, grossFen, taxFen }
  if (kind === 'sent') return [...before, sent]
  return [...before, { ...sent, grossFen: 0 - grossFen, taxFen: 0 - taxFen }]
}

function sendingFault(
  before: readonly Sent[],
  { _id, taxMonth, taxMode, taxFen, amountFen, dispatchedAt }: Withdrawal,
  rules: readonly TaxRule[],
): string | null {
  const month = shanghaiMonth(dispatchedAt ?? 0)
  if (taxMonth !== month) return `${_id}: sent in ${month}, taxed in ${taxMonth}`
  const thisMonth = before.filter((one) => one.month === month)
  const paidAlready = sum(thisMonth, (one) => one.grossFen) > 0
  const mode = (paidAlready ? thisMonth.at(-1)?.mode : undefined) ?? modeIn(rules, month)
  if (taxMode !== mode) return `${_id}: taxed as ${taxMode}, ${month} is ${mode}`
  const owed = taxByHand(before, mode, month, amountFen)
  return taxFen === owed ? null : `${_id}: withheld ${taxFen}, owed ${owed} (${mode}, ${month})`
}

function modeIn(rules: readonly TaxRule[], month: string): TaxMode {
  const begun = [...rules].filter((rule) => rule.from <= month)
  return (begun.at(-1) ?? rules[0])?.mode ?? 'none'
}

function taxByHand(
  before: readonly Sent[],
  mode: TaxMode,
  month: string,
  amountFen: number,
): number {
  if (mode === 'none') return 0
  const isLabour = mode === 'labour'
  const counted = before.filter((one) => {
    if (isLabour) return one.month === month
    return one.mode === mode && one.month.slice(0, 4) === month.slice(0, 4)
  })
  const income = sum(counted, (one) => one.grossFen) + amountFen
  const withheld = sum(counted, (one) => one.taxFen)
  const due = isLabour ? labourDue(income) : cumulativeDue(income, monthsCounted(counted, month))
  return Math.min(amountFen, Math.max(0, due - withheld))
}

/** From the first month with pay that did not all come back, up to this one. */
function monthsCounted(counted: readonly Sent[], month: string): number {
  const paid = [...new Set(counted.map((one) => one.month))].filter((each) => {
    const ofMonth = counted.filter((one) => one.month === each)
    return sum(ofMonth, (one) => one.grossFen) > 0
  })
  const first = [...paid, month].sort()[0] ?? month
  return Number(month.slice(5)) - Number(first.slice(5)) + 1
}

function labourDue(incomeFen: number): number {
  const taxable = incomeFen <= 400_000 ? BigInt(incomeFen - 80_000) * 10n : BigInt(incomeFen) * 8n
  return byTable(LABOUR, taxable)
}

function cumulativeDue(incomeFen: number, months: number): number {
  return byTable(CUMULATIVE, BigInt(incomeFen) * 8n - BigInt(months) * 5_000_000n)
}

/** `taxable` in tenths of a fen. */
function byTable(table: typeof LABOUR, taxable: bigint): number {
  if (taxable <= 0n) return 0
  const row = table.find(([upTo]) => upTo === Infinity || taxable <= BigInt(upTo) * 1000n)
  if (!row) throw new Error('a table ends with Infinity')
  const [, percent, quick] = row
  // In thousandths of a fen; half up.
  const exact = taxable * BigInt(percent) - BigInt(quick) * 100_000n
  return exact <= 0n ? 0 : Number((exact + 500n) / 1000n)
}

/** The stored months are what was sent and did not come back. */
function monthFaults(sent: readonly Sent[], years: readonly TaxYear[]): string[] {
  const stored = years.flatMap(({ _id, months }) => months.map((one) => ({ ...one, _id })))
  const faults: string[] = []
  for (const month of new Set([...sent, ...stored].map((one) => one.month))) {
    const ofMonth = sent.filter((one) => one.month === month)
    const expected = [sum(ofMonth, (one) => one.grossFen), sum(ofMonth, (one) => one.taxFen)]
    const [kept] = stored.filter((one) => one.month === month)
    const there = [kept?.incomeFen ?? 0, kept?.taxFen ?? 0]
    if (expected.join() !== there.join()) {
      faults.push(`${kept?._id ?? 'a year'} ${month}: is ${there.join()}, sent ${expected.join()}`)
    }
  }
  return faults
}

function shanghaiMonth(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 7)
}

function sum<T>(rows: readonly T[], amountOf: (row: T) => number): number {
  return rows.reduce((total, row) => total + amountOf(row), 0)
}
