// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterEach, describe, expect, test } from 'vitest'
import {
  BadFunctionSettings,
  FunctionError,
  NoFunctions,
  PortTaken,
  startCloud,
  type Cloud,
} from '../index'
import { COLLECTIONS, makeFunctions, probeBundle, run, startProbe } from './probe'

let cloud: Cloud
afterEach(async () => cloud?.stop())

async function start(sources: Record<string, string>, options: object = {}): Promise<Cloud> {
  return (cloud = await startCloud({
    functionsDir: makeFunctions(sources),
    collections: COLLECTIONS,
    timers: false,
    quiet: true,
    ...options,
  }))
}

const failure = (call: Promise<unknown>): Promise<FunctionError> =>
  call.then(
    () => Promise.reject(new Error('the call should have failed')),
    (error: FunctionError) => error,
  )

interface Health {
  functions: { name: string; instances: number; queued: number; coldStarts: number }[]
}

async function health(name: string): Promise<Health['functions'][number]> {
  const answer = await fetch(`${cloud.base}/__emulator__/health`)
  const { functions } = (await answer.json()) as Health
  return functions.find((one) => one.name === name) as Health['functions'][number]
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Writes another build over a function's file, later than the last one whatever the disk's clock resolves. */
let later = 0
function rebuild(file: string, source: string): void {
  writeFileSync(file, source)
  later += 5
  utimesSync(file, new Date(), new Date(Date.now() + later * 1000))
}

const COUNTING = `
let running = 0, most = 0
exports.main = async (event) => {
  running++
  most = Math.max(most, running)
  await new Promise((resolve) => setTimeout(resolve, event.ms ?? 20))
  running--
  return { most, thread: require('worker_threads').threadId, n: event.n }
}`
/** Answers when the file exists that the call names. */
const GATED = `
const { existsSync } = require('fs')
exports.main = async ({ gate, n }) => {
  while (!existsSync(gate)) await new Promise((resolve) => setTimeout(resolve, 5))
  return n
}`
const newGate = (): string => join(makeFunctions({}), 'open')
const THREAD = `exports.main = () => require('worker_threads').threadId`

describe('function instances', () => {
  test('serve one request at a time, and scale to the limit', async () => {
    await start({ count: COUNTING }, { instances: 3 })
    const answers = await Promise.all(Array.from({ length: 12 }, () => cloud.call('count', {})))
    const seen = answers as { most: number; thread: number }[]
    expect(seen.every((one) => one.most === 1)).toBe(true)
    expect(new Set(seen.map((one) => one.thread)).size).toBe(3)
  })

  test('beyond the limit calls wait, first come first served', async () => {
    await start({ gated: GATED }, { instances: 1 })
    const gate = newGate()
    const order: unknown[] = []
    const calls = [0, 1, 2, 3, 4].map((n) =>
      cloud.call('gated', { n, gate }).then((answer) => order.push(answer)),
    )
    expect(await health('gated')).toMatchObject({ instances: 1, queued: 4 })
    writeFileSync(gate, '')
    await Promise.all(calls)
    expect(order).toEqual([0, 1, 2, 3, 4])
    expect(await health('gated')).toMatchObject({ instances: 1, queued: 0 })
  })

  test('a function that calls itself does not wait for its own instance', async () => {
    cloud = await startProbe({ instances: 1 })
    const nested = await run(cloud, async ({ cloud }) => {
      const code =
        'async ({ cloud }) => (await cloud.callFunction({ name: "probe" })).result.wx.SOURCE'
      return (await cloud.callFunction({ name: 'probe', data: { code } })).result
    })
    expect(nested).toBe('wx_client,scf,scf')
  })

  test('an idle one is ended, and the next call is a cold start', async () => {
    await start({ thread: THREAD }, { idleMs: 20 })
    const first = await cloud.call('thread', {})
    await until(async () => (await health('thread')).instances === 0)
    expect(await cloud.call('thread', {})).not.toBe(first)
    expect(await health('thread')).toMatchObject({ coldStarts: 2 })
  })

  test('the one that is still used is kept', async () => {
    await start({ thread: THREAD })
    const first = await cloud.call('thread', {})
    expect(await cloud.call('thread', {})).toBe(first)
    expect(await health('thread')).toMatchObject({ instances: 1, coldStarts: 1 })
  })

  test('a cold start is told in the answer, the log and the health, and only then', async () => {
    await start({ thread: THREAD })
    const ask = (): Promise<Response> =>
      fetch(`${cloud.base}/functions/thread`, { method: 'POST', body: '{}' })
    const [cold, warm] = [await ask(), await ask()]
    const ms = Number(cold.headers.get('x-emulator-cold-start-ms'))
    expect(ms).toBeGreaterThan(0)
    expect(warm.headers.get('x-emulator-cold-start-ms')).toBeNull()
    const requestId = cold.headers.get('x-emulator-request-id') as string
    expect(cloud.logs({ requestId })).toMatchObject([{ function: 'thread', coldStartMs: ms }])
    expect(cloud.logs()[1]).not.toHaveProperty('coldStartMs')
    expect(await health('thread')).toMatchObject({ coldStarts: 1, lastColdStartMs: ms })
  })

  test('calls that still wait when the cloud stops are told so', async () => {
    await start({ gated: GATED }, { instances: 1 })
    const calls = [1, 2, 3].map(() => failure(cloud.call('gated', { gate: newGate() })))
    expect(await health('gated')).toMatchObject({ queued: 2 })
    await cloud.stop()
    expect((await Promise.all(calls)).map((error) => error.message)).toEqual(
      Array(3).fill('the cloud is stopping'),
    )
  })
})

describe('limits', () => {
  test('a call that takes too long is ended with its thread, in the words of the service', async () => {
    const functions = [{ name: 'count', timeout: 1.5 }]
    await start({ count: COUNTING }, { functions })
    const error = await failure(cloud.call('count', { ms: 20_000 }))
    expect(error).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Invoking task timed out after 1.5 seconds',
    })
    expect(await cloud.call('count', { ms: 1 })).toMatchObject({ most: 1 })
  })

  test('so is an endless loop, while other functions go on', async () => {
    const functions = [{ name: 'loop', timeout: 1 }]
    await start({ loop: 'exports.main = () => { for (;;); }', thread: THREAD }, { functions })
    const looping = failure(cloud.call('loop', {}))
    expect(await cloud.call('thread', {})).toBeTypeOf('number')
    expect((await looping).code).toBe('FUNCTIONS_TIME_LIMIT_EXCEEDED')
    expect(await health('loop')).toMatchObject({ instances: 0 })
  })

  test('loading has a limit of its own', async () => {
    const functions = [{ name: 'slow', initTimeout: 0.3 }]
    await start({ slow: 'for (;;);' }, { functions })
    expect(await failure(cloud.call('slow', {}))).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: 'Loading slow timed out after 0.3 seconds',
    })
  })

  test('memory: what fits into 256 MB does not fit into 24', async () => {
    const source = `exports.main = ({ mb }) => {
      const kept = []
      for (let i = 0; i < mb * 16; i++) kept.push(Array.from({ length: 8192 }, (_, j) => i * j + 0.5))
      return kept.length
    }`
    const functions = [
      { name: 'small', memorySize: 24, timeout: 50 },
      { name: 'usual', timeout: 50 },
    ]
    await start({ small: source, usual: source }, { functions })
    const error = await failure(cloud.call('small', { mb: 100 }))
    expect(error).toMatchObject({
      code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
      message: 'Memory limit exceeded: the function may use 24 MB',
    })
    expect(await cloud.call('usual', { mb: 100 })).toBe(1600)
    expect(await cloud.call('small', { mb: 1 })).toBe(16)
    expect(cloud.logs({ function: 'usual' })[0]?.memoryMb).toBeGreaterThan(90)
  })

  test('recursion goes about as deep as in a process of its own, and fails alone', async () => {
    const source = `
      const dive = (n) => { try { return dive(n + 1) } catch { return n } }
      const fall = () => fall()
      exports.main = ({ deep }) => deep ? fall() : [dive(0), require('worker_threads').threadId]`
    await start({ recursion: source })
    const dive = (n: number): number => {
      try {
        return dive(n + 1)
      } catch {
        return n
      }
    }
    const [depth, thread] = (await cloud.call('recursion', {})) as [number, number]
    expect(depth / dive(0)).toBeGreaterThan(1 / 3)
    expect(depth / dive(0)).toBeLessThan(3)
    const error = await failure(cloud.call('recursion', { deep: true }))
    expect(error.message).toBe('Maximum call stack size exceeded')
    expect(((await cloud.call('recursion', {})) as number[])[1]).toBe(thread)
  })

  test('events and answers have at most 6 MB of JSON', async () => {
    const source = `exports.main = ({ ask, text }) => ask ? 'x'.repeat(ask) : text.length`
    await start({ size: source })
    const limit = 6 * 1024 * 1024
    const around = JSON.stringify({ text: '' }).length
    expect(await cloud.call('size', { text: 'x'.repeat(limit - around) })).toBe(limit - around)
    const large = { text: 'x'.repeat(limit - around + 1) }
    expect((await failure(cloud.call('size', large))).code).toBe('EXCEED_REQUEST_SIZE_LIMIT')
    expect(await cloud.call('size', { ask: limit - 2 })).toHaveLength(limit - 2)
    expect(await failure(cloud.call('size', { ask: limit - 1 }))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'The size of response exceeds the upper limit (6MB)',
    })
    const body = JSON.stringify(large)
    const answer = await fetch(`${cloud.base}/functions/size`, { method: 'POST', body })
    expect(answer.status).toBe(413)
  })
})

