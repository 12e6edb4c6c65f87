// `npm run audit`: reads a shop's data folder, checks every invariant of its books, and prints the trial balance.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AUDIT_RULES } from '../cloudfunctions/domain/ledger/audit-rules.data'
import { checkInvariants, type Books } from '../cloudfunctions/domain/ledger/check-invariants'
import { sayValue, type Difference } from '../cloudfunctions/domain/ledger/difference'
import { readFolder } from '../emulator/cloud'
import { trialBalanceTable } from './books-table'
import { bringUpToDate } from './bring-up-to-date'
import { ensureDemoData } from './demo-shop'
import { BadUsage, runOnShop } from './run-on-shop'

const HELP = `npm run audit -- --data DIR | --demo [--accounts]

  --data      folder of a shop that isn't running, such as .data/shop; it is only read
  --demo      the demo shop as it is first laid out; a year is played when there is none yet
  --accounts  every distributor's accounts, one by one

Exit code 0: the books are right. 1: they are not, the first difference is named. 2: they could not be read.
`

/** Where each part of the books is kept. */
const KEPT = {
  entries: 'ledger_entries',
  wallets: 'wallets',
  commissions: 'commissions',
  withdrawals: 'withdrawals',
  orders: 'orders',
  afterSales: 'after_sales',
  decisions: 'money_decisions',
  remittances: 'tax_remittances',
  taxYears: 'tax_years',
  closings: 'statement_months',
} as const satisfies Record<keyof Books, string>

function readArguments() {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      data: { type: 'string' },
      demo: { type: 'boolean', default: false },
      accounts: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (!values.help && values.demo === (values.data !== undefined)) {
    throw new BadUsage('Name one: --data DIR or --demo')
  }
  return values
}

async function demoFolder(): Promise<string> {
  await bringUpToDate('functions')
  let said = -1
  const { folder } = await ensureDemoData((day, days) => {
    const tenth = Math.floor((day * 10) / days)
    if (tenth > said) console.error(`playing the demo year: ${tenth * 10} %`)
    said = tenth
  })
  return folder
}

function readBooks(folder: string): Books {
  const { documents, tornBytes } = readFolder(folder, Object.values(KEPT))
  if (tornBytes > 0) console.error(`note: ${tornBytes} bytes at the end were never acknowledged`)
  const parts = Object.entries(KEPT).map(([part, name]) => [part, documents.get(name) ?? []])
  return Object.fromEntries(parts) as Books
}

function sayCounts(books: Books): string {
  return Object.entries(KEPT)
    .map(([part, name]) => `${books[part as keyof Books].length} ${name}`)
    .join(', ')
}

function sayDifference(difference: Difference, others: number): string {
  const { rule, record } = difference
  const more = others === 0 ? '' : ` (and ${others} more)`
  return [
    `The books are NOT right${more}. The first difference:`,
    `  record    ${record}`,
    `  rule      ${rule} ${AUDIT_RULES[rule].text}`,
    `  expected  ${sayValue(difference, 'expected')}`,
    `  found     ${sayValue(difference, 'found')}`,
  ].join('\n')
}

async function main(): Promise<number> {
  const args = readArguments()
  if (args.help) {
    console.log(HELP)
    return 0
  }
  const folder = args.data === undefined ? await demoFolder() : resolve(args.data)
  const books = readBooks(folder)
  const [first, ...others] = checkInvariants(books)
  // Over entries that can't be read nothing adds up.
  if (first?.rule !== 'RECORD_BROKEN') console.log(trialBalanceTable(books.entries, args.accounts))
  console.log(`\n${sayCounts(books)}\n`)
  console.log(first ? sayDifference(first, others.length) : 'The books are right.')
  return first ? 1 : 0
}

runOnShop(main, HELP)
