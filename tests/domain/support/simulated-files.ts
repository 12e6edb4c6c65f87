// A folder with the simulator's files for one test, and its answers read back without losing a digit.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { simulateFiles } from '../../../scripts/simulate/simulate-files'
import { PLAN_JSON } from './builders'

export const MEMBERS_CSV = `member_id,inviter_id,tier,status
lan,,gold,active
mei,lan,silver,active
fang,mei,,frozen
`
export const ORDERS_HEADER =
  'order_id,paid_at,buyer,sharer,line,sku,product,category,qty,unit_price_fen,order_discount_fen,shipping_fen'
export const ORDERS_CSV = `${ORDERS_HEADER}
O1,2026-11-05T12:00:00+08:00,kai,mei,1,S9,P1,C1,2,9900,1000,800
O1,2026-11-05T12:00:00+08:00,kai,mei,2,S1,P3,C2,1,5000,1000,800
O2,2026-11-05T13:00:00+08:00,kai,fang,1,S9,P9,C9,1,20000,0,0
`
export const REFUNDS_CSV = `order_id,line,amount_fen
O1,1,9400
O1,1,2
`

export interface Files {
  readonly plan: string
  readonly members: string | Uint8Array
  readonly orders: string | Uint8Array
  readonly refunds: string | Uint8Array | null
}

export const FILES: Files = {
  plan: JSON.stringify(PLAN_JSON),
  members: MEMBERS_CSV,
  orders: ORDERS_CSV,
  refunds: REFUNDS_CSV,
}

/** Writes the files into a folder of their own and gives their paths as the command knows them. */
export function layOut(files: Files) {
  const folder = mkdtempSync(join(tmpdir(), 'simulated-'))
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const asked = {
    plan: put('plan.json', files.plan),
    members: put('members.csv', files.members),
    orders: put('orders.csv', files.orders),
    refunds: files.refunds === null ? null : put('refunds.csv', files.refunds),
    out: join(folder, 'out'),
  }
  return { folder, asked, clear: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs the simulator on files that differ from the good ones in some parts. */
export function simulate(changes: Partial<Files> = {}) {
  const { asked, clear } = layOut({ ...FILES, ...changes })
  try {
    const { commissionsCsv, summaryJson } = simulateFiles(asked, () => undefined)
    const [header = [], ...rows] = parse(commissionsCsv)
    return { commissionsCsv, summaryJson, header, rows, summary: readExactly(summaryJson) }
  } finally {
    clear()
  }
}

/** What it says instead of running; fails the test when it runs. */
export function refusalOfFiles(changes: Partial<Files>): string {
  try {
    simulate(changes)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('it was not refused')
}

/** JSON with every number as text and every object as a map: no digit is lost, no key is special. */
export function readExactly(json: string): Record<string, unknown> {
  const quoted = json.replace(/(?<=[:[,]\s*)-?\d+(?=\s*[,\]}])/g, '"$&"')
  const value = JSON.parse(quoted) as Record<string, unknown>
  for (const key of ['byLevel', 'byTier', 'byRule']) {
    value[key] = new Map(Object.entries(value[key] as object))
  }
  return value
}
