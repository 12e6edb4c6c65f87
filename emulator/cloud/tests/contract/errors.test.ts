// How the service says no: always HTTP 200 with a code and a text, which each SDK hands on in its own way.
// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cloud } from '../../index'
import { run, startProbe } from '../probe'
import { outsideApp, outsideDatabase, refusalOf, type OutsideDatabase } from './outside-client'

let cloud: Cloud
let db: OutsideDatabase
beforeAll(async () => {
  cloud = await startProbe()
  db = outsideDatabase(cloud.base)
})
beforeEach(async () => {
  await cloud.reset()
  cloud.faults.clear()
})
afterAll(() => cloud.stop())

describe('the envelope', () => {
  const post = async (body: string): Promise<[number, Record<string, unknown>]> => {
    const answer = await fetch(`${cloud.base}/admin`, { method: 'POST', body })
    return [answer.status, (await answer.json()) as Record<string, unknown>]
  }

  test('a refusal is an answer like any other, with a requestId', async () => {
    const [status, body] = await post(
      '{"action":"database.getDocument","collectionName":"nowhere"}',
    )
    expect(status).toBe(200)
    expect(body).toEqual({
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.stringContaining('Db or Table not exist: nowhere') as string,
    })
  })

  test.each([
    ['{"action":"database.dropEverything"}', 'INVALID_ACTION'],
    ['{"action":"toString"}', 'INVALID_ACTION'],
    ['{}', 'INVALID_ACTION'],
    ['not JSON', 'INVALID_PARAM'],
    ['null', 'INVALID_PARAM'],
    ['{"action":"database.getDocument"}', 'DATABASE_COLLECTION_NOT_EXIST'],
    ['{"action":"database.commitTransaction"}', 'DATABASE_TRANSACTION_FAIL'],
    ['{"action":"database.addCollection"}', 'INVALID_PARAM'],
  ])('what cannot be understood is refused: %s', async (body, code) => {
    expect(await post(body)).toMatchObject([200, { code }])
  })
})

describe('the codes of the service', () => {
  const codes: [string, number][] = [
    ['SYS_ERR', -501001],
    ['SERVER_TIMEOUT', -501002],
    ['EXCEED_REQUEST_LIMIT', -501003],
    ['EXCEED_CONCURRENT_REQUEST_LIMIT', -501004],
    ['INVALID_PARAM', -501007],
    ['DATABASE_REQUEST_FAILED', -502001],
    ['DATABASE_PERMISSION_DENIED', -502003],
    ['DATABASE_COLLECTION_EXCEED_LIMIT', -502004],
    ['DATABASE_COLLECTION_NOT_EXIST', -502005],
    ['SOMETHING_NEW', -501001],
  ]
  test.each(codes)('%s is kept by the node SDK; a function sees %i', async (code, errCode) => {
    const match = { target: 'database', action: 'database.insertDocument' }
    cloud.faults.add({ match, effect: 'fail', code, message: 'as it is' })
    expect(await refusalOf(db.collection('items').add({}))).toEqual({ code, message: 'as it is' })
    const seen = await run(cloud, ({ db }) =>
      db
        .collection('items')
        .add({ data: {} })
        .catch(({ errCode, errMsg, code }: Record<string, unknown>) => ({ errCode, errMsg, code })),
    )
    expect(seen.errCode).toBe(errCode)
    expect(seen.errMsg).toMatch(new RegExp(`^collection\\.add:fail ${errCode} .*as it is$`))
    expect(seen.code).toBeUndefined()
  })

  test('functions that are missing or fail, called by an SDK outside', async () => {
    const app = outsideApp(cloud.base)
    expect((await refusalOf(app.callFunction({ name: 'nobody' })))?.code).toBe('FUNCTION_NOT_FOUND')
    const data = { code: '() => { throw new Error("broken") }' }
    const failed = await refusalOf(app.callFunction({ name: 'probe', data }))
    expect(failed?.code).toBe('FUNCTIONS_EXECUTE_FAIL')
    expect(failed?.message).toContain('broken')
    const { result } = await app.callFunction({ name: 'probe', data: { code: '() => [1, "two"]' } })
    expect(result).toEqual([1, 'two'])
  })
})

describe('a lost answer', () => {
  test('is an error for the caller, though the work was done', async () => {
    const match = { target: 'database', action: 'database.insertDocument' }
    cloud.faults.add({ match, effect: 'drop-answer-after-work', count: 1 })
    expect(await refusalOf(db.collection('items').add({ _id: 'a' }))).not.toBeNull()
    expect(cloud.database.count('items')).toBe(1)
    const again = await refusalOf(db.collection('items').add({ _id: 'a' }))
    expect(again?.message).toContain('E11000')
  })

  test('of a commit leaves the transaction committed, and gone', async () => {
    const match = { target: 'database', action: 'database.commitTransaction' }
    cloud.faults.add({ match, effect: 'drop-answer-after-work', count: 1 })
    const t = await db.startTransaction()
    await t.collection('items').add({ _id: 'a' })
    expect(await refusalOf(t.commit())).not.toBeNull()
    expect(cloud.database.count('items')).toBe(1)
    expect((await refusalOf(t.commit()))?.message).toContain('TransactionNotExist')
  })
})
