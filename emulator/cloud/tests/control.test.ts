// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cloud, Extension } from '../index'
import { run, startProbe } from './probe'

const PIXEL = Buffer.from([137, 80, 78, 71])
const seenByWeather: string[] = []
const weather: Extension = {
  name: 'weather',
  handle: async ({ path, method }, body) =>
    path === '/v3/echo' ? { body: { method, body: body.toString() } } : null,
  openApi: async (apiName, input, caller) => {
    seenByWeather.push(apiName)
    if (apiName === 'wxacode.getUnlimited') return { buffer: PIXEL, contentType: 'image/png' }
    if (apiName === 'security.msgSecCheck')
      return { json: { errcode: 0, errmsg: 'ok', seen_input: input, caller } }
    if (apiName === 'security.imgSecCheck') {
      const media = input.media as { value: Buffer; contentType: string }
      return { json: { errcode: 0, bytes: media.value.length, content_type: media.contentType } }
    }
    return apiName === 'subscribeMessage.send'
      ? { json: { errcode: 43101, errmsg: 'refused' } }
      : null
  },
  cloudPay: async (apiName, input) => ({
    return_code: 'SUCCESS',
    api_name: apiName,
    out_trade_no: input.out_trade_no,
  }),
  env: (base) => ({ PAY_BASE: `${base}/v3` }),
  people: () => [{ openid: 'o-lin', name: '林小满' }, { openid: 'o-unseen' }],
}

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe({ extensions: [() => weather] })
})
beforeEach(() => cloud.reset())
afterEach(() => cloud.faults.clear())
afterAll(() => cloud.stop())

const controlled = async (method: string, path: string, body?: string): Promise<Response> =>
  fetch(`${cloud.base}/__emulator__/${path}`, { method, body })

