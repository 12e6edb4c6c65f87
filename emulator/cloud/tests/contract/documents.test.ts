import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBench, SDKS, type Bench } from './both-sdks'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
beforeEach(() => bench.cloud.reset())
afterAll(() => bench.cloud.stop())

const items = (): unknown[] => bench.cloud.database.list('items')

describe.each(SDKS)('documents with %s', (sdk) => {
  test('add makes an id of 32 hexadecimal digits and puts it first', async () => {
    const id = await bench.evaluate(sdk, "add({ n: 1, name: '茶' })")
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(items()).toEqual([{ _id: id, n: 1, name: '茶' }])
    expect(Object.keys(items()[0] as object)[0]).toBe('_id')
  })

  test('add takes an id of one’s own, and a number is another id than its text', async () => {
    const code = `[
      await add({ n: 1, _id: 'own' }), await add({ _id: 7, n: 2 }), await add({ _id: '7', n: 3 }),
      await read('own'), await read(7), await read('7'), await find({ _id: 7 }),
    ]`
    expect(await bench.evaluate(sdk, code)).toEqual([
      'own',
      7,
      '7',
      { _id: 'own', n: 1 },
      { _id: 7, n: 2 },
      { _id: '7', n: 3 },
      [{ _id: 7, n: 2 }],
    ])
  })

  test('add takes a list, and gives the ids in its order', async () => {
    const ids = await bench.evaluate<string[]>(sdk, "add([{ n: 1 }, { _id: 'b', n: 2 }, { n: 3 }])")
    expect(ids).toHaveLength(3)
    expect(ids[1]).toBe('b')
    expect(items()).toEqual(ids.map((_id, i) => ({ _id, n: i + 1 })))
  })

  test('a taken id is refused; of a list, the documents before it stay', async () => {
    bench.cloud.database.put('items', [{ _id: 'a', n: 0 }])
    const code = `[
      await refusal(add({ _id: 'a', n: 1 })),
      await refusal(add([{ _id: 'x' }, { _id: 'a' }, { _id: 'y' }])),
      await refusal(add([{ _id: 'p' }, { _id: 'p' }])),
    ]`
    for (const text of await bench.evaluate<string[]>(sdk, code)) {
      expect(text).toMatch(/E11000 duplicate key error collection: .*items index: _id_ dup key/)
    }
    expect(items()).toEqual([{ _id: 'a', n: 0 }, { _id: 'x' }, { _id: 'p' }])
  })

  test('set replaces the whole document, or creates it', async () => {
    const code = `
      const created = await set('a', { a: { x: 1 }, b: 2 })
      const replaced = await set('a', { c: 3 })
      const same = await set('a', { c: 3 })
      return [created, replaced, same, await read('a'), await set(9, { n: 1 }), await read(9)]`
    expect(await bench.evaluate(sdk, code)).toEqual([
      { updated: 0, created: 1 },
      { updated: 1, created: 0 },
      { updated: 1, created: 0 },
      { _id: 'a', c: 3 },
      { updated: 0, created: 1 },
      { _id: 9, n: 1 },
    ])
  })

  test('remove of one, of what is not there, of many, of all', async () => {
    bench.cloud.database.put(
      'items',
      [1, 2, 3, 4, 5].map((n) => ({ _id: `d${n}`, n })),
    )
    const code = `[
      await remove(items.doc('d1')), await remove(items.doc('d1')),
      await remove(items.where({ n: _.in([2, 3, 99]) })),
      await remove(items.where({ n: 99 })),
      await remove(items.where({ _id: /.*/ })),
      (await items.count()).total,
    ]`
    expect(await bench.evaluate(sdk, code)).toEqual([1, 0, 2, 0, 2, 0])
  })

  test('order, skip and limit mean nothing to remove', async () => {
    bench.cloud.database.put(
      'items',
      [1, 2, 3, 4].map((n) => ({ _id: `d${n}`, text: 't' })),
    )
    const code = `remove(items.where({ text: 't' }).orderBy('_id', 'asc').skip(3).limit(1))`
    expect(await bench.evaluate(sdk, code)).toBe(4)
  })

  test('names with dots may be added, names with $ in front may not', async () => {
    const code = `[await add({ _id: 'dot', 'key.': '1', 'a.b': 2 }), await refusal(add({ _id: 'x', $key: 1 }))]`
    const [id, refused] = await bench.evaluate<[string, string]>(sdk, code)
    expect(id).toBe('dot')
    expect(refused).toContain("The dollar ($) prefixed field '$key'")
    expect(items()).toEqual([{ _id: 'dot', 'key.': '1', 'a.b': 2 }])
  })

  test('a document that is not there: none, and the SDK of functions throws', async () => {
    const found = await bench.evaluate(
      sdk,
      "items.doc('no').get().then((a) => a.data, (e) => e.errMsg)",
    )
    if (sdk === 'node-sdk') expect(found).toEqual([])
    else expect(found).toContain('document with _id no does not exist')
  })

  test('a collection is not made by writing to it, and made only once', async () => {
    const code = `
      const coll = db.collection('nope')
      const data = { n: 1 }
      const attempts = [
        coll.get(), coll.doc('a').get(), coll.count(), coll.where({ n: 1 }).remove(),
        coll.add(${sdk === 'node-sdk' ? 'data' : '{ data }'}),
        coll.doc('a').set(${sdk === 'node-sdk' ? 'data' : '{ data }'}),
        coll.doc('a').update(${sdk === 'node-sdk' ? 'data' : '{ data }'}),
        coll.aggregate().match({ n: 1 }).end(),
      ]
      const texts = []
      for (const one of attempts) texts.push(await refusal(one))
      return [texts, await refusal(db.createCollection('items'))]`
    const [texts, twice] = await bench.evaluate<[string[], string]>(sdk, code)
    expect(texts).toHaveLength(8)
    for (const text of texts) expect(text).toContain('Db or Table not exist: nope.')
    expect(twice).toContain('Table exist.')
  })

  test('a collection that was made is there at once', async () => {
    const code = `
      await db.createCollection('fresh')
      return [(await db.collection('fresh').get()).data, (await db.collection('fresh').count()).total]`
    expect(await bench.evaluate(sdk, code)).toEqual([[], 0])
  })
})

