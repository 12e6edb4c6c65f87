// How fast the local cloud answers the real SDK, told from an empty echo server in the same run.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import cloud from 'wx-server-sdk'
import { median } from './median'
import type { Row } from './row'

const CHILD = join(__dirname, 'gateway-child.ts')
const CACHE = join(__dirname, '..', '.cache')
const DOCUMENTS = 100_000
/** What is asked for again and again, as a shop's functions do. */
const ASKED = 1000
const SHOPS = 5000
const ROUNDS = 7
const CALLS = 240
const WARMING = 1500

interface Server {
  readonly base: string
  readonly child: ChildProcess
}

/** What a function instance would find in its environment; the SDK asks for it. */
const ENVIRONMENT = {
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'local-env',
  TCB_ENV: 'local-env',
}

function start(...args: string[]): Promise<Server> {
  const child = fork(CHILD, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('message', (base: string) => resolve({ base, child }))
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}`)))
  })
}

const tell = ({ child }: Server, text: string) =>
  new Promise((told) => {
    child.once('message', told)
    child.send(text)
  })

/** The SDK reads the address anew for each call. */
const pointAt = ({ base }: Server) => {
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${base}/admin` })
}

type Call = (n: number) => unknown

const spread = (n: number, among: number) => (n * 7919) % among

function makeCalls() {
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  const items = cloud.database().collection('bench_items')
  const get: Call = (n) => items.doc(`item_${n}`).get()
  const find: Call = (n) => items.where({ code: `code_${n}` }).get()
  const update: Call = (n) => items.doc(`item_${n}`).update({ data: { seen: serial } })
  const findMany: Call = (n) =>
    items
      .where({ shop: `shop_${n % SHOPS}` })
      .orderBy('at', 'desc')
      .limit(20)
      .get()
  const mix: Call = (n) => ([get, find, update][serial % 3] as Call)(n)
  return { get, find, update, findMany, mix }
}

let serial = 0

/** Calls a second with so many under way at once. */
async function callsPerSecond(call: Call, lanes: number, calls = CALLS): Promise<number> {
  let left = calls
  const lane = async () => {
    while (left-- > 0) await call(spread(serial++, ASKED))
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return (calls * 1000) / (performance.now() - startedAt)
}

/** In short turns, so that a noisy moment strikes both. */
async function compare(echo: Server, own: Server, what: string, call: Call, lanes: number) {
  const turns: { empty: number; speed: number; share: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    pointAt(echo)
    const empty = await callsPerSecond(call, lanes)
    pointAt(own)
    const speed = await callsPerSecond(call, lanes)
    turns.push({ empty, speed, share: (100 * speed) / empty })
  }
  const middle = (of: 'empty' | 'speed' | 'share') => Math.round(median(turns.map((t) => t[of])))
  const best = Math.round(Math.max(...turns.map(({ share }) => share)))
  return {
    what: `${what}, ${lanes} at once, against an echo`,
    measured: `${middle('share')} % (best ${best} %; ${middle('speed')} of ${middle('empty')}/s)`,
    budget: '≥ 70 %',
  }
}

/** The middle time of a call, each for other documents, ms. */
async function latency(own: Server, what: string, call: Call, budget: string): Promise<Row> {
  pointAt(own)
  const times: number[] = []
  for (let round = 0; round < 400; round += 1) {
    const startedAt = performance.now()
    await call(spread(serial++, DOCUMENTS))
    times.push(performance.now() - startedAt)
  }
  return { what, measured: `${median(times).toFixed(2)} ms`, budget }
}

/** What the cloud answers to a query; made so that it is a valid answer to an update, too. */
async function constantAnswer({ base }: Server, query: object): Promise<string> {
  const fields = { collectionName: 'bench_items', queryType: 'WHERE', query: JSON.stringify(query) }
  const answer = await fetch(`${base}/admin`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'database.getDocument', ...fields }),
  })
  const { data, ...envelope } = (await answer.json()) as { data: object }
  return JSON.stringify({ ...envelope, data: { ...data, updated: 1 } })
}

async function measureAll(echo: Server, own: Server, synced: Server): Promise<Row[]> {
  const { get, find, update, findMany, mix } = makeCalls()
  const one = await constantAnswer(own, { _id: 'item_1' })
  await tell(echo, one)
  for (const server of [echo, own, synced]) {
    pointAt(server)
    for (const call of [get, find, findMany, update]) await callsPerSecond(call, 4, WARMING)
  }
  const kinds = [
    ['get by _id', get],
    ['indexed find', find],
    ['update by _id, on disk', update],
    ['get, find, update in turn', mix],
  ] as const
  const rows: Row[] = []
  for (const lanes of [1, 8]) {
    for (const [what, call] of kinds) rows.push(await compare(echo, own, what, call, lanes))
  }
  // An echo that gives 20 documents, too: reading them costs the SDK more than anything else here.
  await tell(echo, await constantAnswer(own, { shop: 'shop_1' }))
  for (const lanes of [1, 8]) {
    rows.push(await compare(echo, own, 'indexed find of 20', findMany, lanes))
  }
  await tell(echo, one)
  for (const lanes of [1, 8]) {
    const row = await compare(echo, synced, "update, sync: 'always'", update, lanes)
    rows.push({ ...row, budget: '–' })
  }
  rows.push(await latency(own, 'indexed find of 20 among 100,000', findMany, '≤ 3 ms'))
  rows.push(await latency(own, 'get by _id among 100,000', get, '≤ 2 ms'))
  return rows
}

export async function measureGateway(): Promise<Row[]> {
  Object.assign(process.env, ENVIRONMENT)
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'bench-gateway-'))
  const servers: Server[] = []
  const open = async (...args: string[]) => {
    const server = await start(...args)
    servers.push(server)
    return server
  }
  try {
    const echo = await open('echo')
    const own = await open('cloud', join(folder, 'behind'), String(DOCUMENTS), 'behind')
    const synced = await open('cloud', join(folder, 'always'), '2000', 'always')
    return await measureAll(echo, own, synced)
  } finally {
    for (const { child } of servers) child.disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
}
