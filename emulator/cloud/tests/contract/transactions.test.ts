// Transactions as a program outside meets them, with @cloudbase/node-sdk, which keeps the codes of the service.
// Functions, with wx-server-sdk: transactions-in-functions.test.ts. Whatever interleaving: isolation.test.ts.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Store } from '../../database/store'
import type { Cloud } from '../../index'
import { startProbe } from '../probe'
import {
  outsideDatabase,
  refusalOf,
  type OutsideDatabase,
  type OutsideTransaction,
} from './outside-client'

const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message:
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ' +
    'Please check your request, but if the problem persists, contact us.',
}
const GONE = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message:
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be ' +
    'commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
}
const BUSY = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message:
    '[ResourceUnavailable.TransactionBusy] Transaction is busy. ' +
    'Please check your request, but if the problem persists, contact us.',
}

let cloud: Cloud
let db: OutsideDatabase
beforeAll(async () => {
  cloud = await startProbe()
  db = outsideDatabase(cloud.base)
})
beforeEach(async () => {
  await cloud.reset()
  cloud.database.put('counters', [
    { _id: 'a', n: 0 },
    { _id: 'b', n: 0 },
  ])
})
afterAll(() => cloud.stop())

const stored = (id: string): unknown => cloud.database.get('counters', id)
const counters = (t: OutsideTransaction): ReturnType<OutsideTransaction['collection']> =>
  t.collection('counters')
const ids = (rows: Record<string, unknown>[]): unknown[] => rows.map((row) => row._id)

