// What a mini-program may do with the database by itself: ready-made permissions, safe rules, limits of clients.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Access, CollectionsFile } from '../../database/collections-file'
import type { Cloud } from '../../index'
import { startProbe } from '../probe'
import { outsideDatabase } from './outside-client'

const DENIED = { code: 'DATABASE_PERMISSION_DENIED', message: 'Permission denied' }

const rules: Record<string, Access> = {
  closed: 'ADMINONLY',
  news: 'ADMINWRITE',
  posts: 'READONLY',
  notes: 'PRIVATE',
  owned: { read: 'doc._openid == auth.openid', write: 'doc._openid == auth.openid' },
  shelf: { read: "doc.status == 'open' || doc._openid == auth.openid", write: false },
  members: { read: 'auth.openid in doc.members', write: false },
  inbox: { read: false, create: 'doc.to != auth.openid && doc.text != null', update: false },
  offers: { read: 'doc.from <= now && doc.price < 100', write: false },
  teams: { read: true, write: 'get(`database.staff.${auth.openid}`).isManager == true' },
  prices: { read: true, update: "doc._id == 'p1' && request.data.price >= 0" },
  drafts: { update: true, create: 'doc.isDraft == true' },
  staff: { read: false },
  silent: {},
}
const COLLECTIONS: CollectionsFile = Object.fromEntries(
  Object.entries(rules).map(([name, acl]) => [name, { acl }]),
)

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe({ collections: COLLECTIONS })
})
beforeEach(async () => {
  await cloud.reset()
  cloud.faults.clear()
  for (const name of Object.keys(rules)) {
    cloud.database.put(name, [
      { _id: 'mine', _openid: 'o-mei', n: 1 },
      { _id: 'theirs', _openid: 'o-lan', n: 2 },
      { _id: 'nobodys', n: 3 },
    ])
  }
})
afterAll(() => cloud.stop())

interface Answer {
  code?: string
  message?: string
  requestId: string
  data?: {
    list?: string[]
    total?: number
    updated?: number
    deleted?: number
    upsert_id?: string
    insertedIds?: string[]
  }
}

async function send(action: string, fields: object, openid = 'o-mei'): Promise<Answer> {
  const headers: Record<string, string> = openid ? { 'x-wx-openid': openid } : {}
  const body = JSON.stringify({ action: `database.${action}`, ...fields })
  const answer = await fetch(`${cloud.base}/client/database`, { method: 'POST', headers, body })
  return (await answer.json()) as Answer
}

const where = (collectionName: string, query: object): object => ({
  collectionName,
  queryType: 'WHERE',
  query: JSON.stringify(query),
})
const doc = (collectionName: string, id: string): object => ({
  collectionName,
  queryType: 'DOC',
  query: JSON.stringify({ _id: id }),
  multi: false,
})

/** The ids that come back, or the code of the refusal. */
async function get(fields: object, openid?: string): Promise<unknown> {
  const { code, data } = await send('getDocument', fields, openid)
  return code ?? data?.list?.map((text) => (JSON.parse(text) as { _id: string })._id)
}
const add = (collectionName: string, data: object, openid?: string): Promise<Answer> =>
  send('insertDocument', { collectionName, data: [JSON.stringify(data)] }, openid)
const set = (collectionName: string, id: string, data: object): Promise<Answer> =>
  send('modifyDocument', {
    ...doc(collectionName, id),
    data: JSON.stringify(data),
    merge: false,
    upsert: true,
  })
const update = (fields: object, data: object): Promise<Answer> =>
  send('modifyDocument', { ...fields, data: JSON.stringify(data), merge: true, upsert: false })
const refused = ({ code, message }: Answer): object => ({ code, message })

