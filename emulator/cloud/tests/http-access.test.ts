import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCloud, type Cloud } from '../index'
import { COLLECTIONS, makeFunctions, probeBundle } from './probe'

/** Answers with its event, or with what the event's body says (JSON). */
const ECHO = `exports.main = (event) => {
  if (event.path.startsWith('/answer')) return JSON.parse(event.body)
  if (event.path === '/bytes') {
    const { body, isBase64Encoded } = event
    return { statusCode: 201, headers: { 'X-Kind': 'bytes' }, body, isBase64Encoded }
  }
  if (event.path === '/throw') { console.log('secret'); throw new Error('broken') }
  if (event.path === '/hang') for (;;);
  if (event.path === '/text') return 'plain 茶'
  if (event.path === '/number') return 7
  if (event.path === '/yes') return true
  if (event.path === '/nothing') return
  if (event.path === '/length') return event.body.length
  return { event, wx: Object.keys(process.env).filter((name) => /^WX_(OPENID|APPID)/.test(name)) }
}`

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({
    functionsDir: makeFunctions({ web: ECHO, hang: ECHO, moved: ECHO, probe: probeBundle() }),
    collections: COLLECTIONS,
    functions: [
      { name: 'hang', timeout: 1 },
      { name: 'moved', path: '/api/v1/hello' },
    ],
    timers: false,
    quiet: true,
  })
})
afterAll(() => cloud.stop())

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${cloud.base}/http/web${path}`, { redirect: 'manual', ...init })

const answered = async (answer: unknown): Promise<Response> =>
  ask('/answer', { method: 'POST', body: JSON.stringify(answer) })

interface Seen {
  event: Record<string, unknown>
  wx: string[]
}

describe('the event of a request', () => {
  test('tells path, method, headers, query and text, and no person', async () => {
    const answer = await ask('/pay/1?a=1&b=%E8%8C%B6&a=2', {
      method: 'PATCH',
      headers: { 'X-Kind': 'test', 'x-wx-openid': 'o-mei', 'content-type': 'application/json' },
      body: '{"p":"茶"}',
    })
    const { event, wx } = (await answer.json()) as Seen
    expect(event).toMatchObject({
      path: '/pay/1',
      httpMethod: 'PATCH',
      headers: { 'x-kind': 'test', 'content-type': 'application/json' },
      multiValueHeaders: { 'x-kind': ['test'] },
      queryStringParameters: { a: '2', b: '茶' },
      requestContext: { envId: 'local-env', appId: '1250000000', uin: '100000000' },
      body: '{"p":"茶"}',
      isBase64Encoded: false,
    })
    expect(wx).toEqual([])
  })

  test('keeps headers that came several times', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      const headers = { 'x-many': ['one', 'two'] }
      const sent = request(`${cloud.base}/http/web/`, { headers }, (answer) => {
        let body = ''
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
        answer.on('end', () => resolve(body))
      })
      sent.on('error', reject)
      sent.end()
    })
    const { event } = JSON.parse(text) as Seen
    expect(event.multiValueHeaders).toMatchObject({ 'x-many': ['one', 'two'] })
    expect(event.headers).toMatchObject({ 'x-many': 'one, two' })
  })

  test.each([
    ['GET', '/http/web', '/'],
    ['GET', '/http/web/', '/'],
    ['DELETE', '/http/web/a/b', '/a/b'],
    ['PUT', '/http/web/%E8%8C%B6', '/茶'],
    ['GET', '/http/api/v1/hello', '/'],
    ['GET', '/http/api/v1/hello/x', '/x'],
    ['GET', '/http/moved/x', '/x'],
  ])('%s %s has the path %s', async (method, path, expected) => {
    const answer = await fetch(`${cloud.base}${path}`, { method })
    const { event } = (await answer.json()) as Seen
    expect([event.httpMethod, event.path]).toEqual([method, expected])
  })

  test.each([
    ['application/json; charset=utf-8', '{"a":1}', false],
    ['application/x-www-form-urlencoded', 'a=1', false],
    ['text/xml', '<a/>', false],
    ['application/vnd.api+json', '{}', false],
    ['application/octet-stream', 'plain', true],
    ['image/png', 'not a picture', true],
  ])('a body of %s arrives as text or in base64', async (type, body, isBase64Encoded) => {
    const headers = { 'content-type': type }
    const answer = await ask('/', { method: 'POST', headers, body })
    const { event } = (await answer.json()) as Seen
    const expected = isBase64Encoded ? Buffer.from(body).toString('base64') : body
    expect([event.body, event.isBase64Encoded]).toEqual([expected, isBase64Encoded])
  })

  test('text has at most 100 KB, other bodies what an event holds in base64', async () => {
    const post = async (type: string, size: number): Promise<unknown> => {
      const headers = { 'content-type': type }
      const answer = await ask('/length', { method: 'POST', headers, body: 'x'.repeat(size) })
      return answer.ok ? answer.text() : ((await answer.json()) as { code: string }).code
    }
    expect(await post('application/json', 100 * 1024)).toBe(String(100 * 1024))
    expect(await post('application/json', 100 * 1024 + 1)).toBe('EXCEED_MAX_PAYLOAD_SIZE')
    expect(await post('image/png', 4_500_000)).toBe('6000000')
    expect(await post('image/png', 5_000_000)).toBe('EXCEED_REQUEST_SIZE_LIMIT')
  })
})

describe('the answer', () => {
  test('bytes go both ways', async () => {
    const bytes = Buffer.from([0, 255, 128, 7])
    const answer = await ask('/bytes', { method: 'POST', body: bytes })
    expect([answer.status, answer.headers.get('x-kind')]).toEqual([201, 'bytes'])
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
  })

  test.each([
    ['/text', 'text/plain; charset=utf-8', 'plain 茶'],
    ['/number', 'text/plain; charset=utf-8', '7'],
    ['/yes', 'text/plain; charset=utf-8', 'true'],
    ['/nothing', null, ''],
  ])('%s: a plain value is a 200', async (path, type, text) => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(await answer.text()).toBe(text)
  })

  test('an object is JSON, also one with a body but no statusCode, and a list', async () => {
    for (const value of [{ body: 'x', headers: {} }, [1, 2], { code: 'REFUSED' }]) {
      const answer = await answered(value)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(await answer.json()).toEqual(value)
    }
  })

  test('in parts: status, headers, several cookies, a redirect, an object as body', async () => {
    const cookies = await answered({
      statusCode: 302,
      headers: { Location: '/elsewhere', 'Set-Cookie': ['a=1', 'b=2; Path=/'], 'X-N': 5 },
    })
    expect([cookies.status, cookies.headers.get('location')]).toEqual([302, '/elsewhere'])
    expect(cookies.headers.getSetCookie()).toEqual(['a=1', 'b=2; Path=/'])
    expect(cookies.headers.get('x-n')).toBe('5')
    const object = await answered({ statusCode: '404', body: { code: 'NONE' } })
    expect([object.status, await object.json()]).toEqual([404, { code: 'NONE' }])
    const empty = await answered({ statusCode: 204 })
    expect([empty.status, await empty.text()]).toEqual([204, ''])
    const named = await answered({
      statusCode: 200,
      headers: { 'content-length': '999' },
      body: 'ok',
    })
    expect(await named.text()).toBe('ok')
  })

  test.each([
    ['a status that is none', { statusCode: 'soon' }, /statusCode "soon" is none/],
    ['a status out of range', { statusCode: 999 }, /statusCode 999 is none/],
    ['headers that are none', { statusCode: 200, headers: 'x' }, /headers is not an object/],
    ['a name with a space', { statusCode: 200, headers: { 'a b': '1' } }, /Header name/],
    ['a value with a line break', { statusCode: 200, headers: { a: 'x\ny' } }, /character/],
  ])('%s is a failure of the function', async (_what, value, reason) => {
    const answer = await answered(value)
    expect(answer.status).toBe(500)
    const { code, message } = (await answer.json()) as Record<string, string>
    expect(code).toBe('FUNCTION_INVOCATION_FAILED')
    expect(message).toMatch(reason)
  })

  test('HEAD has the headers and no body', async () => {
    const answer = await ask('/text', { method: 'HEAD' })
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['9', ''])
  })

  test('any origin may ask: the preflight is answered without the function', async () => {
    const headers = { 'access-control-request-method': 'POST' }
    const before = cloud.logs().length
    const preflight = await ask('/throw', { method: 'OPTIONS', headers })
    expect([preflight.status, cloud.logs().length]).toEqual([204, before])
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect((await ask('/text')).headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('failures are told by the names of the access service, without logs or stack', () => {
  test.each([
    ['/web/throw', 500, { code: 'FUNCTION_INVOCATION_FAILED', message: 'broken' }],
    ['/hang/hang', 500, { code: 'FUNCTION_TIME_LIMIT_EXCEEDED' }],
  ])('%s', async (path, status, expected) => {
    const answer = await fetch(`${cloud.base}/http${path}`)
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject(expected)
    expect(text).not.toMatch(/secret|at .*:\d+/)
    const { requestId } = JSON.parse(text) as { requestId: string }
    expect(answer.headers.get('x-emulator-request-id')).toBe(requestId)
    expect(cloud.logs({ requestId })).toMatchObject([{ outcome: 'failed', source: 'wx_http' }])
  })

  test('an unknown function is a 404, a badly encoded path a 400', async () => {
    const missing = await fetch(`${cloud.base}/http/nobody/x`)
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { code: 'FUNCTION_NOT_FOUND' },
    ])
    expect((await fetch(`${cloud.base}/http/web/%E0%A4`)).status).toBe(400)
  })
})

describe('what a function reached over HTTP asks of the cloud', () => {
  /** Runs the body of the request as the probe runs its code. */
  const over = `const probe = require('../probe/index.js')
    exports.main = (event, context) => probe.main({ code: event.body }, context)`
  let own: Cloud
  beforeAll(async () => {
    own = await startCloud({
      functionsDir: makeFunctions({ probe: probeBundle(), over }),
      collections: COLLECTIONS,
      timers: false,
      quiet: true,
    })
  })
  afterAll(() => own.stop())

  test('is counted for its invocation, as is what its nested call asks', async () => {
    own.counters.clear()
    const nested = `async ({ db }) => {
      await db.collection('items').count()
      await db.collection('items').count()
      return 'counted'
    }`
    const body = `async ({ cloud, db }) => {
      await db.collection('items').add({ data: { _id: 'h' } })
      const data = { code: ${JSON.stringify(nested)} }
      const { result } = await cloud.callFunction({ name: 'probe', data })
      await db.collection('items').doc('h').remove()
      return result
    }`
    const answer = await own.http('over', '/run', { method: 'POST', body })
    expect(answer.body.toString()).toBe('counted')
    const [outer, inner] = own.counters.read().invocations
    expect(outer).toMatchObject({
      function: 'over',
      event: '/run',
      database: 2,
      depth: 4,
      calls: {
        'database.insertDocument': 1,
        'functions.invokeFunction': 1,
        'database.removeDocument': 1,
      },
    })
    expect(inner).toMatchObject({
      function: 'probe',
      parent: outer?.requestId,
      database: 2,
      depth: 2,
    })
    expect(own.logs().map(({ source, parent }) => [source, parent])).toEqual([
      ['wx_http', undefined],
      ['wx_http,scf', outer?.requestId],
    ])
  })

  test('can be struck by faults that name it', async () => {
    own.faults.add({
      match: { target: 'function', function: 'over' },
      effect: 'kill-instance',
      afterCalls: 1,
      count: 1,
    })
    const body = `async ({ db }) => {
      await db.collection('counters').add({ data: { _id: 'one' } })
      await db.collection('counters').add({ data: { _id: 'two' } })
    }`
    await expect(own.http('over', '/run', { method: 'POST', body })).rejects.toThrow(
      /killed after 1/,
    )
    expect(own.database.list('counters')).toEqual([{ _id: 'one' }])
  })

  test('knows of no person, also in what it calls', async () => {
    const body = `async ({ cloud }) => {
      const { result } = await cloud.callFunction({ name: 'probe' })
      return [cloud.getWXContext(), result.wx]
    }`
    const answer = await own.http('over', '/run', { method: 'POST', body })
    expect(JSON.parse(answer.body.toString())).toEqual([{}, {}])
  })
})