describe('what a transaction sees', () => {
  test('it has an id, and every answer has a requestId', async () => {
    const t = (await db.startTransaction()) as OutsideTransaction & { _id: unknown }
    expect(typeof t._id).toBe('string')
    expect((await t.commit()).requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('its own writes, each of them, and nobody else sees one before the commit', async () => {
    const t = await db.startTransaction()
    expect(await counters(t).add({ _id: 'c', n: 1 })).toMatchObject({ id: 'c', inserted: 1 })
    expect(
      await counters(t)
        .doc('a')
        .update({ n: db.command.inc(5) }),
    ).toMatchObject({ updated: 1 })
    expect(await counters(t).doc('b').remove()).toMatchObject({ deleted: 1 })
    expect(await counters(t).doc('d').set({ n: 4 })).toMatchObject({
      upserted: [expect.anything()],
    })
    expect(await counters(t).doc('d').set({ n: 5 })).toMatchObject({ updated: 1 })

    expect((await counters(t).doc('a').get()).data).toEqual({ _id: 'a', n: 5 })
    expect((await counters(t).doc('b').get()).data).toBeNull()
    const inside = await counters(t)
      .where({ n: db.command.gte(1) })
      .orderBy('n', 'desc')
      .get()
    expect(inside.data).toEqual([
      { _id: 'a', n: 5 },
      { _id: 'd', n: 5 },
      { _id: 'c', n: 1 },
    ])

    expect((await db.collection('counters').get()).data).toEqual([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ])
    await t.commit()
    expect(
      cloud.database
        .list('counters')
        .map(({ _id, n }) => [_id, n])
        .sort(),
    ).toEqual([
      ['a', 5],
      ['c', 1],
      ['d', 5],
    ])
  })

  test('updateAndReturn takes part: it sees own writes, gives the document as it then is, and takes it', async () => {
    const t = await db.startTransaction()
    await counters(t).doc('a').update({ n: 5 })
    const found = counters(t).where({ _id: 'a', n: 5 })
    expect(await found.updateAndReturn({ n: db.command.inc(1) })).toMatchObject({
      updated: 1,
      doc: { _id: 'a', n: 6 },
    })
    expect(await counters(t).where({ n: 99 }).updateAndReturn({ n: 1 })).toMatchObject({
      updated: 0,
      doc: null,
    })
    expect(stored('a')).toEqual({ _id: 'a', n: 0 })
    const other = await db.startTransaction()
    const refusal = await refusalOf(counters(other).doc('a').update({ n: 1 }))
    expect(refusal).toEqual(CONFLICT)
    await t.commit()
    expect(stored('a')).toEqual({ _id: 'a', n: 6 })
  })

  test('the store as it was at its first operation, not at its start', async () => {
    const t = await db.startTransaction()
    await db.collection('counters').doc('a').update({ n: 1 })
    expect((await counters(t).doc('a').get()).data).toEqual({ _id: 'a', n: 1 })

    await db.collection('counters').doc('a').update({ n: 2 })
    await db.collection('counters').doc('b').remove()
    await db.collection('counters').add({ _id: 'c', n: 3 })
    expect((await counters(t).doc('a').get()).data).toEqual({ _id: 'a', n: 1 })
    expect((await counters(t).doc('b').get()).data).toEqual({ _id: 'b', n: 0 })
    expect((await counters(t).doc('c').get()).data).toBeNull()
    expect(ids((await counters(t).where({}).get()).data)).toEqual(['a', 'b'])
    expect((await counters(t).where({ n: 2 }).get()).data).toEqual([])
    await t.rollback()
  })

  test('a reader in a transaction never sees half of another', async () => {
    const move = async (from: string, to: string): Promise<void> => {
      await db
        .runTransaction(async (t) => {
          await counters(t)
            .doc(from)
            .update({ n: db.command.inc(-1) })
          await counters(t)
            .doc(to)
            .update({ n: db.command.inc(1) })
        }, 50)
        .catch((error: { code?: string }) => expect(error.code).toBe(CONFLICT.code))
    }
    const sum = async (): Promise<number> => {
      const t = await db.startTransaction()
      const a = (await counters(t).doc('a').get()).data?.n as number
      const b = (await counters(t).doc('b').get()).data?.n as number
      await t.commit()
      return a + b
    }
    const sums: number[] = []
    const read = async (): Promise<void> => {
      for (let i = 0; i < 15; i++) sums.push(await sum())
    }
    const write = async (from: string, to: string): Promise<void> => {
      for (let i = 0; i < 10; i++) await move(from, to)
    }
    await Promise.all([read(), write('a', 'b'), write('b', 'a'), write('a', 'b'), read()])
    expect(sums).toEqual(Array.from({ length: 30 }, () => 0))
  })
})

describe('the first writer wins', () => {
  type Write = (t: OutsideTransaction) => Promise<unknown>
  const others: [string, (first: OutsideTransaction) => Promise<unknown>, Write][] = [
    [
      'update of what another has updated',
      (first) => counters(first).doc('a').update({ n: 1 }),
      (t) => counters(t).doc('a').update({ n: 2 }),
    ],
    [
      'update of what another has only written unchanged',
      (first) => counters(first).doc('a').update({ n: 0 }),
      (t) => counters(t).doc('a').update({ m: 2 }),
    ],
    [
      'set of what another has removed',
      (first) => counters(first).doc('a').remove(),
      (t) => counters(t).doc('a').set({ n: 2 }),
    ],
    [
      'remove of what another has set',
      (first) => counters(first).doc('a').set({ n: 1 }),
      (t) => counters(t).doc('a').remove(),
    ],
    [
      'add of an _id that another has added',
      (first) => counters(first).add({ _id: 'new', n: 1 }),
      (t) => counters(t).add({ _id: 'new', n: 2 }),
    ],
    [
      'set of a document that another has created',
      (first) => counters(first).doc('new').set({ n: 1 }),
      (t) => counters(t).doc('new').set({ n: 2 }),
    ],
    [
      'add of a unique value that another has added',
      (first) => first.collection('people').add({ email: 'x' }),
      (t) => t.collection('people').add({ email: 'x' }),
    ],
    [
      'add of a unique value that another has given up',
      (first) => first.collection('people').doc('mei').update({ email: 'free' }),
      (t) => t.collection('people').add({ email: 'mei' }),
    ],
  ]

  test.each(others)('%s, still open: conflict', async (_label, winning, losing) => {
    cloud.database.put('people', [{ _id: 'mei', email: 'mei' }])
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await winning(first)
    expect(await refusalOf(losing(second))).toEqual(CONFLICT)
    expect(await refusalOf(second.commit())).toEqual(GONE)
    await first.commit()
  })

  test.each(others)(
    '%s, committed since the snapshot: conflict',
    async (_label, winning, losing) => {
      cloud.database.put('people', [{ _id: 'mei', email: 'mei' }])
      const [first, second] = [await db.startTransaction(), await db.startTransaction()]
      await counters(second).where({}).get()
      await winning(first)
      await first.commit()
      expect(await refusalOf(losing(second))).toEqual(CONFLICT)
      expect(await refusalOf(second.rollback())).toEqual(GONE)
    },
  )

  test.each(others)('%s, rolled back: no conflict', async (_label, winning, losing) => {
    cloud.database.put('people', [{ _id: 'mei', email: 'mei' }])
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await counters(second).where({}).get()
    await winning(first)
    await first.rollback()
    const refusal = await refusalOf(losing(second))
    // The value is still Mei's: that is no conflict, but refused all the same.
    if (refusal) expect(refusal.message).toMatch(/E11000.*index: email/)
    else await second.commit()
  })

  test('what is taken already when the transaction begins is a duplicate, not a conflict', async () => {
    const t = await db.startTransaction()
    const refusal = await refusalOf(counters(t).add({ _id: 'a' }))
    expect(refusal?.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refusal?.message).toMatch(/E11000.*index: _id_ dup key: { _id: "a" }/)
  })

  test('a plain write after the snapshot is a first writer too', async () => {
    const t = await db.startTransaction()
    await counters(t).doc('a').get()
    await db.collection('counters').doc('a').update({ n: 1 })
    expect(await refusalOf(counters(t).doc('a').update({ n: 2 }))).toEqual(CONFLICT)
    expect(stored('a')).toEqual({ _id: 'a', n: 1 })
  })

  test('reading takes nothing: write skew is allowed, as snapshot isolation allows it', async () => {
    const [one, two] = [await db.startTransaction(), await db.startTransaction()]
    const a = (await counters(one).doc('a').get()).data?.n as number
    const b = (await counters(two).doc('b').get()).data?.n as number
    await counters(one)
      .doc('b')
      .set({ n: a + 1 })
    await counters(two)
      .doc('a')
      .set({ n: b + 1 })
    await one.commit()
    await two.commit()
    expect([stored('a'), stored('b')]).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
  })

  test('a document taken by a transaction that conflicted is free at once', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await counters(first).doc('a').update({ n: 1 })
    await counters(second).doc('b').update({ n: 2 })
    expect(await refusalOf(counters(second).doc('a').update({ n: 2 }))).toEqual(CONFLICT)
    await counters(first).doc('b').update({ n: 1 })
    await first.commit()
    expect([stored('a'), stored('b')]).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
  })
})

describe('the end of a transaction', () => {
  const endings: [string, (t: OutsideTransaction) => Promise<unknown>][] = [
    ['a commit', (t) => t.commit()],
    ['a rollback', (t) => t.rollback()],
    ['a conflict', (t) => refusalOf(counters(t).doc('b').update({ n: 9 }))],
    ['a duplicate', (t) => refusalOf(counters(t).add({ _id: 'a' }))],
    [
      'a failed update',
      (t) =>
        refusalOf(
          counters(t)
            .doc('a')
            .update({ name: db.command.inc(1) }),
        ),
    ],
  ]
  const operations: [string, (t: OutsideTransaction) => Promise<unknown>][] = [
    ['get', (t) => counters(t).doc('a').get()],
    ['where', (t) => counters(t).where({}).get()],
    ['add', (t) => counters(t).add({ n: 1 })],
    ['set', (t) => counters(t).doc('a').set({ n: 1 })],
    ['update', (t) => counters(t).doc('a').update({ n: 1 })],
    ['remove', (t) => counters(t).doc('a').remove()],
    ['commit', (t) => t.commit()],
    ['rollback', (t) => t.rollback()],
  ]
  test.each(endings)('after %s every operation finds it gone', async (_label, end) => {
    cloud.database.put('counters', [{ _id: 'a', n: 0, name: 'text' }])
    for (const [name, operation] of operations) {
      const other = await db.startTransaction()
      const t = await db.startTransaction()
      await counters(t).doc('a').get()
      await counters(other).doc('b').update({ n: 1 })
      await end(t)
      expect([name, await refusalOf(operation(t))]).toEqual([name, GONE])
      await other.rollback()
    }
    expect(cloud.database.list('counters')).toEqual([
      { _id: 'a', n: 0, name: 'text' },
      { _id: 'b', n: 0 },
    ])
  })

  test('a rollback leaves nothing: neither documents nor taken values nor locks', async () => {
    const t = await db.startTransaction()
    await counters(t).doc('a').update({ n: 7 })
    await counters(t).doc('b').remove()
    await counters(t).add({ _id: 'c' })
    await t.collection('people').add({ email: 'mei' })
    await t.rollback()
    expect(cloud.database.list('counters')).toEqual([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ])
    await db.collection('people').add({ email: 'mei' })
    await db.collection('counters').add({ _id: 'c' })
    await db.collection('counters').doc('a').update({ n: 1 })
  })

  test('30 s after its start it is gone, not a moment before', () => {
    vi.useFakeTimers()
    const store = new Store()
    const { id } = store.begin()
    vi.advanceTimersByTime(29_999)
    expect(store.transaction(id)).not.toBeNull()
    vi.advanceTimersByTime(1)
    expect(() => store.transaction(id)).toThrow(GONE.message)
  })
  afterEach(() => vi.useRealTimers())

  test('a jump of the clock by 30 s ends it and frees what it held', async () => {
    const t = await db.startTransaction()
    await counters(t).doc('a').update({ n: 7 })
    await cloud.advance(29_000)
    await counters(t).doc('b').update({ n: 7 })
    await cloud.advance(1_000)
    expect(await refusalOf(counters(t).doc('a').get())).toEqual(GONE)
    expect(await refusalOf(t.commit())).toEqual(GONE)
    await db.collection('counters').doc('a').update({ n: 1 })
    expect([stored('a'), stored('b')]).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 0 },
    ])
  })

  test('a reset of the cloud ends all of them', async () => {
    const t = await db.startTransaction()
    await counters(t).doc('a').update({ n: 7 })
    await cloud.reset()
    expect(await refusalOf(t.commit())).toEqual(GONE)
    expect(cloud.database.count('counters')).toBe(0)
  })
})

