// npm run rebuild-aggregates：从事实重新算一遍，和存着的一样就说一样，不一样就说第一个不一样的。
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCloud, type ExportedDocuments } from '../../../emulator/cloud'
import { bindTo } from '../trade/bind-to'
import { lineOf, openTrade } from '../trade/open-trade'

const ROOT = join(__dirname, '..', '..', '..')
const collections = JSON.parse(
  readFileSync(join(ROOT, 'database', 'collections.json'), 'utf8'),
) as never

let folders: string
let shop: ExportedDocuments
let dayId: string

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'fenyou-rebuild-'))
  const trade = await openTrade()
  const zhou = trade.world.as('zhou')
  const { mei } = await bindTo(trade, zhou)
  await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
  trade.world.cloud.clock.advance(10 * 60_000)
  await trade.world.runTimer()
  shop = trade.world.cloud.database.export()
  const days = shop['distributor_days'] as { _id: string; distributorId: string }[]
  dayId = days.find((day) => day.distributorId === mei.distributorId)?._id ?? ''
  await trade.world.stop()
})
afterAll(() => rmSync(folders, { recursive: true, force: true }))

async function keep(name: string, documents: ExportedDocuments): Promise<string> {
  const data = join(folders, name)
  const functionsDir = join(ROOT, 'dist', 'cloudfunctions')
  const cloud = await startCloud({ data, functionsDir, collections, timers: false, quiet: true })
  cloud.database.import(documents)
  await cloud.stop()
  return data
}

function rebuild(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const command = [join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')]
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...command, 'scripts/rebuild-aggregates.ts', ...args],
      { cwd: ROOT },
      (failure, out, error) => {
        resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error })
      },
    )
  })
}

describe('npm run rebuild-aggregates', () => {
  it('一样就说一样', async () => {
    const { code, out } = await rebuild('--data', await keep('right', shop))
    expect(out).toContain('The figures are what the facts say.')
    expect(code).toBe(0)
  })

  it('被人改过一个数就退出 1，说是哪一条的哪一项；--write 改回来', async () => {
    const rows = shop['distributor_days'] as { _id: string; salesFen: number }[]
    const spoilt = rows.map((row) => (row._id === dayId ? { ...row, salesFen: 9999 } : row))
    const data = await keep('wrong', { ...shop, distributor_days: spoilt })
    const first = await rebuild('--data', data)
    expect(first.code).toBe(1)
    expect(first.out).toContain(`distributor_days ${dayId}`)
    expect(first.out).toMatch(/figure +salesFen\n +expected +10000\n +found +9999/)
    expect((await rebuild('--data', data, '--write')).out).toContain('1 figures were set right.')
    expect((await rebuild('--data', data)).code).toBe(0)
  })

  it('说错了就退出 2', async () => {
    expect((await rebuild()).code).toBe(2)
    expect((await rebuild('--data', join(folders, 'nothing'))).error).toContain('keeps no data')
  })
})