describe('what a function answers', () => {
  test('is its value as JSON, whether returned, promised or called back', async () => {
    await start({
      value: `exports.main = ({ kind }) => ({
        date: new Date(5), nothing: undefined, buffer: Buffer.from('a'), map: new Map([[1, 2]]),
      })[kind]`,
      back: `exports.main = (event, context, callback) => {
        setTimeout(() => callback(event.fail ? new Error('called back') : null, { n: event.n }), 5)
      }`,
      both: `exports.main = async (event, context, callback) => {
        setTimeout(() => callback(null, 'callback'), 0)
        await new Promise((resolve) => setTimeout(resolve, 30))
        return 'promise'
      }`,
    })
    expect(await cloud.call('value', { kind: 'date' })).toBe('1970-01-01T00:00:00.005Z')
    expect(await cloud.call('value', { kind: 'nothing' })).toBeNull()
    expect(await cloud.call('value', { kind: 'buffer' })).toEqual({ type: 'Buffer', data: [97] })
    expect(await cloud.call('value', { kind: 'map' })).toEqual({})
    expect(await cloud.call('back', { n: 3 })).toEqual({ n: 3 })
    expect((await failure(cloud.call('back', { fail: true }))).message).toBe('called back')
    expect(await cloud.call('both', {})).toBe('promise')
  })

  test('what cannot be JSON fails the call, not the instance', async () => {
    await start({
      odd: `exports.main = ({ kind }) => {
        const circle = {}; circle.self = circle
        return kind === 'circle' ? circle : kind === 'big' ? 1n : require('worker_threads').threadId
      }`,
    })
    const thread = await cloud.call('odd', {})
    expect((await failure(cloud.call('odd', { kind: 'circle' }))).message).toMatch(/circular/)
    expect((await failure(cloud.call('odd', { kind: 'big' }))).message).toMatch(/BigInt/)
    expect(await cloud.call('odd', {})).toBe(thread)
  })
})