describe('runTransaction', () => {
  test('commits, and gives the value of the callback', async () => {
    const value = await db.runTransaction(async (t) => {
      await counters(t).doc('a').update({ n: 1 })
      return 'done'
    })
    expect([value, stored('a')]).toEqual(['done', { _id: 'a', n: 1 }])
  })

  test('tries four times at a conflict, each time anew, and then says so', async () => {
    const holder = await db.startTransaction()
    await counters(holder).doc('a').update({ n: 9 })
    const seen: unknown[] = []
    const refusal = await refusalOf(
      db.runTransaction(async (t) => {
        seen.push((await counters(t).doc('b').get()).data?.n)
        await db
          .collection('counters')
          .doc('b')
          .update({ n: db.command.inc(1) })
        await counters(t).doc('a').update({ n: 1 })
      }),
    )
    expect(refusal).toEqual(CONFLICT)
    expect(seen).toEqual([0, 1, 2, 3])
    await holder.rollback()
  })

  test('succeeds on a later attempt when the way is free', async () => {
    const holder = await db.startTransaction()
    await counters(holder).doc('a').update({ n: 10 })
    let attempts = 0
    await db.runTransaction(async (t) => {
      if (++attempts === 3) await holder.commit()
      await counters(t)
        .doc('a')
        .update({ n: db.command.inc(1) })
    })
    expect([attempts, stored('a')]).toEqual([3, { _id: 'a', n: 11 }])
  })

  test('an error of the callback rolls back at once and comes out as it is', async () => {
    let attempts = 0
    const thrown = new Error('sold out')
    const work = db.runTransaction(async (t) => {
      attempts++
      await counters(t).doc('a').update({ n: 1 })
      throw thrown
    })
    await expect(work).rejects.toBe(thrown)
    expect([attempts, stored('a')]).toEqual([1, { _id: 'a', n: 0 }])
    await db.collection('counters').doc('a').update({ n: 2 })
  })

  test.each([['a reason'], [{ code: 'NO_STOCK' }], [undefined]])(
    'rollback(%o) rejects with it',
    async (reason) => {
      const work = db.runTransaction(async (t) => {
        await counters(t).doc('a').update({ n: 1 })
        await t.rollback(reason)
      })
      const outcome = await work.then(
        () => ({ resolved: true }),
        (rejected: unknown) => ({ rejected }),
      )
      expect(outcome).toEqual({ rejected: reason })
      expect(stored('a')).toEqual({ _id: 'a', n: 0 })
    },
  )

  test('twenty at once on one document: what was told to have worked has, the rest were conflicts', async () => {
    const works = Array.from({ length: 20 }, () =>
      refusalOf(
        db.runTransaction(async (t) => {
          const n = (await counters(t).doc('a').get()).data?.n as number
          await counters(t)
            .doc('a')
            .update({ n: n + 1 })
        }),
      ),
    )
    const refusals = await Promise.all(works)
    const refused = refusals.filter((one) => one !== null)
    expect(refused.every(({ code }) => code === CONFLICT.code)).toBe(true)
    expect(stored('a')).toEqual({ _id: 'a', n: 20 - refused.length })
    expect(refused.length).toBeLessThan(20)
  })
})