describe('ADMINONLY, which every collection of the shop is', () => {
  const attempts: [string, () => Promise<Answer>][] = [
    ['get', () => send('getDocument', doc('closed', 'mine'))],
    ['where', () => send('getDocument', where('closed', { _openid: '{openid}' }))],
    ['count', () => send('calculateDocument', where('closed', {}))],
    ['aggregate', () => send('aggregateDocuments', { collectionName: 'closed', stages: [] })],
    ['add', () => add('closed', { n: 1 })],
    ['set', () => set('closed', 'mine', { n: 1 })],
    ['update', () => update(doc('closed', 'mine'), { $set: { n: 5 } })],
    [
      'update of all that match',
      () => update({ ...where('closed', {}), multi: true }, { $set: { n: 5 } }),
    ],
    ['remove', () => send('removeDocument', doc('closed', 'mine'))],
  ]
  test.each(attempts)('%s is denied', async (_label, attempt) => {
    const before = cloud.database.list('closed')
    expect(refused(await attempt())).toEqual(DENIED)
    expect(cloud.database.list('closed')).toEqual(before)
  })

  test('no rule binds a function or an SDK with credentials', async () => {
    const db = outsideDatabase(cloud.base)
    expect((await db.collection('closed').get()).data).toHaveLength(3)
    await db.collection('staff').doc('mine').update({ n: 9 })
    expect(cloud.database.get('staff', 'mine')).toMatchObject({ n: 9 })
  })
})

describe('the ready-made permissions', () => {
  test.each([
    ['closed', DENIED.code, DENIED.code],
    ['news', ['mine', 'theirs', 'nobodys'], 3],
    ['posts', ['mine', 'theirs', 'nobodys'], 3],
    ['notes', ['mine'], 1],
  ])('%s: what is found, and counted', async (name, ids, count) => {
    expect(await get(where(name, {}))).toEqual(ids)
    const { code, data } = await send('calculateDocument', where(name, {}))
    expect(code ?? data?.total).toBe(count)
  })

  test.each([
    ['news', DENIED.code],
    ['posts', 1],
    ['notes', 1],
  ])('%s: what a client may write', async (name, expected) => {
    const outcome = ({ code, data }: Answer): unknown => code ?? data?.updated ?? data?.deleted
    expect(outcome(await update(doc(name, 'mine'), { $set: { n: 5 } }))).toBe(expected)
    expect(outcome(await send('removeDocument', doc(name, 'mine')))).toBe(expected)
    const { code, data } = await add(name, { n: 1 })
    expect(code ?? data?.insertedIds?.length).toBe(expected)
  })

  test('what is not theirs is simply not found: nothing is said, nothing is changed', async () => {
    for (const name of ['posts', 'notes']) {
      for (const id of ['theirs', 'nobodys']) {
        expect((await update(doc(name, id), { $set: { n: 5 } })).data).toEqual({ updated: 0 })
        expect((await send('removeDocument', doc(name, id))).data).toEqual({ deleted: 0 })
      }
      await update({ ...where(name, {}), multi: true }, { $set: { n: 7 } })
      expect(cloud.database.list<{ n: number }>(name).map(({ n }) => n)).toEqual([7, 2, 3])
      await send('removeDocument', { ...where(name, { n: { $gt: 0 } }), multi: true })
      expect(cloud.database.count(name)).toBe(2)
    }
    expect(await get(doc('notes', 'theirs'))).toEqual([])
  })

  test.each([
    [{ _openid: 'o-lan' }, []],
    [{ _openid: { $ne: 'o-mei' } }, []],
    [{ $or: [{ _openid: 'o-lan' }, { n: 1 }] }, ['mine']],
    [{ $and: [{ n: { $gt: 0 } }], _openid: { $in: ['o-lan', 'o-mei'] } }, ['mine']],
    [{ _openid: '{openid}' }, ['mine']],
  ])('of private notes no query reaches others: %j', async (query, ids) => {
    expect(await get(where('notes', query))).toEqual(ids)
  })

  test('a document made by a client carries its OPENID, whatever way it is made', async () => {
    const { data } = await add('notes', { n: 1 })
    await set('notes', 'new', { n: 2 })
    await set('notes', 'mine', { n: 3 })
    const rows = cloud.database.list('notes')
    expect(rows).toContainEqual({ _id: data?.insertedIds?.[0], n: 1, _openid: 'o-mei' })
    expect(rows).toContainEqual({ _id: 'new', n: 2, _openid: 'o-mei' })
    expect(rows).toContainEqual({ _id: 'mine', n: 3, _openid: 'o-mei' })
    const taken = await set('notes', 'theirs', { n: 4 })
    expect(taken.message).toMatch(/E11000/)
    expect(cloud.database.get('notes', 'theirs')).toMatchObject({ n: 2, _openid: 'o-lan' })
  })

  test.each([
    ['add', () => add('notes', { _openid: 'o-lan' })],
    ['set', () => set('notes', 'mine', { _openid: 'o-lan' })],
    ['update', () => update(doc('notes', 'mine'), { $set: { _openid: 'o-lan' } })],
    ['remove of the field', () => update(doc('notes', 'mine'), { $unset: { _openid: '' } })],
    ['rename to it', () => update(doc('notes', 'mine'), { $rename: { n: '_openid' } })],
    ['a path into it', () => update(doc('notes', 'mine'), { $set: { '_openid.a': 1 } })],
  ])('nobody says of themselves who they are: %s', async (_label, attempt) => {
    expect((await attempt()).code).toBe('INVALID_PARAM')
    expect(cloud.database.get('notes', 'mine')).toEqual({ _id: 'mine', _openid: 'o-mei', n: 1 })
  })

  test('an update that creates what it does not find is not for clients', async () => {
    const fields = { ...where('posts', { _id: 'made' }), multi: false, merge: true, upsert: true }
    await send('modifyDocument', { ...fields, data: JSON.stringify({ $set: { n: 1 } }) })
    expect(cloud.database.get('posts', 'made')).toBeNull()
  })
})

