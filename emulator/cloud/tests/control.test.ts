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
const weather: Extension = {
  name: 'weather',
  handle: async ({ path, method }, body) =>
    path === '/v3/echo' ? { body: { method, body: body.toString() } } : null,
  openApi: async (apiName, input, caller) => {
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
}

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe({ extensions: [() => weather] })
})
beforeEach(() => cloud.reset())
afterEach(() => cloud.faults.clear())
afterAll(() => cloud.stop())

const control = async (
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> => {
  const answer = await fetch(`${cloud.base}/__emulator__/${path}`, {
    method,
    body: body && JSON.stringify(body),
  })
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

  test("chance is the seed's", async () => {
    const outcomes = async (): Promise<string> => {
      cloud.faults.clear()
      cloud.faults.add({ match: { target: 'function' }, effect: 'fail', probability: 0.5, seed: 7 })
      const calls = Array.from({ length: 20 }, () =>
        cloud.call('probe', {}).then(
          () => '+',
          () => '-',
        ),
      )
      return (await Promise.all(calls)).sort().join('')
    }
    const first = await outcomes()
    expect(first).toMatch(/\+.*-|-.*\+/)
    expect(await outcomes()).toBe(first)
  })

  test('are declared and withdrawn over HTTP', async () => {
    const { id } = await control('POST', 'faults', {
      match: { target: 'function' },
      effect: 'fail',
    })
    await expect(cloud.call('probe', {})).rejects.toThrow()
    await control('DELETE', `faults/${String(id)}`)
    await expect(cloud.call('probe', {})).resolves.toBeTruthy()
    expect(await control('POST', 'faults', {})).toMatchObject({ error: { code: 'INVALID_PARAM' } })
  })
})

describe('the control API', () => {
  test('health, logs, clock, timers, export', async () => {
    await cloud.call('probe', { code: 'async () => console.log("seen")' })
    expect(await control('GET', 'health')).toMatchObject({ ok: true, extensions: ['weather'] })
    const { logs } = (await control('GET', 'logs?function=probe')) as {
      logs: { lines: object[]; outcome: string }[]
    }
    expect(logs.at(-1)).toMatchObject({ outcome: 'ok', lines: [{ level: 'log', text: 'seen' }] })
    expect(
      await control('POST', 'clock', { setMs: 1_800_000_000_000, freeze: true }),
    ).toMatchObject({ now: 1_800_000_000_000, frozen: true })
    expect(await control('POST', 'clock', { advanceMs: 5 })).toMatchObject({
      now: 1_800_000_000_005,
    })
    expect(await control('POST', 'clock', { freeze: false, setMs: Date.now() })).toMatchObject({
      frozen: false,
    })
    expect(await control('POST', 'timers/probe/run', {})).toMatchObject({
      result: { event: { Type: 'Timer' } },
    })
    cloud.database.put('items', [{ _id: 'a', at: new Date(3) }])
    expect(await control('GET', 'export')).toMatchObject({
      items: [{ _id: 'a', at: { $date: { $numberLong: '3' } } }],
    })
  })

  test('snapshot and restore', async () => {
    cloud.database.put('items', [{ _id: 'a' }])
    const { id } = await control('POST', 'snapshot')
    cloud.database.put('items', [{ _id: 'b' }])
    await control('POST', 'restore', { id })
    expect(cloud.database.list('items')).toEqual([{ _id: 'a' }])
    await control('POST', 'reset')
    expect(cloud.database.list('items')).toEqual([])
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

  test('files are uploaded, addressed, downloaded and deleted', async () => {
    const seen = await run(cloud, async ({ cloud }) => {
      const { fileID } = await cloud.uploadFile({
        cloudPath: 'a b/茶.png',
        fileContent: Buffer.from('picture'),
      })
      const { fileContent } = await cloud.downloadFile({ fileID })
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, 'cloud://none/x'] })
      const deleted = await cloud.deleteFile({ fileList: [fileID] })
      const gone = await cloud.downloadFile({ fileID }).catch(() => 'gone')
      return { fileID, text: String(fileContent), fileList, deleted: deleted.fileList, gone }
    })
    expect(seen.fileID).toMatch(/^cloud:\/\/local-env\..*\/a b\/茶\.png$/)
    expect(seen.text).toBe('picture')
    expect(seen.fileList).toMatchObject([{ status: 0 }, { status: -503003, tempFileURL: '' }])
    expect(seen.deleted).toMatchObject([{ status: 0 }])
    expect(seen.gone).toBe('gone')
  })
})