describe('plain writes', () => {
  const writes: [string, () => Promise<unknown>, object[]][] = [
    [
      'update',
      () =>
        db
          .collection('counters')
          .doc('a')
          .update({ n: db.command.inc(1) }),
      [
        { _id: 'a', n: 11 },
        { _id: 'b', n: 0 },
      ],
    ],
    [
      'set',
      () => db.collection('counters').doc('a').set({ m: 1 }),
      [
        { _id: 'a', m: 1 },
        { _id: 'b', n: 0 },
      ],
    ],
    ['remove', () => db.collection('counters').doc('a').remove(), [{ _id: 'b', n: 0 }]],
    [
      'update of all that match',
      () =>
        db
          .collection('counters')
          .where({ n: db.command.gte(0) })
          .update({ n: db.command.inc(1) }),
      [
        { _id: 'a', n: 11 },
        { _id: 'b', n: 1 },
      ],
    ],
    [
      'remove of all that match',
      () =>
        db
          .collection('counters')
          .where({ n: db.command.gte(0) })
          .remove(),
      [],
    ],
  ]
  test.each(writes)(
    '%s waits until the document is free, and works on what it finds then',
    async (_label, write, after) => {
      const t = await db.startTransaction()
      await counters(t).doc('a').update({ n: 10 })
      const order: string[] = []
      const waiting = write().then(() => order.push('plain write'))
      await db.collection('counters').doc('a').get()
      await db.collection('items').add({})
      order.push('commit')
      await t.commit()
      await waiting
      expect(order).toEqual(['commit', 'plain write'])
      expect(cloud.database.list('counters')).toEqual(after)
    },
  )

  test('add of a value an open transaction has taken waits, and is a duplicate after the commit', async () => {
    const t = await db.startTransaction()
    await t.collection('people').add({ email: 'mei' })
    const waiting = refusalOf(db.collection('people').add({ email: 'mei' }))
    const other = await refusalOf(db.collection('people').add({ email: 'lan' }))
    expect(other).toBeNull()
    await t.commit()
    expect((await waiting)?.message).toMatch(/E11000.*index: email/)
  })

  test('add of a taken value waits, and works after the rollback', async () => {
    const t = await db.startTransaction()
    await t.collection('people').add({ email: 'mei' })
    const waiting = refusalOf(db.collection('people').add({ email: 'mei' }))
    await db.collection('people').get()
    await t.rollback()
    expect(await waiting).toBeNull()
  })

  test('reads wait for nobody', async () => {
    const t = await db.startTransaction()
    await counters(t).doc('a').update({ n: 10 })
    expect((await db.collection('counters').doc('a').get()).data).toEqual([{ _id: 'a', n: 0 }])
    expect((await db.collection('counters').where({ n: 0 }).count()).total).toBe(2)
    const { data } = await db.collection('counters').aggregate().match({ n: 0 }).end()
    expect(data).toHaveLength(2)
    await t.rollback()
  })
})

