// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { FunctionError, NoFunctions, PortTaken, startCloud, type Cloud } from '../index'
import { nextDue, parseCron } from '../runtime/cron'
import { COLLECTIONS, makeFunctions, probeBundle, run, startProbe } from './probe'

let cloud: Cloud
afterEach(async () => cloud?.stop())

const COUNTING = `
let running = 0, most = 0
exports.main = async (event) => {
  running++
  most = Math.max(most, running)
  await new Promise((resolve) => setTimeout(resolve, event.ms ?? 20))
  running--
  return { most, pid: require('worker_threads').threadId }
}`

async function start(sources: Record<string, string>, options: object = {}): Promise<Cloud> {
  return (cloud = await startCloud({
    functionsDir: makeFunctions(sources),
    collections: COLLECTIONS,
    timers: false,
    quiet: true,
    ...options,
  }))
}

describe('function instances', () => {
  test('serve one request at a time, and scale to the limit', async () => {
    await start({ count: COUNTING }, { instances: 3 })
    const answers = await Promise.all(Array.from({ length: 12 }, () => cloud.call('count', {})))
    const seen = answers as { most: number; pid: number }[]
    expect(seen.every((one) => one.most === 1)).toBe(true)
    expect(new Set(seen.map((one) => one.pid)).size).toBe(3)
  })

  test('are ended when they take too long; the next call finds a new one', async () => {
    await start({ count: COUNTING }, { functions: [{ name: 'count', timeout: 0.2 }] })
    await expect(cloud.call('count', { ms: 2000 })).rejects.toThrow(/timed out after 0.2 seconds/)
    expect(await cloud.call('count', { ms: 1 })).toMatchObject({ most: 1 })
  })

  test('a crash is a FunctionError with what was printed; so is a broken bundle', async () => {
    await start({
      crash:
        "exports.main = () => { console.log('before', { a: 1 }); throw new TypeError('broken') }",
      reject:
        "exports.main = () => { Promise.reject(new Error('nobody waits')); return new Promise(() => {}) }",
      exit: 'exports.main = () => process.exit(3)',
      syntax: 'exports.main = ((',
      none: 'exports.other = 1',
    })
    const error = (await cloud.call('crash', {}).catch((e: unknown) => e)) as FunctionError
    expect(error).toBeInstanceOf(FunctionError)
    expect(error.message).toBe('broken')
    expect(error.functionStack).toContain('index.js')
    expect(error.logs).toEqual([{ level: 'log', text: 'before { a: 1 }' }])
    await expect(cloud.call('reject', {})).rejects.toThrow('nobody waits')
    await expect(cloud.call('exit', {})).rejects.toThrow(/exited/)
    await expect(cloud.call('syntax', {})).rejects.toThrow(/Unexpected|Invalid/)
    await expect(cloud.call('none', {})).rejects.toThrow(/exports no main/)
    await expect(cloud.call('missing', {})).rejects.toThrow(/missing not found/)
  })

  test('are replaced when the bundle changed', async () => {
    const folder = makeFunctions({ version: 'exports.main = () => 1' })
    cloud = await startCloud({ functionsDir: folder, collections: {}, timers: false, quiet: true })
    expect(await cloud.call('version', {})).toBe(1)
    const file = join(folder, 'version', 'index.js')
    writeFileSync(file, 'exports.main = () => 2')
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    expect(await cloud.call('version', {})).toBe(2)
  })

  test("get the variables declared for them, and no other function's", async () => {
    const source =
      'exports.main = () => [process.env.KEY ?? null, process.env.OWN ?? null, process.env.ALL ?? null]'
    const functions = [{ name: 'pays', envVariables: { KEY: '{{env.KEY}}', OWN: 'own' } }]
    await start({ pays: source, other: source }, { functions, env: { KEY: 'secret', ALL: 'all' } })
    expect(await cloud.call('pays', {})).toEqual(['secret', 'own', 'all'])
    expect(await cloud.call('other', {})).toEqual([null, null, 'all'])
  })
})

