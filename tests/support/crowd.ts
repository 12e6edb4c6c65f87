// Very many people who come through one share, each with a phone of their own, over the local cloud's HTTP door.
import { Agent, request } from 'node:http'
import { ulid } from '@contract/ids'
import type { Cloud } from '../../emulator/cloud'

/** Phones that are under way at any moment. */
const AT_ONCE = 64
/** Every so manyth opens the share three times more, which the phone tells in one piece. */
const COMES_BACK = 10
export const REPEATS = 3

export interface CrowdCost {
  /** Calls of the database that write, tried or done: inserts, updates, removals. */
  readonly writes: number
  readonly transactions: { readonly begun: number; readonly committed: number }
  /** Documents there are more, by collection, where any are. */
  readonly documents: Readonly<Record<string, number>>
  readonly seconds: number
}

/** Runs work for 0 … count − 1, so many at a time. */
export async function inCrowd(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const one = async () => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

const COUNTED = [
  'visits',
  'open_batches',
  'attributions',
  'attribution_changes',
  'members',
  'requests',
]

/** Everybody is new to the shop: the phone opens a session and, beside it, the share. Throws at the first refusal. */
export async function sendCrowd(
  cloud: Cloud,
  shareCode: string,
  people: number,
): Promise<CrowdCost> {
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * AT_ONCE })
  const counts = () => COUNTED.map((name) => cloud.database.count(name))
  const before = counts()
  cloud.counters.clear()
  const startedAt = performance.now()
  try {
    await inCrowd(people, AT_ONCE, async (index) => {
      const tell = phoneOf(agent, cloud, index)
      await Promise.all([tell('mall.openSession', {}), tell('mall.openShare', { shareCode })])
      if (index % COMES_BACK !== 0) return
      await tell('mall.recordOpens', { opens: [{ shareCode, count: REPEATS }] })
    })
  } finally {
    agent.destroy()
  }
  const { totals } = cloud.counters.read()
  const total = (...kinds: string[]) =>
    kinds.reduce((sum, kind) => sum + (totals[`database.${kind}`] ?? 0), 0)
  const after = counts()
  const more = COUNTED.map((name, at) => [name, (after[at] ?? 0) - (before[at] ?? 0)] as const)
  return {
    writes: total('insertDocument', 'modifyDocument', 'removeDocument'),
    transactions: { begun: total('startTransaction'), committed: total('commitTransaction') },
    documents: Object.fromEntries(more.filter(([, count]) => count > 0)),
    seconds: (performance.now() - startedAt) / 1000,
  }
}

function phoneOf(agent: Agent, cloud: Cloud, index: number) {
  let serial = 0
  return async (action: string, input: object) => {
    serial += 1
    const requestId = ulid(cloud.clock.now(), () => ((index * 7 + serial) % 997) / 997)
    const body = JSON.stringify({ action, input, requestId })
    const answer = await post(agent, `${cloud.base}/functions/mall`, body, `o_crowd${index}`)
    const { ok } = JSON.parse(answer) as { ok: boolean }
    if (!ok) throw new Error(`${action} of phone ${index}: ${answer}`)
  }
}

function post(agent: Agent, url: string, body: string, openid: string): Promise<string> {
  const headers = { 'content-type': 'application/json', 'x-wx-openid': openid }
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve(Buffer.concat(parts).toString()))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
