// The servers that the speed of the local cloud is told from, each a process of its own.
import { createServer } from 'node:http'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud, type CollectionsFile } from '../emulator/cloud'

const ROOT = join(__dirname, '..')
const DOCUMENTS = 100_000
const SHOPS = 5000
const BATCH = 2000

const BENCH_COLLECTIONS = {
  bench_items: {
    indexes: [
      {
        name: 'shop_at',
        keys: [
          ['shop', 1],
          ['at', -1],
        ],
      },
    ],
  },
} as const

function makeDocument(n: number) {
  return {
    _id: `item_${n}`,
    shop: `shop_${n % SHOPS}`,
    at: 1_700_000_000_000 + n * 1000,
    title: '明前龙井 50 克',
    priceFen: 9800 + (n % 977),
    stock: { available: 12, held: 0 },
    tags: ['茶', '绿茶'],
    seen: 0,
    note: 'x'.repeat(120),
  }
}

/** Answers every call with the bytes it was last told: an empty server that costs the SDK the same. */
function serveEcho(): void {
  let body = Buffer.from('{}')
  process.on('message', (text: string) => {
    body = Buffer.from(text)
    process.send?.('told')
  })
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const headers = { 'content-type': 'application/json', 'content-length': body.length }
      response.writeHead(200, headers).end(body)
    })
  })
  server.keepAliveTimeout = 600_000
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    process.send?.(address && typeof address === 'object' ? `http://127.0.0.1:${address.port}` : '')
  })
}

/** A local cloud with one large collection, its data on disk. */
async function serveCloud(data: string): Promise<void> {
  const cloud = await startCloud({
    functionsDir: join(ROOT, 'dist', 'cloudfunctions'),
    collections: BENCH_COLLECTIONS as unknown as CollectionsFile,
    data,
    timers: false,
    quiet: true,
  })
  for (let first = 0; first < DOCUMENTS; first += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, i) => first + i)
    cloud.database.put('bench_items', numbers.map(makeDocument))
  }
  process.send?.(cloud.base)
}

/** The demo shop on a copy of its data: how long until it answers, and what it and one more instance weigh. */
async function serveDemo(demo: string, data: string): Promise<void> {
  mkdirSync(data, { recursive: true })
  cpSync(demo, data, { recursive: true })
  const copiedMs = performance.now()
  const { startShopCloud } = await import('../scripts/demo-shop')
  const { cloud } = await startShopCloud({ data, startAt: Date.now(), timers: false })
  const readyMs = performance.now() - copiedMs
  const home = { action: 'mall.home', input: {} }
  const weigh = () => {
    global.gc?.()
    return process.memoryUsage().rss
  }
  const empty = weigh()
  const calls = (count: number) =>
    Promise.all(
      Array.from({ length: count }, () => cloud.call('mall', home, { openid: 'o_bench' })),
    )
  await calls(1)
  const one = weigh()
  await calls(4)
  const four = weigh()
  process.send?.({
    readyMs,
    emptyBytes: empty,
    instanceBytes: Math.max(one - empty, (four - one) / 3),
  })
  await cloud.stop()
}

process.on('disconnect', () => process.exit(0))
const [what, ...folders] = process.argv.slice(2)
if (what === 'echo') serveEcho()
else if (what === 'cloud') void serveCloud(folders[0] ?? '')
else void serveDemo(folders[0] ?? '', folders[1] ?? '')
