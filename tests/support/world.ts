// A shop to test in: the real bundles and the real SDK on the emulated cloud, with people by name.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActionName, Api } from '@contract/api'
import type { RefusalCode, Facts } from '@contract/refusals'
import { ulid } from '@contract/ids'
import { DAY_MS, startOfDate } from '@contract/time'
import { digest, memberIdOf } from '../../cloudfunctions/kernel/ids'
import { startCloud, type Cloud } from '../../emulator/cloud'
import { createWechat, type WechatControl } from '../../emulator/wechat'
import { violationsIn } from './audit'

const ROOT = join(__dirname, '..', '..')
const LOCAL_KEYS = JSON.parse(
  readFileSync(join(ROOT, 'database', 'local-keys.json'), 'utf8'),
) as Record<string, string>
export const BOOTSTRAP_CODE = 'open-sesame-2026'
/** Tests begin at this moment: Friday 2026-11-20, 09:00 in Shanghai. */
export const START_AT = startOfDate('2026-11-20') + 9 * 60 * 60 * 1000

/** A refusal that an action answered with. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: Facts,
  ) {
    super(`${code} ${JSON.stringify(facts)}`)
  }
}

interface CallOptions {
  /** Repeats an earlier request; a new one is made when absent. */
  readonly requestId?: string
}

export interface Person {
  readonly name: string
  readonly openid: string
  readonly memberId: string
  readonly distributorId: string
  /** Calls an action as this person; throws Refused. */
  call<Name extends ActionName>(
    action: Name,
    input: Api[Name]['input'],
    options?: CallOptions,
  ): Promise<Api[Name]['output']>
  /** The code an action refuses with; fails the test when it doesn't refuse. */
  refusal<Name extends ActionName>(
    action: Name,
    input: Api[Name]['input'],
    options?: CallOptions,
  ): Promise<RefusalCode>
}

export interface TestWorld {
  readonly cloud: Cloud
  /** A person by name: the same name is the same OPENID. */
  as(name: string): Person
  newRequestId(): string
  /** What the phone does to pay: WeChat's confirmation with the parameters of mall.startPayment. */
  wechat<T = unknown>(path: string, person: Person, body: object): Promise<T>
  /** The fake WeChat itself: what it knows, and what it is told to do. */
  readonly wechatControl: WechatControl
  /** Controls under /__emulator__/. */
  control<T = unknown>(path: string, body?: object, method?: string): Promise<T>
  /** Runs the timer function until nothing is due. */
  runTimer(): Promise<unknown>
  /** Moves the clock by days and runs the timer. */
  passDays(days: number): Promise<void>
  /** Asserts every invariant of the books over all that is stored. */
  audit(): void
  /** Database calls that a piece of work costs, of all functions together. */
  countCalls(work: () => Promise<unknown>): Promise<number>
  stop(): Promise<void>
}

interface Answer {
  readonly ok: boolean
  readonly data: unknown
  readonly error: { readonly code: RefusalCode; readonly facts: Facts }
}

/** Starts an empty shop's cloud in memory; timers run only when told to. */
export async function openWorld(): Promise<TestWorld> {
  const wechat = createWechat()
  const cloud = await startCloud({
    functionsDir: join(ROOT, 'dist', 'cloudfunctions'),
    functions: (
      JSON.parse(readFileSync(join(ROOT, 'cloudbaserc.json'), 'utf8')) as { functions: never[] }
    ).functions,
    collections: JSON.parse(
      readFileSync(join(ROOT, 'database', 'collections.json'), 'utf8'),
    ) as never,
    env: { FENYOU_BOOTSTRAP_CODE: BOOTSTRAP_CODE, FENYOU_CHECK_OUTPUT: '1', ...LOCAL_KEYS },
    extensions: [wechat],
    timers: false,
    startAt: START_AT,
    quiet: true,
  })
  let serial = 0
  const newRequestId = () => {
    serial += 1
    return ulid(START_AT + serial, () => 0.5)
  }
  const world: TestWorld = {
    cloud,
    wechatControl: wechat.control(),
    newRequestId,
    as: (name) => personNamed(cloud, name, newRequestId),
    wechat: (path, person, body) =>
      post(`${cloud.base}/wechat/${path}`, body, { 'x-wx-openid': person.openid }),
    control: (path, body, method) =>
      post(`${cloud.base}/__emulator__/${path}`, body ?? {}, {}, method),
    runTimer: () => cloud.runTimer('timer'),
    async passDays(days) {
      await cloud.advance(days * DAY_MS)
      await cloud.runTimer('timer')
    },
    audit: () => assert.deepEqual(violationsIn(cloud.database), []),
    async countCalls(work) {
      cloud.counters.clear()
      await work()
      return databaseCalls(cloud)
    },
    stop: () => cloud.stop(),
  }
  return world
}

function databaseCalls(cloud: Cloud): number {
  return Object.entries(cloud.counters.read().totals)
    .filter(([kind]) => kind.startsWith('database.'))
    .reduce((sum, [, count]) => sum + count, 0)
}

function personNamed(cloud: Cloud, name: string, newRequestId: () => string): Person {
  const openid = `o_${name}`
  const memberId = memberIdOf(openid)
  const ask = async (action: string, input: unknown, requestId: string) => {
    const functionName = action.slice(0, action.indexOf('.'))
    const event = { action, input, requestId }
    return (await cloud.call(functionName, event, { openid })) as Answer
  }
  return {
    name,
    openid,
    memberId,
    distributorId: `dst_${digest(`openid:${openid}`)}`,
    async call(action, input, options = {}) {
      const answer = await ask(action, input, options.requestId ?? newRequestId())
      if (!answer.ok) throw new Refused(answer.error.code, answer.error.facts)
      return answer.data as never
    },
    async refusal(action, input, options = {}) {
      const answer = await ask(action, input, options.requestId ?? newRequestId())
      assert.equal(answer.ok, false, `${action} should refuse`)
      return answer.error.code
    },
  }
}

async function post<T>(
  url: string,
  body: object,
  headers: Record<string, string>,
  method = 'POST',
): Promise<T> {
  const answer = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`)
  return (text ? JSON.parse(text) : null) as T
}
