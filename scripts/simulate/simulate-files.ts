// The whole of a simulation: files in, the texts of commissions.csv and summary.json out, nothing written yet.
import { stringify } from 'csv-stringify/sync'
import { basename } from 'node:path'
import type { PlanRules } from '@contract/model/distribution'
import { refusalText } from '@contract/refusals'
import { compilePlan } from '../../cloudfunctions/domain/commission/compile-plan'
import { parsePlanText } from '../../cloudfunctions/domain/commission/parse-plan'
import {
  simulateOrder,
  type SimulatedCommission,
} from '../../cloudfunctions/domain/simulation/simulate-order'
import { emptyTally, tallyOrder, type Tally } from '../../cloudfunctions/domain/simulation/tally'
import { Refusal } from '../../cloudfunctions/domain/refuse'
import type { Asked } from './read-arguments'
import { readMembers } from './read-members'
import { readOrders, type Line, type Order } from './read-orders'
import { readRefunds } from './read-refunds'
import { readBytes } from './read-table'
import { summaryText } from './summary-text'

const COLUMNS = [
  'order_id',
  'line',
  'level',
  'beneficiary',
  'base_fen',
  'rate_bps',
  'amount_fen',
  'reversed_fen',
  'net_fen',
  'rule',
  'capped',
]

const CSV = { record_delimiter: '\n', quoted_match: /\r/ }
/** Rows that wait to become text. */
const CHUNK = 2000

export interface Results {
  readonly rules: PlanRules
  readonly tally: Tally
  readonly commissionsCsv: string
  readonly summaryJson: string
}

/** A plan that may not be published. The message is `PLAN_INVALID plan.json: …`. */
export class PlanRefused extends Error {
  constructor({ code, facts }: Refusal, file: string) {
    super(`${code} ${file}: ${refusalText(code, facts)}`)
  }
}

/** How much of a step is done, for a progress bar. */
export type Told = (step: string, done: number, of: number) => void

/** Throws PlanRefused (COMPLIANCE_*, PLAN_INVALID) or FileInvalid; the plan is looked at first. */
export function simulateFiles(asked: Asked, tell: Told): Results {
  const rules = readPlan(asked.plan)
  tell('reading', 0, 3)
  const members = readMembers(asked.members)
  tell('reading', 1, 3)
  const orders = readOrders(asked.orders, members)
  tell('reading', 2, 3)
  if (asked.refunds !== null) readRefunds(asked.refunds, orders)
  const plan = compilePlan(rules)
  const tally = emptyTally()
  const texts = [stringify([COLUMNS], CSV)]
  let rows: (string | number)[][] = []
  for (const order of orders.values()) {
    const commissions = simulateOrder(plan, order)
    tallyOrder(tally, order.lines, commissions)
    for (const commission of commissions) rows.push(rowOf(order, commission))
    if (rows.length >= CHUNK) {
      texts.push(stringify(rows, CSV))
      rows = []
    }
    tell('computing', tally.orders, orders.size)
  }
  texts.push(stringify(rows, CSV))
  return {
    rules,
    tally,
    commissionsCsv: texts.join(''),
    summaryJson: summaryText(tally),
  }
}

function readPlan(path: string): PlanRules {
  const name = basename(path)
  try {
    return parsePlanText(textOf(readBytes(path)))
  } catch (error) {
    if (error instanceof Refusal) throw new PlanRefused(error, name)
    throw error
  }
}

/** JSON is UTF-8 without a byte order mark: anything else comes out as text that is no JSON. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return ''
  }
}

function rowOf(order: Order, commission: SimulatedCommission<Line>): (string | number)[] {
  const { line, level, distributorId, rateBps, rule, isCapped } = commission
  const { amountFen, reversedFen, netFen } = commission
  const amounts = [amountFen, reversedFen, netFen].map(String)
  const base = String(line.baseFen)
  return [
    order.orderId,
    line.line,
    level,
    distributorId,
    base,
    rateBps,
    ...amounts,
    rule,
    isCapped ? 1 : 0,
  ]
}
