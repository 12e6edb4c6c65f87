// How long `npm run simulate` takes on 100,000 order lines, from the command to its files.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChance } from '../seed/random'

const ROOT = join(__dirname, '..')
const ORDERS = 33_334
const LINES_EACH = 3
const MEMBERS = 20_000
const ROUNDS = 3

const PLAN = {
  version: 'bench',
  profile: 'china',
  rateBps: [1000, 300],
  tierBonusBps: { silver: [100, 0], gold: [200, 50] },
  overrides: [{ scope: 'category', id: 'C1', rateBps: [2800, 400] }],
  capBps: 3000,
  selfPurchase: 'none',
  freezeDays: 7,
}

function layOut(folder: string): string[] {
  const chance = createChance(7)
  const put = (name: string, rows: readonly string[]) => {
    writeFileSync(join(folder, name), `${rows.join('\n')}\n`)
  }
  const members = ['member_id,inviter_id,tier,status']
  const tiers = ['', 'silver', 'gold']
  for (let i = 0; i < MEMBERS; i += 1) {
    const inviter = i === 0 ? '' : `M${chance.between(0, i - 1)}`
    members.push(`M${i},${inviter},${chance.pick(tiers, () => 1)},active`)
  }
  const orders = [
    'order_id,paid_at,buyer,sharer,line,sku,product,category,qty,unit_price_fen,order_discount_fen,shipping_fen',
  ]
  const refunds = ['order_id,line,amount_fen']
  for (let i = 0; i < ORDERS; i += 1) {
    const head = `O${i},2026-11-05T12:00:00+08:00,B${i},M${chance.between(0, MEMBERS - 1)}`
    const discount = chance.between(0, 300)
    for (let line = 1; line <= LINES_EACH; line += 1) {
      const goods = `S${chance.between(1, 90)},P${chance.between(1, 40)},C${chance.between(1, 9)}`
      const price = chance.between(300, 90_000)
      orders.push(`${head},${line},${goods},${chance.between(1, 3)},${price},${discount},800`)
      if (chance.is(0.3)) refunds.push(`O${i},${line},${chance.between(1, 100)}`)
    }
  }
  put('plan.json', [JSON.stringify(PLAN)])
  put('members.csv', members)
  put('orders.csv', orders)
  put('refunds.csv', refunds)
  const args = ['members', 'orders', 'refunds'].flatMap((name) => [
    `--${name}`,
    join(folder, `${name}.csv`),
  ])
  return ['--plan', join(folder, 'plan.json'), ...args, '--out', join(folder, 'out')]
}

export function measureSimulation() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-simulate-'))
  try {
    const args = ['run', '--silent', 'simulate', '--', ...layOut(folder)]
    const seconds = Array.from({ length: ROUNDS }, () => {
      const startedAt = performance.now()
      const { status, stderr } = spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      return (performance.now() - startedAt) / 1000
    })
    const best = Math.min(...seconds).toFixed(1)
    const worst = Math.max(...seconds).toFixed(1)
    return [
      {
        what: 'npm run simulate, 100,000 lines, 20,000 members, 30,000 refunds',
        measured: `${best} to ${worst} s`,
        budget: '≤ 5 s',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