describe('safe rules', () => {
  beforeEach(() => {
    cloud.database.put('shelf', [
      { _id: 'open', status: 'open' },
      { _id: 'shut', status: 'shut' },
    ])
    cloud.database.put('members', [{ _id: 'team', members: ['o-mei', 'o-lan'] }])
    cloud.database.put('offers', [{ _id: 'cheap', from: 5, price: 50 }])
    cloud.database.put('staff', [
      { _id: 'o-mei', isManager: true },
      { _id: 'o-lan', isManager: false },
    ])
  })

  const queries: [string, object, unknown][] = [
    ['owned', { _openid: '{openid}' }, ['mine']],
    ['owned', { _openid: 'o-mei', n: 1 }, ['mine']],
    ['owned', { _openid: { $in: ['o-mei'] } }, ['mine']],
    ['owned', { $and: [{ n: 1 }, { _openid: 'o-mei' }] }, ['mine']],
    ['owned', {}, DENIED.code],
    ['owned', { _id: 'mine' }, DENIED.code],
    ['owned', { _openid: 'o-lan' }, DENIED.code],
    ['owned', { _openid: { $in: ['o-mei', 'o-lan'] } }, DENIED.code],
    ['owned', { _openid: { $ne: 'o-lan' } }, DENIED.code],
    [
      'owned',
      { _openid: { $in: [{ $regularExpression: { pattern: '.', options: '' } }] } },
      DENIED.code,
    ],
    ['owned', { $or: [{ _openid: 'o-mei' }, { n: 2 }] }, DENIED.code],
    ['owned', { $or: [{ _openid: 'o-mei', n: 1 }, { _openid: '{openid}' }] }, ['mine']],
    ['owned', { $nor: [{ _openid: { $ne: 'o-mei' } }] }, DENIED.code],
    ['owned', { $and: 'nonsense', _openid: 'o-mei' }, DENIED.code],
    ['shelf', { status: 'open' }, ['open']],
    ['shelf', { status: 'shut' }, DENIED.code],
    ['shelf', { $or: [{ status: 'open' }, { _openid: '{openid}' }] }, ['mine', 'open']],
    ['members', { members: '{openid}' }, ['team']],
    ['members', { members: 'o-lan' }, DENIED.code],
    ['offers', { from: { $lte: 10 }, price: { $lt: 80 } }, ['cheap']],
    ['offers', { from: { $lte: 10 }, price: { $lte: 100 } }, DENIED.code],
    ['offers', { from: { $lte: 8e15 }, price: 1 }, DENIED.code],
    ['offers', { from: 5, price: { $in: [50, 99] } }, ['cheap']],
    ['offers', { from: 5, price: { $in: [50, 100] } }, DENIED.code],
    ['silent', { _openid: '{openid}' }, DENIED.code],
    ['staff', { _id: 'o-mei' }, DENIED.code],
  ]
  test.each(queries)(
    'a query must be a part of what the rule allows: %s %j',
    async (name, query, expected) => {
      expect(await get(where(name, query))).toEqual(expected)
    },
  )

  test('writes go by their own rule, or by the one for all of them', async () => {
    const own = where('owned', { _openid: '{openid}' })
    expect((await update({ ...own, multi: true }, { $set: { n: 8 } })).data).toEqual({ updated: 1 })
    expect(refused(await update(doc('owned', 'mine'), { $set: { n: 9 } }))).toEqual(DENIED)
    expect(refused(await send('removeDocument', where('owned', {})))).toEqual(DENIED)
    expect((await send('removeDocument', { ...own, multi: true })).data).toEqual({ deleted: 1 })
    expect((await add('owned', { n: 1 })).data?.insertedIds).toHaveLength(1)
    expect(refused(await add('shelf', { status: 'open' }))).toEqual(DENIED)
  })

  test('a new document is judged by what it says', async () => {
    expect((await add('inbox', { to: 'o-lan', text: 'hello' })).data?.insertedIds).toHaveLength(1)
    expect(refused(await add('inbox', { to: 'o-mei', text: 'hello' }))).toEqual(DENIED)
    expect(refused(await add('inbox', { to: 'o-lan' }))).toEqual(DENIED)
    expect(refused(await set('inbox', 'made', { to: 'o-lan', text: 'hello' }))).toEqual(DENIED)
    expect((await set('drafts', 'made', { isDraft: true })).data).toMatchObject({
      upsert_id: 'made',
    })
    expect((await set('drafts', 'mine', { isDraft: false })).data).toEqual({ updated: 1 })
    expect(refused(await set('drafts', 'other', { isDraft: false }))).toEqual(DENIED)
    const two = [
      { to: 'o-lan', text: 'a' },
      { to: 'o-mei', text: 'b' },
    ].map((one) => JSON.stringify(one))
    const count = cloud.database.count('inbox')
    expect(refused(await send('insertDocument', { collectionName: 'inbox', data: two }))).toEqual(
      DENIED,
    )
    expect(cloud.database.count('inbox')).toBe(count)
  })

  test('a rule can look at another document, and at the data of the request', async () => {
    const write = (openid: string): Promise<Answer> => add('teams', { name: 'tea' }, openid)
    expect((await write('o-mei')).code).toBeUndefined()
    expect(refused(await write('o-lan'))).toEqual(DENIED)
    expect(refused(await write('o-stranger'))).toEqual(DENIED)
    cloud.database.put('prices', [{ _id: 'p1', price: 5 }])
    expect((await update(doc('prices', 'p1'), { $set: { price: 6 } })).data).toEqual({ updated: 1 })
    expect(refused(await update(doc('prices', 'p1'), { $set: { price: -6 } }))).toEqual(DENIED)
    expect(refused(await update(doc('prices', 'mine'), { $set: { price: 6 } }))).toEqual(DENIED)
  })
})