const control = async (
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> => {
  const answer = await controlled(method, path, body && JSON.stringify(body))
  return (await answer.json()) as Record<string, unknown>
}

describe('counters', () => {
  test('tell calls by kind and the longest chain for each invocation', async () => {
    cloud.counters.clear()
    await run(cloud, async ({ db }) => {
      const items = db.collection('items')
      await items.add({ data: { _id: 'a' } })
      await Promise.all([items.doc('a').get(), items.doc('a').get(), items.count()])
      await items.doc('a').remove()
    })
    const { invocations, totals } = cloud.counters.read()
    expect(invocations.at(-1)).toMatchObject({
      function: 'probe',
      database: 5,
      depth: 3,
      calls: {
        'database.insertDocument': 1,
        'database.getDocument': 2,
        'database.calculateDocument': 1,
        'database.removeDocument': 1,
      },
    })
    expect(totals['database.getDocument']).toBe(2)
  })

  test('a nested call is counted for itself; its chain lengthens that of its caller', async () => {
    cloud.counters.clear()
    await run(cloud, async ({ cloud, db }) => {
      const twice =
        'async ({ db }) => { for (const n of [1, 2]) await db.collection("items").count() }'
      const nested = (): Promise<unknown> =>
        cloud.callFunction({ name: 'probe', data: { code: twice } })
      await db.collection('items').count()
      await Promise.all([nested(), nested()])
      await cloud.openapi.security.msgSecCheck({ content: '茶' })
      await cloud.cloudPay.queryOrder({ outTradeNo: 'n1', subMchId: '1' })
      await db.collection('items').count()
    })
    const [outer, ...nested] = cloud.counters.read().invocations
    expect(outer).toMatchObject({
      database: 2,
      depth: 4,
      calls: {
        'functions.invokeFunction': 2,
        'openapi.security.msgSecCheck': 1,
        'pay.queryOrder': 1,
      },
    })
    expect(outer).not.toHaveProperty('parent')
    expect(nested).toMatchObject(
      Array(2).fill({ parent: outer?.requestId, database: 2, depth: 2 }) as object[],
    )
  })

  test('calls of clients outside count in all, for nobody', async () => {
    cloud.counters.clear()
    await fetch(`${cloud.base}/admin`, {
      method: 'POST',
      body: JSON.stringify({ action: 'storage.batchDeleteFile', fileid_list: [] }),
    })
    expect(await control('GET', 'counters')).toEqual({
      totals: { 'storage.batchDeleteFile': 1 },
      invocations: [],
    })
    await control('DELETE', 'counters')
    expect(cloud.counters.read().totals).toEqual({})
  })
})

describe('faults', () => {
  const add = (): Promise<string> =>
    run(cloud, async ({ db }) => {
      await db.collection('items').add({ data: { _id: 'one' } })
      await db.collection('items').add({ data: { _id: 'two' } })
      return 'done'
    })
  const ids = (): string[] => cloud.database.list<{ _id: string }>('items').map((one) => one._id)

  test('a database call fails the given number of times', async () => {
    cloud.faults.add({
      match: { target: 'database', action: 'database.insertDocument', collection: 'items' },
      effect: 'fail',
      count: 1,
      message: 'lost in the mail',
    })
    await expect(add()).rejects.toThrow(/lost in the mail/)
    expect(await add()).toBe('done')
  })

  test('an answer is dropped after the work is done', async () => {
    cloud.faults.add({
      match: { target: 'database', action: 'database.insertDocument' },
      effect: 'drop-answer-after-work',
      count: 1,
    })
    await expect(add()).rejects.toThrow(/socket hang up|ECONNRESET/)
    expect(ids()).toEqual(['one'])
  })

  test('a conflict ends the transaction', async () => {
    cloud.faults.add({
      match: { target: 'database', inTransaction: true },
      effect: 'conflict',
      count: 1,
      skip: 1,
    })
    const attempts = await run(cloud, async ({ db }) => {
      let attempts = 0
      const work = (): Promise<unknown> =>
        db.runTransaction(async (t: typeof db) => {
          attempts++
          await t.collection('items').add({ data: { _id: `a${attempts}` } })
          await t.collection('items').add({ data: { _id: `b${attempts}` } })
        })
      await work().catch((error: Error) => {
        if (!/TransactionConflict/.test(error.message)) throw error
        return work()
      })
      return attempts
    })
    expect(attempts).toBe(2)
    expect(ids()).toEqual(['a2', 'b2'])
  })

  test('an instance is killed between two writes', async () => {
    cloud.faults.add({
      match: { target: 'function', function: 'probe' },
      effect: 'kill-instance',
      afterCalls: 1,
      count: 1,
    })
    await expect(add()).rejects.toThrow(/killed after 1 calls/)
    expect(ids()).toEqual(['one'])
    cloud.database.remove('items', ['one'])
    expect(await add()).toBe('done')
  })

  test('the transaction of a killed instance holds its locks until its 30 seconds are over', async () => {
    cloud.database.put('counters', [{ _id: 'c', n: 0 }])
    cloud.faults.add({ match: { target: 'function' }, effect: 'kill-instance', afterCalls: 2 })
    const killed = run(cloud, async ({ db }) => {
      const t = await db.startTransaction()
      await t
        .collection('counters')
        .doc('c')
        .update({ data: { n: 1 } })
      await t.commit()
    })
    await expect(killed).rejects.toThrow(/killed after 2 calls/)
    cloud.faults.clear()
    let isDone = false
    const write = run(cloud, ({ db }) =>
      db
        .collection('counters')
        .doc('c')
        .update({ data: { n: 5 } }),
    ).then(() => (isDone = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(isDone).toBe(false)
    await cloud.advance(30_000)
    await write
    expect(cloud.database.get('counters', 'c')).toEqual({ _id: 'c', n: 5 })
  })

  test('an invocation is failed by a part of its event; others are left alone', async () => {
    cloud.faults.add({
      match: { target: 'function', event: { action: 'mall.home' } },
      effect: 'fail',
      code: 'BROKEN',
    })
    await expect(cloud.call('probe', { action: 'mall.home', input: {} })).rejects.toMatchObject({
      code: 'BROKEN',
    })
    await expect(cloud.call('probe', { action: 'mall.cart' })).resolves.toBeTruthy()
  })

  const struckBy = async (seed: number): Promise<string> => {
    cloud.faults.clear()
    cloud.faults.add({ match: { target: 'function' }, effect: 'fail', probability: 0.5, seed })
    let outcomes = ''
    for (let i = 0; i < 40; i++) {
      outcomes += await cloud.call('probe', {}).then(
        () => '+',
        () => '-',
      )
    }
    return outcomes
  }

  test("chance is the seed's: the same calls are struck again, another seed strikes others", async () => {
    const first = await struckBy(7)
    expect(first).toMatch(/\+.*-|-.*\+/)
    expect(await struckBy(7)).toBe(first)
    expect(await struckBy(8)).not.toBe(first)
  })

  test('half of the calls are struck by a half, none by nothing, all by one', async () => {
    const count = async (probability: number): Promise<number> => {
      cloud.faults.clear()
      const match = { target: 'function' }
      const id = cloud.faults.add({ match, effect: 'fail', probability, seed: 3 })
      await Promise.allSettled(Array.from({ length: 100 }, () => cloud.call('probe', {})))
      const { faults } = (await control('GET', 'faults')) as {
        faults: { id: string; struck: number }[]
      }
      expect(faults).toMatchObject([{ id, left: null }])
      return faults[0]?.struck ?? -1
    }
    expect([await count(0), await count(1)]).toEqual([0, 100])
    const half = await count(0.5)
    expect(half).toBeGreaterThan(30)
    expect(half).toBeLessThan(70)
  })

  test('`skip` lets calls pass first, `count` ends it', async () => {
    cloud.faults.add({ match: { target: 'function' }, effect: 'fail', skip: 1, count: 2 })
    const outcomes: string[] = []
    for (let i = 0; i < 5; i++) {
      outcomes.push(
        await cloud.call('probe', {}).then(
          () => '+',
          () => '-',
        ),
      )
    }
    expect(outcomes.join('')).toBe('+--++')
    expect(await control('GET', 'faults')).toEqual({ faults: [] })
  })

  test('a list matches any of its members, an object a part of the fact', async () => {
    const match = {
      target: 'database',
      action: ['database.insertDocument', 'database.removeDocument'],
    }
    cloud.faults.add({
      match: { ...match, function: 'probe', event: { argument: { n: 1 } } },
      effect: 'fail',
    })
    const write = (argument: object): Promise<string> =>
      run(
        cloud,
        async ({ db }) => {
          await db.collection('items').count()
          return db
            .collection('items')
            .add({ data: {} })
            .then(
              () => 'written',
              () => 'refused',
            )
        },
        argument,
      )
    expect(await write({ n: 1, m: 2 })).toBe('refused')
    expect(await write({ n: 2 })).toBe('written')
  })

  test('a delay lets the call through, later', async () => {
    cloud.faults.add({
      match: { target: 'database', action: 'database.insertDocument' },
      effect: 'delay',
      delayMs: 300,
      count: 1,
    })
    const ms = await run(cloud, async ({ db }) => {
      const began = performance.now()
      await db.collection('items').add({ data: { _id: 'slow' } })
      return performance.now() - began
    })
    expect(ms).toBeGreaterThanOrEqual(299)
    expect(ids()).toEqual(['slow'])
  })

  test('an invocation’s answer is dropped after it was made; a nested one breaks its caller’s connection', async () => {
    const drop = { effect: 'drop-answer-after-work', count: 1 } as const
    cloud.faults.add({ match: { target: 'function', function: 'probe' }, ...drop })
    const code = 'async ({ db }) => { await db.collection("items").add({ data: { _id: "kept" } }) }'
    const body = JSON.stringify({ code })
    const lost = fetch(`${cloud.base}/functions/probe`, { method: 'POST', body })
    await expect(lost).rejects.toThrow()
    expect(ids()).toEqual(['kept'])
    cloud.faults.add({ match: { target: 'function', source: 'wx_client,scf' }, ...drop })
    const nested = await run(cloud, ({ cloud }) =>
      cloud.callFunction({ name: 'probe' }).catch((e: Error) => e.message),
    )
    expect(nested).toMatch(/hang up|ECONNRESET/)
  })

  test('openapi and pay are failed, and lost after they were done', async () => {
    const asked = seenByWeather.length
    const strike = (
      target: string,
      effect: 'fail' | 'drop-answer-after-work',
      code?: string,
    ): string =>
      cloud.faults.add({
        match: { target, function: 'probe' },
        effect,
        count: 1,
        ...(code ? { code } : {}),
      })
    const check = (): Promise<unknown> =>
      run(cloud, ({ cloud }) =>
        cloud.openapi.security.msgSecCheck({ content: '茶' }).then(
          () => 'done',
          (e: { errCode: number; message: string }) => e.errCode ?? e.message,
        ),
      )
    strike('openapi', 'fail', '45009')
    expect(await check()).toBe(45009)
    strike('openapi', 'drop-answer-after-work')
    expect(await check()).not.toBe('done')
    expect(seenByWeather.slice(asked)).toEqual(['security.msgSecCheck'])
    expect(await check()).toBe('done')
    const pay = (): Promise<string> =>
      run(cloud, ({ cloud }) =>
        cloud.cloudPay.queryOrder({ outTradeNo: 'n1' }).then(
          () => 'paid',
          () => 'failed',
        ),
      )
    strike('cloudPay', 'fail')
    expect([await pay(), await pay()]).toEqual(['failed', 'paid'])
  })

  test('a function may die while it asks WeChat', async () => {
    cloud.faults.add({ match: { target: 'openapi' }, effect: 'kill-instance', count: 1 })
    const dying = run(cloud, ({ cloud }) => cloud.openapi.security.msgSecCheck({ content: '茶' }))
    await expect(dying).rejects.toMatchObject({ code: 'FUNCTIONS_INSTANCE_KILLED' })
    await expect(cloud.call('probe', {})).resolves.toBeTruthy()
  })

  test('are declared, listed and withdrawn over HTTP', async () => {
    const spec = { match: { target: 'function' }, effect: 'fail', count: 3 }
    const { id } = await control('POST', 'faults', spec)
    await expect(cloud.call('probe', {})).rejects.toThrow()
    expect(await control('GET', 'faults')).toEqual({ faults: [{ id, spec, struck: 1, left: 2 }] })
    await control('DELETE', `faults/${String(id)}`)
    await expect(cloud.call('probe', {})).resolves.toBeTruthy()
    await control('POST', 'faults', spec)
    await control('DELETE', 'faults')
    await expect(cloud.call('probe', {})).resolves.toBeTruthy()
  })

  test.each([
    [{}, /match\.target/],
    [{ match: { function: 'probe' }, effect: 'fail' }, /match\.target/],
    [{ match: { target: 'function' } }, /effect is one of fail, delay/],
    [{ match: { target: 'function' }, effect: 'explode' }, /effect is one of/],
    [
      { match: { target: 'function' }, effect: 'fail', probability: 2 },
      /probability is from 0 to 1/,
    ],
    [{ match: { target: 'function' }, effect: 'fail', count: 0 }, /count is a whole number from 1/],
    [{ match: { target: 'function' }, effect: 'fail', times: 1 }, /a fault has no times/],
  ])('%j is refused: it would strike nobody', async (spec, reason) => {
    const { error } = (await control('POST', 'faults', spec)) as { error: Record<string, string> }
    expect(error.code).toBe('INVALID_PARAM')
    expect(error.message).toMatch(reason)
    expect(await control('GET', 'faults')).toEqual({ faults: [] })
  })
})

describe('the control API', () => {
  test('lists its calls; health tells functions, collections, storage and extensions', async () => {
    const { calls } = (await control('GET', '')) as { calls: string[] }
    expect(calls).toContain('POST clock')
    await cloud.call('probe', {})
    cloud.database.put('items', [{ _id: 'a' }])
    expect(await control('GET', 'health')).toMatchObject({
      ok: true,
      now: expect.any(Number) as number,
      functions: [{ name: 'probe', timeoutMs: 20_000, memoryMb: 256, queued: 0, timers: [] }],
      collections: { items: 1, counters: 0 },
      storage: { acl: 'READONLY', files: 0, bytes: 0 },
      extensions: ['weather'],
    })
  })

  test('people: who called, by when, and what an extension calls them', async () => {
    cloud.clock.freeze(1_800_000_000_000)
    await cloud.call('probe', {}, { openid: 'o-mei' })
    cloud.clock.advance(1000)
    await cloud.call('probe', {}, { openid: 'o-lin' })
    await cloud.call('probe', {}, { openid: 'o-mei' })
    await cloud.call('probe', {})
    cloud.clock.resume()
    const people = [
      { openid: 'o-mei', firstSeenAt: 1_800_000_000_000 },
      { openid: 'o-lin', firstSeenAt: 1_800_000_001_000, name: '林小满' },
      { openid: 'o-unseen', firstSeenAt: null },
    ]
    expect(await control('GET', 'people')).toEqual({ people })
    expect(cloud.people()).toEqual(people)
    await control('POST', 'reset')
    expect(cloud.people()).toEqual([
      { openid: 'o-lin', firstSeenAt: null, name: '林小满' },
      { openid: 'o-unseen', firstSeenAt: null },
    ])
  })

  test('the clock stands, steps and runs on; functions see it', async () => {
    const now = async (): Promise<number> => run(cloud, () => Date.now())
    const at = 1_800_000_000_000
    expect(await control('POST', 'clock', { setMs: at, freeze: true })).toEqual({
      now: at,
      frozen: true,
      fired: [],
    })
    expect(await now()).toBe(at)
    expect(await control('POST', 'clock', { advanceMs: 5 })).toMatchObject({ now: at + 5 })
    expect(await now()).toBe(at + 5)
    expect(await control('GET', 'clock')).toEqual({ now: at + 5, frozen: true })
    const running = { freeze: false, setMs: Date.now() }
    expect(await control('POST', 'clock', running)).toMatchObject({ frozen: false })
    expect(await now()).toBeLessThan(at)
  })

  test('logs are told by function and request, and forgotten', async () => {
    await control('DELETE', 'logs')
    await cloud.call('probe', { code: 'async () => console.log("seen")' })
    await cloud.call('probe', { code: 'async () => { throw new Error("thrown") }' }).catch(() => {})
    const { logs } = (await control('GET', 'logs?function=probe')) as {
      logs: { requestId: string }[]
    }
    expect(logs).toMatchObject([
      { outcome: 'ok', source: 'wx_client', lines: [{ level: 'log', text: 'seen' }] },
      { outcome: 'failed', error: expect.stringContaining('thrown') as string },
    ])
    const { requestId } = logs[1] as { requestId: string }
    expect(await control('GET', `logs?requestId=${requestId}`)).toMatchObject({
      logs: [{ requestId }],
    })
    expect(await control('GET', 'logs?function=other')).toEqual({ logs: [] })
    await control('DELETE', 'logs')
    expect(await control('GET', 'logs')).toEqual({ logs: [] })
  })

  test('a timer is run now; its failure is told with its code', async () => {
    expect(await control('POST', 'timers/probe/run', {})).toMatchObject({
      result: { event: { Type: 'Timer' } },
    })
    cloud.faults.add({ match: { target: 'function' }, effect: 'fail', code: 'BROKEN', count: 1 })
    const failed = await controlled('POST', 'timers/probe/run')
    expect([failed.status, await failed.json()]).toMatchObject([500, { error: { code: 'BROKEN' } }])
  })

  test('instances are ended, so that the next call is a cold start', async () => {
    const thread = (): Promise<unknown> =>
      cloud.call('probe', { code: '() => process.getBuiltinModule("worker_threads").threadId' })
    const first = await thread()
    expect(await control('DELETE', 'instances?function=probe')).toMatchObject({
      ended: expect.any(Number) as number,
    })
    expect(await thread()).not.toBe(first)
  })

  test('a collection is made, once', async () => {
    await control('POST', 'collections', { name: 'made' })
    await run(cloud, ({ db }) => db.collection('made').add({ data: { _id: 'x' } }))
    const { collections } = (await control('GET', 'collections')) as { collections: object[] }
    expect(collections).toContainEqual({ name: 'made', count: 1 })
    const again = await controlled('POST', 'collections', '{"name":"made"}')
    expect([again.status, await again.json()]).toMatchObject([
      409,
      { error: { code: 'DATABASE_COLLECTION_ALREADY_EXIST' } },
    ])
  })

  test('a snapshot is everything: documents, files, people; reset is empty', async () => {
    cloud.database.put('items', [{ _id: 'a' }])
    await cloud.call('probe', {}, { openid: 'o-before' })
    const { id } = await control('POST', 'snapshot')
    cloud.database.put('items', [{ _id: 'b' }])
    await cloud.call('probe', {}, { openid: 'o-after' })
    await control('PUT', 'storage', { acl: 'PRIVATE' })
    await control('POST', 'restore', { id })
    expect(cloud.database.list('items')).toEqual([{ _id: 'a' }])
    expect(cloud.people()[0]?.openid).toBe('o-before')
    expect(cloud.people().map(({ openid }) => openid)).not.toContain('o-after')
    expect(await control('GET', 'storage')).toMatchObject({ acl: 'READONLY' })
    await control('POST', 'reset')
    expect(cloud.database.list('items')).toEqual([])
  })

  test('export and import carry all documents; what cannot be stored changes nothing', async () => {
    cloud.database.put('items', [{ _id: 'a', at: new Date(3) }])
    cloud.database.put('people', [{ _id: 'p', email: 'x@y' }])
    const exported = await control('GET', 'export')
    expect(exported).toMatchObject({ items: [{ _id: 'a', at: { $date: { $numberLong: '3' } } }] })
    await control('POST', 'reset')
    await control('POST', 'import', exported)
    expect(cloud.database.list('items')).toEqual([{ _id: 'a', at: new Date(3) }])
    const twice = ['1', '2'].map((_id) => ({ _id, email: 'same' }))
    const refused = await controlled('POST', 'import', JSON.stringify({ items: [], people: twice }))
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      { error: { code: 'INVALID_PARAM', message: expect.stringContaining('E11000') as string } },
    ])
    expect(await control('GET', 'export')).toEqual(exported)
  })

  test.each([
    [
      'POST',
      'clock',
      '{"advanceMs":"soon"}',
      400,
      'INVALID_PARAM',
      /advanceMs must be milliseconds/,
    ],
    ['POST', 'clock', '{"advanceMs":-1}', 400, 'INVALID_PARAM', /from 0/],
    ['POST', 'clock', '{"setMs":1e300}', 400, 'INVALID_PARAM', /setMs must be/],
    ['POST', 'clock', '{"freeze":"yes"}', 400, 'INVALID_PARAM', /freeze is true or false/],
    [
      'POST',
      'clock',
      '{"advance":5}',
      400,
      'INVALID_PARAM',
      /unknown: advance; there are: advanceMs/,
    ],
    ['POST', 'clock', '', 400, 'INVALID_PARAM', /advanceMs, setMs or freeze is needed/],
    ['POST', 'clock', '{', 400, 'INVALID_PARAM', /not JSON/],
    ['POST', 'clock', '[1]', 400, 'INVALID_PARAM', /not a JSON object/],
    ['POST', 'clock', 'null', 400, 'INVALID_PARAM', /not a JSON object/],
    ['POST', 'restore', '{}', 400, 'INVALID_PARAM', /id is needed/],
    ['POST', 'restore', '{"id":"none"}', 404, 'NOT_FOUND', /no snapshot none/],
    ['POST', 'collections', '{"name":5}', 400, 'INVALID_PARAM', /name must be text/],
    ['PUT', 'storage', '{"acl":"OPEN"}', 400, 'INVALID_PARAM', /acl is one of READONLY/],
    ['POST', 'import', '{"items":{}}', 400, 'INVALID_PARAM', /items must be a list/],
    ['POST', 'import', '{"items":[{"a":1}]}', 400, 'INVALID_PARAM', /items\[0\] has no _id/],
    ['POST', 'timers/nobody/run', '', 404, 'FUNCTION_NOT_FOUND', /nobody not found/],
    ['POST', 'timers/probe/run', '{"trigger":5}', 400, 'INVALID_PARAM', /trigger must be text/],
    ['DELETE', 'instances?function=nobody', '', 404, 'FUNCTION_NOT_FOUND', /nobody/],
    ['DELETE', 'faults/none', '', 404, 'NOT_FOUND', /no fault none/],
    ['GET', 'helth', '', 404, 'NOT_FOUND', /helth/],
    ['GET', 'timers/probe', '', 404, 'NOT_FOUND', /timers/],
    ['GET', 'constructor', '', 404, 'NOT_FOUND', /constructor/],
    ['DELETE', 'faults/%E0%A4', '', 400, 'INVALID_PARAM', /encoded/],
    ['PUT', 'clock', '', 405, 'METHOD_NOT_ALLOWED', /takes GET, POST/],
    ['GET', 'timers/probe/run', '', 405, 'METHOD_NOT_ALLOWED', /takes POST/],
  ])('%s %s %s is a %d %s', async (method, path, body, status, code, reason) => {
    const answer = await controlled(method, path, body || undefined)
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toMatch(/application\/json/)
    expect([answer.status, JSON.parse(text)]).toMatchObject([status, { error: { code } }])
    expect((JSON.parse(text) as { error: { message: string } }).error.message).toMatch(reason)
    expect(text).not.toMatch(/\.ts:|node:internal/)
    if (status === 405) expect(answer.headers.get('allow')).toBeTruthy()
  })
})

describe('beyond the database', () => {
  test('openapi goes to the extension: JSON, media, images, refusals, unknown names', async () => {
    const seen = await run(cloud, async ({ cloud }) => {
      const { openapi } = cloud
      const media = { contentType: 'image/png', value: Buffer.from([1, 2, 3]) }
      const code = await openapi.wxacode.getUnlimited({ scene: 's=1' })
      return {
        message: await openapi.security.msgSecCheck({ content: '茶' }),
        image: await openapi.security.imgSecCheck({ media }),
        code: [code.contentType, code.buffer.length],
        refused: await openapi.subscribeMessage
          .send({})
          .catch((e: { errCode: number }) => e.errCode),
        unknown: await openapi.logistics.addOrder({}).catch((e: { errCode: number }) => e.errCode),
      }
    })
    expect(seen.message).toMatchObject({
      errCode: 0,
      seenInput: { content: '茶' },
      caller: { openid: 'o-tester', function: 'probe' },
    })
    expect(seen.image).toMatchObject({ bytes: 3, contentType: 'image/png' })
    expect(seen.code).toEqual(['image/png', 4])
    expect(seen.refused).toBe(43101)
    expect(seen.unknown).toBe(-604101)
  })

  test('cloudPay and own paths and variables of an extension', async () => {
    const seen = await run(cloud, async ({ cloud }) => [
      await cloud.cloudPay.queryOrder({ outTradeNo: 'n1', subMchId: '1' }),
      await (await fetch(`${process.env.PAY_BASE}/echo`, { method: 'POST', body: 'x' })).json(),
    ])
    expect(seen).toMatchObject([
      { returnCode: 'SUCCESS', apiName: 'queryOrder', outTradeNo: 'n1' },
      { method: 'POST', body: 'x' },
    ])
  })
})