describe('failures', () => {
  test('a crash is a FunctionError with what was printed; so is a broken bundle', async () => {
    await start({
      crash:
        "exports.main = () => { console.log('before', { a: 1 }); throw new TypeError('broken') }",
      text: "exports.main = () => Promise.reject('only text')",
      reject:
        "exports.main = () => { Promise.reject(new Error('nobody waits')); return new Promise(() => {}) }",
      exit: 'exports.main = () => process.exit(3)',
      syntax: 'exports.main = ((',
      load: "console.log('loading'); throw new Error('not today')",
      none: 'exports.other = 1',
      module: "require('no-such-package')",
    })
    const error = await failure(cloud.call('crash', {}))
    expect(error).toBeInstanceOf(FunctionError)
    expect(error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'broken' })
    expect(error.functionStack).toContain('index.js')
    expect(error.logs).toEqual([{ level: 'log', text: 'before { a: 1 }' }])
    await expect(cloud.call('text', {})).rejects.toThrow('only text')
    await expect(cloud.call('reject', {})).rejects.toThrow('nobody waits')
    await expect(cloud.call('exit', {})).rejects.toThrow('the instance exited with code 3')
    await expect(cloud.call('syntax', {})).rejects.toThrow(/Unexpected|Invalid/)
    const load = await failure(cloud.call('load', {}))
    expect([load.message, load.logs]).toEqual(['not today', [{ level: 'log', text: 'loading' }]])
    await expect(cloud.call('none', {})).rejects.toThrow(/exports no main/)
    await expect(cloud.call('module', {})).rejects.toThrow(/no-such-package.*npm install/s)
    await expect(cloud.call('missing', {})).rejects.toThrow(/missing not found; there are: crash/)
  })

  test('an instance that dies while idle takes no call with it', async () => {
    const source = `exports.main = ({ die }) => {
      if (die) setTimeout(() => Promise.reject(new Error('later')), 5)
      return require('worker_threads').threadId
    }`
    await start({ idle: source })
    const first = await cloud.call('idle', { die: true })
    await until(async () => (await health('idle')).instances === 0)
    expect(await cloud.call('idle', {})).not.toBe(first)
  })

  test("a stack names the file and line of the source, in the failure and in what's printed", async () => {
    const folder = makeFunctions({ built: '' })
    const source = `interface Order { fen: number }
      export const refuse = (order: Order): never => {
        throw new RangeError('too little: ' + order.fen)
      }
      export async function main(event: { caught?: boolean }): Promise<void> {
        try { refuse({ fen: 5 }) } catch (error) {
          if (!event.caught) throw error
          console.error(error)
        }
      }`
    writeFileSync(join(folder, 'built', 'place-order.ts'), source)
    buildSync({
      entryPoints: [join(folder, 'built', 'place-order.ts')],
      outfile: join(folder, 'built', 'index.js'),
      bundle: true,
      platform: 'node',
      minify: true,
      keepNames: true,
      sourcemap: 'external',
    })
    cloud = await startCloud({ functionsDir: folder, collections: {}, timers: false, quiet: true })
    const error = await failure(cloud.call('built', {}))
    expect(error.functionStack).toMatch(/refuse.*place-order\.ts:3:15/)
    expect(error.functionStack).toMatch(/main.*place-order\.ts:6:15/)
    expect(error.functionStack).not.toContain('index.js')
    await cloud.call('built', { caught: true })
    expect(cloud.logs().at(-1)?.lines[0]?.text).toMatch(
      /RangeError: too little: 5\n.*place-order\.ts:3/,
    )
  })
})

