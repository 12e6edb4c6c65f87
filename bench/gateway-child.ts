// The servers that the gateway's speed is told from, each a process of its own: an empty echo, and the local cloud.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { startCloud, type CloudOptions, type CollectionsFile } from '../emulator/cloud'

const SHOPS = 5000
const BATCH = 2000

const collections: CollectionsFile = {
  bench_items: {
    indexes: [
      {
        name: 'shop_at',
        keys: [
          ['shop', 1],
          ['at', -1],
        ],
      },
      { name: 'code', keys: [['code', 1]], unique: true },
    ],
  },
}

/** About 350 bytes, like the smaller half of the demo shop's documents. */
function makeDocument(n: number) {
  return {
    _id: `item_${n}`,
    shop: `shop_${n % SHOPS}`,
    code: `code_${n}`,
    at: 1_700_000_000_000 + n * 1000,
    title: '明前龙井 50 克',
    priceFen: 9800 + (n % 977),
    stock: { available: 12, held: 0 },
    tags: ['茶', '绿茶'],
    seen: 0,
    note: 'x'.repeat(120),
  }
}

/** Answers every call with the bytes it was last told, as soon as it has read the request. */
function serveEcho(): void {
  let body = Buffer.from('{}')
  process.on('message', (text: string) => {
    body = Buffer.from(text)
    process.send?.('told')
  })
  const server = createServer((request, response) => {
    request.on('data', () => {})
    request.on('end', () => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
      })
      response.end(body)
    })
  })
  // As the gateway has it.
  server.keepAliveTimeout = 600_000
  server.requestTimeout = 0
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : ''
    process.send?.(`http://127.0.0.1:${port}`)
  })
}

/** A local cloud with one collection of so many documents, its data on disk. */
async function serveCloud(
  data: string,
  documents: number,
  sync: CloudOptions['sync'],
): Promise<void> {
  const functionsDir = join(__dirname, '..', 'dist', 'cloudfunctions')
  const options = { functionsDir, collections, data, sync, timers: false, quiet: true }
  const cloud = await startCloud(options)
  for (let first = 0; first < documents; first += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, i) => first + i)
    cloud.database.put('bench_items', numbers.map(makeDocument))
  }
  process.send?.(cloud.base)
}

process.on('disconnect', () => process.exit(0))
const [kind, data = '', documents, sync] = process.argv.slice(2)
if (kind === 'echo') serveEcho()
else void serveCloud(data, Number(documents), sync as CloudOptions['sync'])
