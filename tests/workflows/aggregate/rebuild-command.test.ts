// npm run rebuild-aggregates：从事实重新算一遍，和存着的一样就说一样，不一样就说第一个不一样的。
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AGGREGATE_COLLECTIONS } from '../../../cloudfunctions/domain/aggregate/every-aggregate'
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

type Row = Record<string, unknown> & { _id: string }
/** What is done to each aggregate: a figure changed, a document lost, one that no fact speaks for. */
const DAMAGES: Readonly<Record<string, (rows: Row[]) => Row[]>> = {
  distributor_days: (rows) =>
    rows.map((row) => (row._id === dayId ? { ...row, salesFen: 9999 } : row)),
  distributor_figures: ([first, ...others]) => [{ ...first, months: {} } as Row, ...others],
  shop_days: ([first, ...others]) => [{ ...first, _id: '2026-01-01' }, ...others],
  funnel_days: (rows) =>
    rows.map((row) => ({
      ...row,
      channels: [],
      total: { ...(row['total'] as object), visitors: 7 },
    })),
  rank_lists: (rows) =>
    rows.map((row) => (row._id === 'total:sales' ? { ...row, ranked: 12 } : row)),
  rank_steps: (rows) => rows.slice(1),
  material_users: (rows) => rows.map((row) => ({ ...row, copied: 5 })),
  materials: (rows) => rows.map((row) => ({ ...row, usedCount: 0 })),
}

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'fenyou-rebuild-'))
  const trade = await openTrade()
  const zhou = trade.world.as('zhou')
  const { mei } = await bindTo(trade, zhou)
  await trade.placeAndPay(zhou, [lineOf(trade.tea, 0, 2)])
  const target = { kind: 'shop' } as const
  const said = { title: '三句话', target, text: '新茶到了', pictures: [], video: null, tags: [] }
  const material = await trade.owner.call('owner.saveMaterial', {
    ...said,
    sort: 0,
  })
  const use = { materialId: material.id, kind: 'copied' } as const
  await mei.call('distributor.recordMaterialUse', use)
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

  it('每一种汇总都查：各弄坏一处，都点得出名；不写就不动，--write 改回来', async () => {
    expect(Object.keys(DAMAGES).sort()).toEqual([...AGGREGATE_COLLECTIONS].sort())
    const damaged = Object.fromEntries(
      Object.entries(DAMAGES).map(([name, damage]) => {
        const rows = (shop[name] ?? []) as Row[]
        expect(rows.length, name).toBeGreaterThan(0)
        return [name, damage(structuredClone(rows))]
      }),
    )
    const data = await keep('wrong', { ...shop, ...damaged })
    const first = await rebuild('--data', data)
    expect(first.code).toBe(1)
    for (const name of AGGREGATE_COLLECTIONS) {
      expect(first.out).toMatch(new RegExp(`^${name} .*: [1-9]\\d* NOT what the facts say`, 'm'))
    }
    expect(first.out).toMatch(/figure +salesFen\n +expected +10000\n +found +9999/)
    expect((await rebuild('--data', data)).out).toBe(first.out)
    expect((await rebuild('--data', data, '--write')).out).toMatch(/\d+ documents were set right\./)
    const mended = await rebuild('--data', data)
    expect(mended.out).toContain('The figures are what the facts say.')
    expect(mended.code).toBe(0)
  })

  it('说错了就退出 2', async () => {
    expect((await rebuild()).code).toBe(2)
    expect((await rebuild('--data', join(folders, 'nothing'))).error).toContain('keeps no data')
  })
})
