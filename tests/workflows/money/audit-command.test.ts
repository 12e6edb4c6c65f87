// npm run audit：只读地打开一家店的数据，账对就说对，被人动过就说动了哪里。
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Commission } from '@contract/model/distribution'
import type { LedgerEntry, Wallet } from '@contract/model/ledger'
import { startCloud, type ExportedDocuments } from '../../../emulator/cloud'
import { openMoney } from './open-money'

const ROOT = join(__dirname, '..', '..', '..')
const COLLECTIONS = JSON.parse(
  readFileSync(join(ROOT, 'database', 'collections.json'), 'utf8'),
) as never

let folders: string
let shop: ExportedDocuments

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'fenyou-audit-'))
  const money = await openMoney()
  await money.earn()
  const orderId = await money.buyTeaAndPot()
  await money.deliver('payment')
  await money.refund(orderId, [{ line: 1, quantity: 1 }])
  await money.withdraw(500)
  await money.deliver('transfer')
  await money.world.runTimer()
  money.world.audit()
  shop = money.world.cloud.database.export()
  await money.world.stop()
})
afterAll(() => rmSync(folders, { recursive: true, force: true }))

/** A data folder that holds these documents, as a closed shop leaves it. */
async function keep(name: string, documents: ExportedDocuments): Promise<string> {
  const data = join(folders, name)
  const functionsDir = join(ROOT, 'dist', 'cloudfunctions')
  const cloud = await startCloud({ data, functionsDir, collections: COLLECTIONS, timers: false })
  cloud.database.import(documents)
  await cloud.stop()
  return data
}

interface Said {
  readonly code: number
  readonly out: string
  readonly error: string
}

function audit(...args: string[]): Promise<Said> {
  const command = [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs'), 'scripts/audit.ts']
  return new Promise((resolve) => {
    execFile(process.execPath, [...command, ...args], { cwd: ROOT }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
    })
  })
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) {
    hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}

/** The shop with the first fitting document of a collection replaced by others. */
function spoil<Row extends { readonly _id: string }>(
  collection: string,
  fits: (row: Row) => boolean,
  how: (row: Row) => readonly Row[],
): ExportedDocuments {
  const rows = (shop[collection] ?? []) as Row[]
  const at = rows.findIndex(fits)
  expect(at, `a document of ${collection} to spoil`).toBeGreaterThanOrEqual(0)
  const found = rows[at] as Row
  return { ...shop, [collection]: [...rows.slice(0, at), ...how(found), ...rows.slice(at + 1)] }
}

describe('账对的店', () => {
  it('退出码 0，试算表合计为零，数据一个字节也没有动', async () => {
    const data = await keep('right', shop)
    const before = fingerprint(data)
    const { code, out, error } = await audit('--data', data)
    expect(error).toBe('')
    expect(out).toContain('The books are right.')
    // Two orders of ¥116.00 came in, ¥50.00 went back, ¥5.00 was paid out: 232 − 50 − 5.
    expect(out).toMatch(/微信支付商户号资金 +cash:wxpay +¥177\.00\n/)
    expect(out).toMatch(/商品销售收入 +sales +¥182\.00\n/)
    expect(out).toMatch(/合计 +¥0\.00\n/)
    expect(out).toContain('2 orders')
    expect(code).toBe(0)
    expect(fingerprint(data)).toBe(before)
  })

  it('要看每个人的科目，就一个一个列出来', async () => {
    const { out } = await audit('--data', join(folders, 'right'), '--accounts')
    expect(out).toMatch(/应付分销员：可提现 +payable:dst_\w+:available/)
  })
})

describe('被动过的账，退出码 1，说出第一处', () => {
  const entry = (code: LedgerEntry['code']) => (row: LedgerEntry) => row.code === code
  it.each<readonly [label: string, spoilt: () => ExportedDocuments, said: readonly RegExp[]]>([
    [
      '改了一行分录',
      () =>
        spoil<LedgerEntry>('ledger_entries', entry('ORDER_PAID'), (row) => [
          {
            ...row,
            postings: row.postings.map((one, at) => (at ? one : { ...one, amountFen: 1 })),
          } as never,
        ]),
      [/ledger_entries\/pay:ord_/, /ENTRY_UNBALANCED/, /expected +¥0\.00/, /found +-¥115\.99/],
    ],
    [
      '钱包差一分',
      () =>
        spoil<Wallet>(
          'wallets',
          (row) => row.availableFen > 0,
          (row) => [{ ...row, availableFen: row.availableFen + 1 } as never],
        ),
      [/wallets\/dst_\w+ 可提现/, /WALLET_BALANCE/, /expected +¥/, /found +¥/],
    ],
    [
      '少了一条分录',
      () => spoil<LedgerEntry>('ledger_entries', entry('ORDER_REFUNDED'), () => []),
      [/ledger_entries\/refund:afs_/, /ENTRY_MISSING/],
    ],
    [
      '佣金多出一份',
      () =>
        spoil<Commission>(
          'commissions',
          () => true,
          (row) => [row, { ...row, _id: `${row._id}x` }],
        ),
      [/commissions\/cm:ord_[\w:]+x/, /COMMISSION_ID/],
    ],
    [
      '订单不见了',
      () =>
        spoil(
          'orders',
          () => true,
          () => [],
        ),
      [/ENTRY_ORPHAN/, /expected +orders\/ord_/],
    ],
  ])('%s', async (label, spoilt, said) => {
    const data = await keep(label, spoilt())
    const { code, out } = await audit('--data', data)
    expect(out).toContain('The books are NOT right')
    for (const words of said) expect(out).toMatch(words)
    expect(code).toBe(1)
  })
})

describe('读不了就说清楚，退出码 2', () => {
  it('没有这个文件夹', async () => {
    const { code, error } = await audit('--data', join(folders, 'nowhere'))
    expect(error).toContain('keeps no data')
    expect(code).toBe(2)
    expect(readdirSync(folders)).not.toContain('nowhere')
  })

  it('那里的文件不是一家店的数据', async () => {
    const data = mkdtempSync(join(folders, 'odd-'))
    writeFileSync(join(data, 'store.log'), 'hello')
    const { code, error } = await audit('--data', data)
    expect(error).toContain('not a log of this emulator')
    expect(code).toBe(2)
  })

  it('店正开着：关了再来，开着的不受影响', async () => {
    const data = await keep('open', shop)
    writeFileSync(join(data, 'lock'), String(process.pid))
    const before = fingerprint(data)
    const { code, error } = await audit('--data', data)
    expect(error).toContain(`in use by process ${process.pid}`)
    expect(code).toBe(2)
    expect(fingerprint(data)).toBe(before)
  })

  it.each([[[]], [['--data']], [['--data', 'x', '--demo']], [['--what']]])(
    '说不清要看哪家店：%j',
    async (args) => {
      const { code, error } = await audit(...args)
      expect(error).toContain('npm run audit')
      expect(code).toBe(2)
    },
  )
})