describe('what clients cannot ask for at all', () => {
  test.each([
    ['startTransaction', {}],
    ['commitTransaction', { transactionId: 't' }],
    ['addCollection', { collectionName: 'mine' }],
    ['modifyAndReturnDoc', { ...where('posts', {}), data: '{}' }],
    ['getDocument', { ...where('posts', {}), transactionId: 't' }],
    ['toString', {}],
  ])('%s', async (action, fields) => {
    expect(refused(await send(action, fields))).toEqual(DENIED)
    expect(cloud.database.collections()).not.toContain('mine')
  })

  test('pipelines read what their reader may read, and write nothing', async () => {
    const pipe = async (collectionName: string, ...stages: object[]): Promise<unknown> => {
      const list = stages.map((stage) => {
        const [stageKey, value] = Object.entries(stage)[0] as [string, unknown]
        return { stageKey, stageValue: JSON.stringify(value) }
      })
      const { code, data } = await send('aggregateDocuments', { collectionName, stages: list })
      return code ?? data?.list?.map((text) => (JSON.parse(text) as { _id: string })._id)
    }
    expect(await pipe('notes', { $sort: { n: -1 } })).toEqual(['mine'])
    expect(await pipe('notes', { $match: { _openid: 'o-lan' } })).toEqual([])
    expect(await pipe('posts', { $match: { n: { $gt: 1 } } }, { $sort: { n: 1 } })).toEqual([
      'theirs',
      'nobodys',
    ])
    expect(await pipe('owned', { $match: { _openid: '{openid}' } })).toEqual(['mine'])
    expect(await pipe('owned', { $sort: { n: 1 } }, { $match: { _openid: '{openid}' } })).toBe(
      DENIED.code,
    )
    const lookup = (from: string): object => ({
      $lookup: { from, localField: 'n', foreignField: 'n', as: 'x' },
    })
    expect(await pipe('posts', lookup('news'), { $limit: 1 })).toEqual(['mine'])
    for (const closed of ['closed', 'notes', 'owned']) {
      expect(await pipe('posts', lookup(closed))).toBe(DENIED.code)
      expect(await pipe('posts', { $facet: { a: [lookup(closed)] } })).toBe(DENIED.code)
      const inner = { from: 'news', pipeline: [lookup(closed)], as: 'x' }
      expect(await pipe('posts', { $lookup: inner })).toBe(DENIED.code)
    }
    expect(await pipe('posts', { $out: 'posts' })).toBe(DENIED.code)
    expect(await pipe('posts', { $merge: { into: 'posts' } })).toBe(DENIED.code)
  })

  test('without an identity, and of a collection that is not there', async () => {
    expect((await send('getDocument', where('news', {}), '')).code).toBe('PERMISSION_DENIED')
    const missing = await send('getDocument', where('nowhere', {}))
    expect(missing.code).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })
})

