// Transactions as a function meets them: wx-server-sdk drops the service's code from errors of document calls.
// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return,
   @typescript-eslint/no-unsafe-argument */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cloud } from '../../index'
import { run, startProbe } from '../probe'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe({ instances: 8 })
})
beforeEach(async () => {
  cloud.counters.clear()
  cloud.faults.clear()
  await cloud.reset()
  cloud.database.put('counters', [{ _id: 'c', n: 0 }])
})
afterAll(() => cloud.stop())

describe('transactions in a function', () => {
  test('reads its own writes; others see them only after the commit', async () => {
    const seen = await run(cloud, async ({ db }) => {
      const t = await db.startTransaction()
      await t
        .collection('counters')
        .doc('c')
        .update({ data: { n: 5 } })
      await t.collection('items').add({ data: { _id: 'new' } })
      const inside = (await t.collection('counters').doc('c').get()).data.n
      const listed = (await t.collection('items').where({}).get()).data.length
      const outside = (await db.collection('counters').doc('c').get()).data.n
      const listedOutside = (await db.collection('items').get()).data.length
      await t.commit()
      return [
        inside,
        listed,
        outside,
        listedOutside,
        (await db.collection('counters').doc('c').get()).data.n,
      ]
    })
    expect(seen).toEqual([5, 1, 0, 0, 5])
  })

  test('sees the store as it was at its first operation', async () => {
    const seen = await run(cloud, async ({ db, _ }) => {
      const t = await db.startTransaction()
      await t.collection('items').where({}).get()
      await db
        .collection('counters')
        .doc('c')
        .update({ data: { n: 1 } })
      await db.collection('counters').add({ data: { _id: 'later', n: 1 } })
      const n = (await t.collection('counters').doc('c').get()).data.n
      const all = (
        await t
          .collection('counters')
          .where({ n: _.gte(0) })
          .get()
      ).data.length
      await t.rollback()
      return [n, all]
    })
    expect(seen).toEqual([0, 1])
  })

  test('the second writer gets the conflict, by text inside a callback', async () => {
    const seen = await run(cloud, async ({ db }) => {
      const first = await db.startTransaction()
      const second = await db.startTransaction()
      await second.collection('counters').doc('c').get()
      await first
        .collection('counters')
        .doc('c')
        .update({ data: { n: 1 } })
      const locked = await second
        .collection('counters')
        .doc('c')
        .update({ data: { n: 2 } })
        .catch((e: { errMsg: string }) => e.errMsg)
      await first.commit()
      const gone = await second
        .commit()
        .catch((e: { code: string; message: string }) => [e.code, e.message])
      return { locked, gone, n: (await db.collection('counters').doc('c').get()).data.n }
    })
    expect(seen.locked).toMatch(
      /\[ResourceUnavailable\.TransactionConflict\] Transaction is conflict/,
    )
    expect(seen.gone[0]).toBe('DATABASE_TRANSACTION_FAIL')
    expect(seen.gone[1]).toMatch(/TransactionNotExist.*30 seconds/)
    expect(seen.n).toBe(1)
  })

  test('writing what somebody changed since the snapshot is a conflict too', async () => {
    const text = await run(cloud, async ({ db }) => {
      const t = await db.startTransaction()
      await t.collection('counters').doc('c').get()
      await db
        .collection('counters')
        .doc('c')
        .update({ data: { n: 1 } })
      return t
        .collection('counters')
        .doc('c')
        .update({ data: { n: 2 } })
        .then(
          () => 'written',
          (e: { errMsg: string }) => e.errMsg,
        )
    })
    expect(text).toMatch(/TransactionConflict/)
  })

  test('twenty increments at once all succeed with a retry', async () => {
    const increment = (): Promise<unknown> =>
      run(cloud, async ({ db }) => {
        for (let attempt = 0; attempt < 60; attempt++) {
          try {
            return await db.runTransaction(async (t: typeof db) => {
              const doc = t.collection('counters').doc('c')
              const { data } = await doc.get()
              await doc.update({ data: { n: data.n + 1 } })
            })
          } catch (error) {
            if (!/TransactionConflict/.test(String((error as Error).message))) throw error
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
          }
        }
        throw new Error('gave up')
      })
    await Promise.all(Array.from({ length: 20 }, increment))
    expect(cloud.database.get('counters', 'c')).toMatchObject({ n: 20 })
  })

  test('two operations at once in one transaction are refused as busy', async () => {
    const busy = await run(cloud, async ({ db }) => {
      let refused = 0
      for (let round = 0; round < 10; round++) {
        const t = await db.startTransaction()
        const doc = t.collection('counters').doc('c')
        const results = await Promise.allSettled([doc.get(), doc.get()])
        if (
          results.some(
            (one) => one.status === 'rejected' && /TransactionBusy/.test(one.reason.message),
          )
        )
          refused++
        await t.rollback()
      }
      return refused
    })
    expect(busy).toBe(10)
  })

  test('one after the other is never busy', async () => {
    const reads = await run(cloud, async ({ db }) => {
      const t = await db.startTransaction()
      for (let i = 0; i < 100; i++) await t.collection('counters').doc('c').get()
      await t.commit()
      return 100
    })
    expect(reads).toBe(100)
  })

  test('a plain write waits for the transaction that holds the document', async () => {
    const order = await run(cloud, async ({ db, _ }) => {
      const order: string[] = []
      const t = await db.startTransaction()
      await t
        .collection('counters')
        .doc('c')
        .update({ data: { n: 10 } })
      const write = db
        .collection('counters')
        .doc('c')
        .update({ data: { n: _.inc(1) } })
        .then(() => order.push('plain write'))
      await new Promise((resolve) => setTimeout(resolve, 100))
      order.push('commit')
      await t.commit()
      await write
      return order
    })
    expect(order).toEqual(['commit', 'plain write'])
    expect(cloud.database.get('counters', 'c')).toMatchObject({ n: 11 })
  })

  test('a failed callback leaves nothing behind, and its own reason comes out', async () => {
    const reason = await run(cloud, ({ db }) =>
      db
        .runTransaction(async (t: typeof db) => {
          await t
            .collection('counters')
            .doc('c')
            .update({ data: { n: 9 } })
          await t.rollback('enough')
        })
        .catch((error: unknown) => error),
    )
    expect(reason).toBe('enough')
    expect(cloud.database.get('counters', 'c')).toMatchObject({ n: 0 })
  })

  test('a conflict loses its code inside the callback, and is not tried again; at the commit it is', async () => {
    const seen = await run(cloud, async ({ db }) => {
      const holder = await db.startTransaction()
      await holder
        .collection('counters')
        .doc('c')
        .update({ data: { n: 9 } })
      let attempts = 0
      const error = await db
        .runTransaction(async (t: typeof db) => {
          attempts++
          await t
            .collection('counters')
            .doc('c')
            .update({ data: { n: 1 } })
        })
        .catch((e: Record<string, unknown>) => ({
          code: e.code,
          errCode: e.errCode,
          text: e.errMsg,
        }))
      await holder.rollback()
      return { attempts, error }
    })
    expect(seen).toMatchObject({ attempts: 1, error: { errCode: -501001 } })
    expect(seen.error.code).toBeUndefined()
    expect(seen.error.text).toMatch(/^document\.update:fail -501001 .*TransactionConflict/)

    const action = 'database.commitTransaction'
    cloud.faults.add({ match: { target: 'database', action }, effect: 'conflict', count: 3 })
    const attempts = await run(cloud, async ({ db }) => {
      let attempts = 0
      await db.runTransaction(async (t: typeof db) => {
        attempts++
        await t
          .collection('counters')
          .doc('c')
          .update({ data: { n: attempts } })
      })
      return attempts
    })
    expect([attempts, cloud.database.get('counters', 'c')]).toEqual([4, { _id: 'c', n: 4 }])
  })

  test('takes 1,200 documents one by one, shows them to itself alone, and commits them as one', async () => {
    const seen = await run(cloud, async ({ db }) => {
      const t = await db.startTransaction()
      for (let i = 0; i < 1200; i++) await t.collection('items').add({ data: { _id: `i${i}`, i } })
      const inside = (await t.collection('items').where({}).limit(1000).get()).data.length
      const last = (await t.collection('items').doc('i1199').get()).data.i
      const outside = (await db.collection('items').count()).total
      await t.commit()
      return [inside, last, outside, (await db.collection('items').count()).total]
    })
    expect(seen).toEqual([1000, 1199, 0, 1200])
  })

  test('of a running function it outlives a jump of the clock; of a finished one it does not', async () => {
    const open = async (then: string): Promise<unknown> =>
      run(
        cloud,
        async ({ db }, then) => {
          const t = await db.startTransaction()
          await t
            .collection('counters')
            .doc('c')
            .update({ data: { n: 5 } })
          if (then === 'leave') return null
          await t
            .collection('items')
            .doc('wait')
            .get()
            .catch(() => null)
          return t.commit().then(
            () => 'committed',
            (e: Error) => e.message,
          )
        },
        then,
      )
    await open('leave')
    await cloud.advance(30_000)
    cloud.faults.add({
      match: { target: 'database', collection: 'items' },
      effect: 'delay',
      delayMs: 300,
    })
    const running = open('commit')
    while (!cloud.counters.read().totals['database.getDocument']) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await cloud.advance(86_400_000)
    expect(await running).toBe('committed')
    expect(cloud.database.get('counters', 'c')).toEqual({ _id: 'c', n: 5 })
  })
})