describe('what the SDK sends outside the transaction', () => {
  test('where().update, where().remove, count and aggregate neither see it nor share its fate', async () => {
    const t = await db.startTransaction()
    await counters(t).add({ _id: 'c', n: 0 })
    expect((await counters(t).where({}).count()).total).toBe(2)
    expect((await counters(t).aggregate().match({}).end()).data).toHaveLength(2)
    await counters(t).where({ _id: 'a' }).update({ n: 7 })
    await counters(t).where({ _id: 'b' }).remove()
    expect(cloud.database.list('counters')).toEqual([{ _id: 'a', n: 7 }])
    await t.rollback()
    expect(cloud.database.list('counters')).toEqual([{ _id: 'a', n: 7 }])
  })
})

describe('two operations of one transaction at once', () => {
  test('are refused as busy, always: the second of two, and all but the first of five', async () => {
    for (let round = 0; round < 25; round++) {
      const t = await db.startTransaction()
      const count = round % 2 ? 2 : 5
      const work = Array.from({ length: count }, () => refusalOf(counters(t).doc('a').get()))
      const refusals = await Promise.all(work)
      expect(refusals.filter((one) => one === null)).toHaveLength(1)
      expect(refusals.find((one) => one !== null)).toEqual(BUSY)
      await t.rollback()
    }
  })

  test('a commit before the last write was answered is refused too', async () => {
    const t = await db.startTransaction()
    const [write, commit] = await Promise.all([
      refusalOf(counters(t).doc('a').update({ n: 1 })),
      refusalOf(t.commit()),
    ])
    expect([write, commit]).toContainEqual(BUSY)
  })

  test('the refusal does not end it; a rollback is never refused', async () => {
    const t = await db.startTransaction()
    await Promise.all([
      refusalOf(counters(t).doc('a').update({ n: 1 })),
      refusalOf(counters(t).doc('b').get()),
    ])
    await counters(t).doc('b').update({ n: 1 })
    const [, rollback] = await Promise.all([
      refusalOf(counters(t).doc('b').get()),
      refusalOf(t.rollback()),
    ])
    expect(rollback).toBeNull()
    expect(stored('b')).toEqual({ _id: 'b', n: 0 })
  })

  test('one after the other is never busy, however fast, and however many clients there are', async () => {
    const client = async (): Promise<void> => {
      const own = outsideDatabase(cloud.base)
      for (let round = 0; round < 3; round++) {
        const t = await own.startTransaction()
        for (let i = 0; i < 30; i++) await counters(t).doc('a').get()
        await t.commit()
      }
    }
    await Promise.all([client(), client(), client()])
  })

  /** A client that stamps its requests with a clock of its own. */
  const stamped = async (fields: object, offsetMs: number): Promise<Record<string, unknown>> => {
    const headers = { 'x-client-timestamp': String(Date.now() + offsetMs) }
    const body = JSON.stringify({ collectionName: 'counters', ...fields })
    const answer = await fetch(`${cloud.base}/admin`, { method: 'POST', headers, body })
    return (await answer.json()) as Record<string, unknown>
  }
  test('one that was sent before the last answer left, and came after it, is busy all the same', async () => {
    const { transactionId } = await stamped({ action: 'database.startTransaction' }, 0)
    const read = { action: 'database.getDocument', query: '{"_id":"a"}', transactionId }
    const sentAt = Date.now()
    expect((await stamped(read, 0)).code).toBeUndefined()
    expect((await stamped(read, sentAt - Date.now())).code).toBe(BUSY.code)
    expect((await stamped(read, 0)).code).toBeUndefined()
  })

  test.each([[0], [-700], [-3_600_000], [3_600_000]])(
    'a clock that is %i ms off makes nobody busy, and hides nothing',
    async (offset) => {
      const { transactionId } = await stamped({ action: 'database.startTransaction' }, offset)
      const read = { action: 'database.getDocument', query: '{"_id":"a"}', transactionId }
      for (let i = 0; i < 40; i++) expect((await stamped(read, offset)).code).toBeUndefined()
      const both = await Promise.all([stamped(read, offset), stamped(read, offset)])
      expect(both.map(({ code }) => code)).toContain(BUSY.code)
    },
  )
})