describe('the limits of clients', () => {
  test('20 documents at once, also when more are asked for', async () => {
    cloud.database.put(
      'news',
      Array.from({ length: 50 }, (_, i) => ({ _id: `n${i}` })),
    )
    const sizes = [undefined, 5, 20, 21, 1000].map(async (limit) => {
      const ids = await get({ ...where('news', {}), limit })
      return (ids as string[]).length
    })
    expect(await Promise.all(sizes)).toEqual([20, 5, 20, 20, 20])
    const { data } = await send('calculateDocument', where('news', {}))
    expect(data?.total).toBe(53)
  })

  test('512 KB in a request, 1 MB in an answer', async () => {
    const text = 'x'.repeat(500 * 1024)
    expect((await add('notes', { text })).code).toBeUndefined()
    expect((await add('notes', { text: text + text })).code).toBe('EXCEED_REQUEST_SIZE_LIMIT')
    await add('notes', { text })
    expect(await get(where('notes', {}))).toHaveLength(3)
    await add('notes', { text })
    expect(await get(where('notes', {}))).toBe('EXCEED_MAX_RESPONSE_SIZE')
  })
})

describe('as every call of the cloud', () => {
  test('it is counted, and can be struck by a declared fault', async () => {
    cloud.counters.clear()
    const fault = cloud.faults.add({
      match: { target: 'database', action: 'database.getDocument', openid: 'o-mei' },
      effect: 'fail',
      code: 'SERVER_TIMEOUT',
      message: 'late',
    })
    expect(refused(await send('getDocument', where('news', {})))).toEqual({
      code: 'SERVER_TIMEOUT',
      message: 'late',
    })
    expect((await send('getDocument', where('news', {}), 'o-lan')).code).toBeUndefined()
    cloud.faults.remove(fault)
    expect(cloud.counters.read().totals).toEqual({ 'database.getDocument': 2 })
    const match = { target: 'database', collection: 'notes' }
    cloud.faults.add({ match, effect: 'drop-answer-after-work', count: 1 })
    await expect(add('notes', { n: 9 })).rejects.toThrow()
    expect(cloud.database.count('notes', { n: 9 })).toBe(1)
  })

  test('any origin may call, as the desk in the browser does', async () => {
    const answer = await fetch(`${cloud.base}/client/database`, { method: 'OPTIONS' })
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
    const read = await fetch(`${cloud.base}/client/database`)
    expect(read.status).toBe(405)
  })

  test('a client waits for a transaction as every plain write does', async () => {
    const db = outsideDatabase(cloud.base)
    const t = await db.startTransaction()
    await t.collection('notes').doc('mine').update({ n: 10 })
    const waiting = update(doc('notes', 'mine'), { $inc: { n: 1 } })
    await send('getDocument', where('news', {}))
    await t.commit()
    expect((await waiting).data).toEqual({ updated: 1 })
    expect(cloud.database.get('notes', 'mine')).toMatchObject({ n: 11 })
  })
})