describe('codes', () => {
  const CODES: [label: string, code: string, expected: string][] = [
    ['an absent collection', "db.collection('nope').get()", 'DATABASE_COLLECTION_NOT_EXIST'],
    [
      'a collection made twice',
      "db.createCollection('items')",
      'DATABASE_COLLECTION_ALREADY_EXIST',
    ],
    ['a taken id', "items.add({ _id: 'a' })", 'DATABASE_REQUEST_FAILED'],
    [
      'an update that can’t be',
      "items.doc('a').update({ s: _.inc(1) })",
      'DATABASE_REQUEST_FAILED',
    ],
    ['a query that can’t be', 'items.where({ n: { $foo: 1 } }).get()', 'DATABASE_REQUEST_FAILED'],
    ['a pipeline that can’t be', 'items.aggregate().limit(0).end()', 'DATABASE_REQUEST_FAILED'],
    ['a transaction nobody began', "session('none').commit()", 'DATABASE_TRANSACTION_FAIL'],
  ]
  test.each(CODES)('%s has its code, and a request id', async (_label, code, expected) => {
    bench.cloud.database.put('items', [{ _id: 'a', s: 'text' }])
    const error = await bench.evaluate<{ code: string; requestId: string }>(
      'node-sdk',
      `const session = (id) => ({ commit: () => db.startTransaction().then((t) => { t._id = id; return t.commit() }) })
       return (${code}).then(() => null, ({ code, requestId }) => ({ code, requestId }))`,
    )
    expect(error.code).toBe(expected)
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  const NUMBERS: [label: string, code: string, errCode: number][] = [
    ['an absent collection', "db.collection('nope').get()", -502005],
    ['a collection made twice', "db.createCollection('items')", -1],
    ['a taken id', "items.add({ data: { _id: 'a' } })", -502001],
    ['an update that can’t be', "items.doc('a').update({ data: { s: _.inc(1) } })", -502001],
    ['a query that can’t be', 'items.where({ n: { $foo: 1 } }).get()', -502001],
    ['a document that is not there', "items.doc('no').get()", -1],
  ]
  test.each(NUMBERS)('%s has its number in a function', async (_label, code, errCode) => {
    bench.cloud.database.put('items', [{ _id: 'a', s: 'text' }])
    const answer = `return (${code}).then(() => null, (error) => error.errCode)`
    expect(await bench.evaluate('wx-server-sdk', answer)).toBe(errCode)
  })

  test('answers carry the request id, and the limit that was used', async () => {
    const code = `
      const one = await items.add({ n: 1 })
      const many = await items.skip(1).limit(5).get()
      return [one.requestId.length, many.requestId.length, many.limit, many.offset]`
    expect(await bench.evaluate('node-sdk', code)).toEqual([36, 36, 5, 1])
  })
})