describe('a rebuilt function', () => {
  test('is used by the next call, while those at work end on the old code', async () => {
    const folder = makeFunctions({ version: '' })
    const file = join(folder, 'version', 'index.js')
    const build = (n: number): string => GATED.replace('return n', `return ${n}`)
    const [open, later] = [newGate(), newGate()]
    writeFileSync(open, '')
    rebuild(file, build(1))
    cloud = await startCloud({ functionsDir: folder, collections: {}, timers: false, quiet: true })
    expect(await cloud.call('version', { gate: open })).toBe(1)
    const atWork = cloud.call('version', { gate: later })
    rebuild(file, build(2))
    expect(await cloud.call('version', { gate: open })).toBe(2)
    writeFileSync(later, '')
    expect(await atWork).toBe(1)
    expect(await cloud.call('version', { gate: open })).toBe(2)
    rebuild(file, 'exports.main = ((')
    await expect(cloud.call('version', { gate: open })).rejects.toThrow()
    rebuild(file, build(3))
    expect(await cloud.call('version', { gate: open })).toBe(3)
  })

  test('may consist of several files', async () => {
    const folder = makeFunctions({ parts: `exports.main = () => require('./part').n` })
    writeFileSync(join(folder, 'parts', 'part.js'), 'exports.n = 1')
    cloud = await startCloud({ functionsDir: folder, collections: {}, timers: false, quiet: true })
    expect(await cloud.call('parts', {})).toBe(1)
    rebuild(join(folder, 'parts', 'part.js'), 'exports.n = 2')
    expect(await cloud.call('parts', {})).toBe(2)
  })

  test('that was read half-written is read again', async () => {
    const whole = 'exports.main = () => "whole"'
    const half = `require('fs').writeFileSync(__filename, ${JSON.stringify(whole)}); throw new Error('half')`
    await start({ half })
    expect(await cloud.call('half', {})).toBe('whole')
  })
})