describe('who is calling', () => {
  test('a client has an OPENID, a nested call keeps it, a timer and HTTP access have none', async () => {
    cloud = await startProbe()
    const own = (await cloud.call('probe', { x: 1 }, { openid: 'o-mei' })) as Record<
      string,
      unknown
    >
    expect(own.wx).toMatchObject({ OPENID: 'o-mei', SOURCE: 'wx_client', ENV: 'local-env' })
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
    const answer = await cloud.http('probe', '/pay?a=1', {
      method: 'POST',
      headers: { 'X-A': 'b' },
      body: '{"p":1}',
    })
    const { event, wx } = JSON.parse(answer.body.toString()) as Record<string, object>
    expect(event).toMatchObject({
      path: '/pay',
      httpMethod: 'POST',
      headers: { 'x-a': 'b' },
      queryStringParameters: { a: '1' },
      body: '{"p":1}',
      isBase64Encoded: false,
    })
    expect(wx).not.toHaveProperty('OPENID')
  })

  test('HTTP access passes status, headers and bytes both ways', async () => {
    const source = `exports.main = (event) => event.path === '/bytes'
      ? { statusCode: 201, headers: { 'X-Kind': 'bytes' }, body: event.body, isBase64Encoded: event.isBase64Encoded }
      : 'plain'`
    await start({ web: source })
    const bytes = Buffer.from([0, 255, 128, 7])
    const answer = await fetch(`${cloud.base}/http/web/bytes`, { method: 'POST', body: bytes })
    expect([answer.status, answer.headers.get('x-kind')]).toEqual([201, 'bytes'])
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
    expect(await (await fetch(`${cloud.base}/http/web/x`)).text()).toBe('plain')
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
    const missing = await fetch(`${cloud.base}/functions/nobody`, { method: 'POST', body: '{}' })
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { error: { code: 'FUNCTION_NOT_FOUND' } },
    ])
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
      let inside = ''
      try {
        http.get('http://metadata.tencentyun.com/')
      } catch (error) {
        inside = (error as Error).message
      }
      return { asked, outside, inside }
    })
    expect(seen.asked).toHaveLength(1)
    expect(seen.asked[0]).toContain(`127.0.0.1:${cloud.port}`)
    expect(seen.outside).toMatch(/lets no function reach env\.tcb-api/)
    expect(seen.inside).toMatch(/lets no function reach metadata/)
  })

  test('a taken port and missing functions are named', async () => {
    await start({ count: COUNTING })
    const again = startCloud({ functionsDir: makeFunctions({}), collections: {}, port: cloud.port })
    await expect(again).rejects.toBeInstanceOf(PortTaken)
    const none = startCloud({ functionsDir: '/nowhere', collections: {} })
    await expect(none).rejects.toBeInstanceOf(NoFunctions)
  })
})

describe('time', () => {
  test('functions live in the shifted, or frozen, time; real timers run as ever', async () => {
    await start({
      now: `exports.main = async () => {
      const before = Date.now()
      await new Promise((resolve) => setTimeout(resolve, 30))
      const made = new Date()
      return [before, Date.now(), made.getTime(), new Date(5).getTime(), made instanceof Date, typeof Date()]
    }`,
    })
    cloud.clock.freeze(1_000_000_000_000)
    expect(await cloud.call('now', {})).toEqual([1e12, 1e12, 1e12, 5, true, 'string'])
    cloud.clock.advance(1000)
    expect(((await cloud.call('now', {})) as number[])[0]).toBe(1e12 + 1000)
    cloud.clock.resume()
    const [a, b] = (await cloud.call('now', {})) as [number, number]
    expect(b - a).toBeGreaterThanOrEqual(29)
    expect(a).toBeLessThan(1e12 + 60_000)
  })

  test('cron has seven fields and Shanghai time', () => {
    const next = (cron: string, from: string): string =>
      new Date(nextDue(parseCron(cron), Date.parse(from)) ?? 0).toISOString()
    expect(next('0 */5 * * * * *', '2026-01-01T00:03:10Z')).toBe('2026-01-01T00:05:00.000Z')
    expect(next('0 0 2 * * * *', '2026-01-01T00:00:00Z')).toBe('2026-01-01T18:00:00.000Z')
    expect(next('0 0 0 1 * * *', '2026-01-15T00:00:00Z')).toBe('2026-01-31T16:00:00.000Z')
    expect(next('0 30 9 * * MON *', '2026-01-01T00:00:00Z')).toBe('2026-01-05T01:30:00.000Z')
    expect(next('15,45 * * * * * *', '2026-01-01T00:00:15Z')).toBe('2026-01-01T00:00:45.000Z')
    expect(() => parseCron('* * * * *')).toThrow(/seven fields/)
    expect(() => parseCron('61 * * * * * *')).toThrow(/not within/)
  })

  test('a jump of the clock fires each due timer once', async () => {
    const source =
      'const fs = []; exports.main = (event) => event.Type === "Timer" ? fs.push(event.TriggerName) : fs'
    const triggers = [{ name: 'minutely', type: 'timer', config: '0 * * * * * *' }]
    await start(
      { tick: source, idle: source },
      { timers: true, functions: [{ name: 'tick', triggers }] },
    )
    expect(await cloud.advance(86_400_000)).toEqual({ fired: ['tick/minutely'] })
    expect(await cloud.call('tick', {})).toEqual(['minutely'])
  })
})

test('the probe bundle is minified and whole', () => {
  expect(probeBundle().length).toBeGreaterThan(100_000)
})
