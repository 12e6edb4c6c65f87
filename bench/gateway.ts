// How fast the local cloud answers the real SDK: against an empty echo server in the same run, and with the demo shop.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sdk from 'wx-server-sdk'
import { ensureDemoData } from '../scripts/demo-shop'
import type { Row } from './row'

const CHILD = join(__dirname, 'gateway-child.ts')
const CACHE = join(__dirname, '..', '.cache')
const DOCUMENTS = 100_000
const SHOPS = 5000
const ROUNDS = 9
const CALLS = 240

/** What the SDK of a function sees of its environment. */
const ENVIRONMENT = {
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
  TCB_ENV: 'local-env',
}

interface Server {
  readonly base: string
  readonly child: ChildProcess
}

function start(...args: string[]): Promise<Server> {
  const child = fork(CHILD, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('message', (base: string) => resolve({ base, child }))
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)))
  })
}

function tell({ child }: Server, text: string): Promise<unknown> {
  return new Promise((told) => {
    child.once('message', told)
    child.send(text)
  })
}

/** The SDK reads the address anew for each call. */
const pointAt = ({ base }: Server) => {
  process.env['TCB_CONTEXT_CNFG'] = JSON.stringify({ URL: `${base}/admin` })
}

type Call = (n: number) => Promise<unknown>
const items = () => sdk.database().collection('bench_items')
const spread = (n: number, of: number) => (n * 7919) % of

const get: Call = async (n) =>
  await items()
    .doc(`item_${spread(n, DOCUMENTS)}`)
    .get()
const findTwenty: Call = async (n) =>
  await items()
    .where({ shop: `shop_${spread(n, SHOPS)}` })
    .orderBy('at', 'desc')
    .limit(20)
    .get()
const update: Call = async (n) =>
  await items()
    .doc(`item_${spread(n, DOCUMENTS)}`)
    .update({ data: { seen: n } })
/** What a function mostly does: two reads to a write. */
const mix: Call = (n) => (n % 3 === 2 ? update(n) : get(n))

let serial = 1

async function callsPerSecond(call: Call, lanes: number): Promise<number> {
  let left = CALLS
  const lane = async () => {
    while (left > 0) {
      left -= 1
      await call(serial++)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return (CALLS * 1000) / (performance.now() - startedAt)
}

const medianOf = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** In turns, so that what else the machine does strikes both alike. */
async function compare(echo: Server, cloud: Server, what: string, call: Call): Promise<Row[]> {
  const rows: Row[] = []
  for (const lanes of [1, 8]) {
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      pointAt(echo)
      const empty = await callsPerSecond(call, lanes)
      pointAt(cloud)
      ratios.push((100 * (await callsPerSecond(call, lanes))) / empty)
    }
    const measured = `${Math.round(medianOf(ratios))} %`
    rows.push({ what: `${what} of an echo server's, ${lanes} at once`, measured, budget: '≥ 70 %' })
  }
  return rows
}

async function latency(call: Call): Promise<number> {
  const times: number[] = []
  for (let n = 0; n < CALLS; n += 1) {
    const startedAt = performance.now()
    await call(serial++)
    times.push(performance.now() - startedAt)
  }
  return medianOf(times)
}

/** The cloud's own answer to a call, for the echo to give. */
async function answerOf(cloud: Server, fields: object): Promise<string> {
  const answer = await fetch(`${cloud.base}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      action: 'database.getDocument',
      collectionName: 'bench_items',
      ...fields,
    }),
  })
  return answer.text()
}

async function measureCalls(data: string): Promise<Row[]> {
  const [echo, cloud] = [await start('echo'), await start('cloud', data)]
  try {
    const one = await answerOf(cloud, { query: '{"_id":"item_1"}', queryType: 'DOC' })
    const many = { query: '{"shop":"shop_1"}', queryType: 'WHERE', limit: 20 }
    const twenty = await answerOf(cloud, many)
    const updated = JSON.stringify({ requestId: 'echo', data: { updated: 1 } })
    const rows: Row[] = []
    const kinds = [
      ['calls/s, get by _id', get, one],
      ['calls/s, find of 20', findTwenty, twenty],
      ['calls/s, update', update, updated],
      ['calls/s, two gets and an update', mix, one.replace('"list"', '"updated":1,"list"')],
    ] as const
    for (const [what, call, answer] of kinds) {
      await tell(echo, answer)
      for (const server of [echo, cloud]) {
        pointAt(server)
        await callsPerSecond(call, 8)
      }
      rows.push(...(await compare(echo, cloud, what, call)))
    }
    pointAt(cloud)
    const [getMs, findMs] = [await latency(get), await latency(findTwenty)]
    const inAll = `among ${DOCUMENTS.toLocaleString('en')} documents`
    rows.push(
      { what: `get by _id ${inAll}`, measured: `${getMs.toFixed(2)} ms`, budget: '≤ 2 ms' },
      {
        what: `indexed find of 20 ${inAll}`,
        measured: `${findMs.toFixed(2)} ms`,
        budget: '≤ 3 ms',
      },
    )
    return rows
  } finally {
    echo.child.disconnect()
    cloud.child.disconnect()
  }
}

interface Demo {
  readonly readyMs: number
  readonly emptyBytes: number
  readonly instanceBytes: number
}

async function measureDemo(data: string): Promise<Row[]> {
  const { folder } = await ensureDemoData(() => undefined)
  const child = fork(CHILD, ['demo', folder, data], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, '--expose-gc'],
  })
  const demo = await new Promise<Demo>((resolve, reject) => {
    child.once('message', (told) => resolve(told as Demo))
    child.once('exit', (code) => reject(new Error(`demo ended with ${code}`)))
  })
  child.disconnect()
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  return [
    {
      what: 'the demo shop, start to ready',
      measured: `${Math.round(demo.readyMs)} ms`,
      budget: '≤ 2,000 ms',
    },
    { what: 'its process', measured: mb(demo.emptyBytes), budget: '≤ 400 MB' },
    { what: 'a function instance more', measured: mb(demo.instanceBytes), budget: '≤ 80 MB' },
  ]
}

export async function measureGateway(): Promise<Row[]> {
  Object.assign(process.env, ENVIRONMENT)
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as never })
  mkdirSync(CACHE, { recursive: true })
  const data = mkdtempSync(join(CACHE, 'bench-gateway-'))
  try {
    return [
      ...(await measureCalls(join(data, 'items'))),
      ...(await measureDemo(join(data, 'demo'))),
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