describe('variables', () => {
  const source = `exports.main = () =>
    ['KEY', 'OWN', 'RENAMED', 'SECRET', 'UNSET', 'ALL'].map((name) => process.env[name] ?? null)`

  test("are those declared for the function; no other function's reach it", async () => {
    const envVariables = {
      KEY: '{{env.KEY}}',
      OWN: 'own',
      RENAMED: 'https://{{env.SECRET}}/x',
      UNSET: '{{env.NOBODY_KNOWS}}',
    }
    const functions = [{ name: 'pays', envVariables }]
    const env = { KEY: 'key', SECRET: 'secret', ALL: 'all' }
    await start({ pays: source, other: source }, { functions, env })
    const own = ['key', 'own', 'https://secret/x', null, null, 'all']
    expect(await cloud.call('pays', {})).toEqual(own)
    expect(await cloud.call('other', {})).toEqual([null, null, null, null, null, 'all'])
  })
})

describe('who is calling', () => {
  interface Seen {
    event: object
    wx: Record<string, unknown>
    context: Record<string, unknown>
  }
  const probe = async (options: object = {}, event: object = { x: 1 }): Promise<Seen> =>
    (await cloud.call('probe', event, options)) as Seen

  test('a client has an OPENID, a nested call keeps it, a timer has none', async () => {
    cloud = await startProbe()
    const own = await probe({ openid: 'o-mei' })
    expect(own.wx).toEqual({
      CLIENTIP: '127.0.0.1',
      APPID: 'wx0000000000000000',
      OPENID: 'o-mei',
      ENV: 'local-env',
      SOURCE: 'wx_client',
    })
    expect(own.event).toEqual({ x: 1, userInfo: { appId: 'wx0000000000000000', openId: 'o-mei' } })
    const nested = await run(
      cloud,
      async ({ cloud }) => (await cloud.callFunction({ name: 'probe', data: { y: 2 } })).result,
    )
    expect(nested).toMatchObject({
      event: { y: 2 },
      wx: { OPENID: 'o-tester', SOURCE: 'wx_client,scf' },
    })
    const timed = (await cloud.runTimer('probe', 'nightly')) as { event: object; wx: object }
    expect(timed.event).toMatchObject({ Type: 'Timer', TriggerName: 'nightly' })
    expect(timed.wx).toMatchObject({ SOURCE: 'wx_trigger' })
    expect(timed.wx).not.toHaveProperty('OPENID')
  })

  test('an OPENID of digits arrives as a number; a UNIONID is there when the person has one', async () => {
    cloud = await startProbe({ instances: 1 })
    expect((await probe({ openid: '12345', unionid: 'u-1' })).wx).toMatchObject({
      OPENID: 12345,
      UNIONID: 'u-1',
    })
    const next = await probe({ openid: 'o-next' })
    expect(next.wx.OPENID).toBe('o-next')
    expect(next.wx).not.toHaveProperty('UNIONID')
    expect((await probe()).wx).not.toHaveProperty('OPENID')
  })

  test('nobody can write their own userInfo into the event', async () => {
    cloud = await startProbe()
    const { event } = await probe({ openid: 'o-mei' }, { userInfo: { openId: 'o-owner' } })
    expect(event).toMatchObject({ userInfo: { openId: 'o-mei' } })
  })

  test('the context tells the invocation in the service’s words', async () => {
    cloud = await startProbe({ functions: [{ name: 'probe', timeout: 7, memorySize: 512 }] })
    const { context } = await probe({ openid: 'o-mei' })
    expect(context).toMatchObject({
      callbackWaitsForEmptyEventLoop: true,
      memory_limit_in_mb: 512,
      time_limit_in_ms: 7000,
      request_id: cloud.logs().at(-1)?.requestId,
      function_name: 'probe',
      function_version: '$LATEST',
      namespace: 'local-env',
      tencentcloud_region: 'ap-shanghai',
      tencentcloud_appid: '1250000000',
      tencentcloud_uin: '100000000',
    })
    expect(JSON.parse(context.environment as string)).toMatchObject({
      WX_OPENID: 'o-mei',
      TCB_ENV: 'local-env',
      TCB_SOURCE: 'wx_client',
    })
    expect((context.environ as string).split(';')).toContain('WX_OPENID=o-mei')
  })

  test('POST /functions answers with what the function returned, from any origin', async () => {
    cloud = await startProbe()
    const answer = await fetch(`${cloud.base}/functions/probe`, {
      method: 'POST',
      headers: { 'x-wx-openid': 'o-lan' },
      body: '{"n":1}',
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toMatchObject({ event: { n: 1 }, wx: { OPENID: 'o-lan' } })
    const post = async (path: string, body: string, method = 'POST'): Promise<unknown[]> => {
      const refused = await fetch(`${cloud.base}${path}`, { method, body })
      return [refused.status, ((await refused.json()) as { error: { code: string } }).error.code]
    }
    expect(await post('/functions/nobody', '{}')).toEqual([404, 'FUNCTION_NOT_FOUND'])
    expect(await post('/functions/probe', '{')).toEqual([400, 'INVALID_PARAM'])
    expect(await post('/functions/probe', '{}', 'PUT')).toEqual([405, 'METHOD_NOT_ALLOWED'])
    expect(await post('/functions/%E0%A4', '{}')).toEqual([400, 'INVALID_PARAM'])
  })
})

describe('what a function prints', () => {
  test('is kept with its level, also from dir, table, stdout and stderr', async () => {
    await start({
      print: `exports.main = () => {
        for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level](level, 1)
        console.dir({ a: 1 })
        process.stdout.write('one\\ntwo\\nunfinished')
        process.stderr.write('bad\\n')
      }`,
    })
    await cloud.call('print', {})
    expect(cloud.logs().at(-1)?.lines).toEqual([
      ...['log', 'info', 'warn', 'error', 'debug'].map((level) => ({ level, text: `${level} 1` })),
      { level: 'log', text: '{ a: 1 }' },
      { level: 'log', text: 'one' },
      { level: 'log', text: 'two' },
      { level: 'error', text: 'bad' },
    ])
  })

  test('after the answer belongs to the same call', async () => {
    await start({ late: `exports.main = () => { setTimeout(() => console.log('late'), 20) }` })
    await cloud.call('late', {})
    await until(() => cloud.logs().at(-1)?.lines.length === 1)
    expect(cloud.logs().at(-1)).toMatchObject({ outcome: 'ok', lines: [{ text: 'late' }] })
  })

  test('without end is cut off, each call for itself', async () => {
    await start({
      flood: `exports.main = ({ lines, chars, raw }) => {
        const print = raw ? (text) => process.stdout.write(text + '\\n') : console.log
        for (let i = 0; i < lines; i++) print('x'.repeat(chars))
      }`,
    })
    for (const raw of [false, true]) {
      await cloud.call('flood', { lines: 100_000, chars: 10, raw })
      const { lines = [] } = cloud.logs().at(-1) ?? {}
      expect(lines).toHaveLength(201)
      expect(lines.at(-1)).toEqual({ level: 'warn', text: 'more was printed than the log keeps' })
    }
    await cloud.call('flood', { lines: 1, chars: 1_000_000 })
    expect(cloud.logs().at(-1)?.lines).toHaveLength(1)
    expect(cloud.logs().at(-1)?.lines[0]?.text).toHaveLength(8001)
  })
})

describe('the network', () => {
  test('only this machine is reached, and the SDK asks nobody but the gateway', async () => {
    cloud = await startProbe()
    const seen = await run(cloud, async ({ db }) => {
      const http = process.getBuiltinModule('node:http') as {
        request: (...args: unknown[]) => unknown
      } & Record<'get', (url: string) => unknown>
      const asked: string[] = []
      const request = http.request
      http.request = (...args: unknown[]) => {
        const target = args[0] as { host?: string; hostname?: string; port?: number } | string | URL
        asked.push(
          typeof target === 'object' && 'hostname' in target
            ? `${target.hostname}:${target.port}`
            : JSON.stringify(target),
        )
        return request(...args)
      }
      await db.collection('items').add({ data: { a: 1 } })
      http.request = request
      const outside = await fetch('https://env.tcb-api.tencentcloudapi.com/admin').catch(
        (e: Error) => e.message,
      )
      const refused = (connect: () => unknown): string => {
        try {
          connect()
          return 'reached'
        } catch (error) {
          return (error as Error).message
        }
      }
      const net = process.getBuiltinModule('node:net')
      const tls = process.getBuiltinModule('node:tls')
      return {
        asked,
        outside,
        inside: refused(() => http.get('http://metadata.tencentyun.com/')),
        sockets: [
          refused(() => net.connect(3306, 'mysql.example.com')),
          refused(() => tls.connect({ host: 'redis.example.com', port: 6380 })),
        ],
      }
    })
    expect(seen.asked).toHaveLength(1)
    expect(seen.asked[0]).toContain(`127.0.0.1:${cloud.port}`)
    expect(seen.outside).toMatch(/lets no function reach env\.tcb-api/)
    expect(seen.inside).toMatch(/lets no function reach metadata/)
    expect(seen.sockets[0]).toMatch(/lets no function reach mysql/)
    expect(seen.sockets[1]).toMatch(/lets no function reach redis/)
  })

  test('hosts that are allowed are asked for (nothing answers here)', async () => {
    const source = `exports.main = ({ url }) => fetch(url).catch((e) => e.message + ' ' + e.cause?.code)`
    await start({ ask: source }, { hosts: ['allowed.invalid'] })
    expect(await cloud.call('ask', { url: 'http://allowed.invalid/' })).not.toMatch(/lets no/)
    expect(await cloud.call('ask', { url: 'http://other.invalid/' })).toMatch(/lets no function/)
  })

  test('a taken port, missing functions and settings that are none are named', async () => {
    await start({ count: COUNTING })
    const again = startCloud({ functionsDir: makeFunctions({}), collections: {}, port: cloud.port })
    await expect(again).rejects.toBeInstanceOf(PortTaken)
    const none = startCloud({ functionsDir: '/nowhere', collections: {} })
    await expect(none).rejects.toBeInstanceOf(NoFunctions)
    const folder = makeFunctions({ broken: COUNTING })
    writeFileSync(join(folder, 'broken', 'config.json'), '{ triggers')
    const broken = startCloud({ functionsDir: folder, collections: {} })
    await expect(broken).rejects.toThrow(BadFunctionSettings)
    await expect(startCloud({ functionsDir: folder, collections: {} })).rejects.toThrow(
      /broken.config\.json is not JSON/,
    )
    const functions = [{ name: 'count', timeout: -1 }]
    const odd = startCloud({ functionsDir: makeFunctions({}), collections: {}, functions })
    await expect(odd).rejects.toThrow('function count: timeout must be a number above 0')
  })
})

test('a handler and a folder may have other names', async () => {
  const folder = makeFunctions({ 'hello-code': '', own: 'exports.main = () => "own"' })
  writeFileSync(join(folder, 'hello-code', 'app.js'), 'exports.run = () => "hello"')
  const functions = [{ name: 'hello', dir: 'hello-code', handler: 'app.run' }]
  const rest = { functionsDir: folder, collections: {}, timers: false, quiet: true, functions }
  cloud = await startCloud(rest)
  expect(await cloud.call('hello', {})).toBe('hello')
  expect(await cloud.call('own', {})).toBe('own')
  await expect(cloud.call('hello-code', {})).rejects.toThrow(/there are: own, hello$/)
})

test('the probe bundle is minified and whole', () => {
  expect(probeBundle().length).toBeGreaterThan(100_000)
})
