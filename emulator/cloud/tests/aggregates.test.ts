// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return,
   @typescript-eslint/no-unsafe-argument */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cloud } from '../index'
import { run, startProbe } from './probe'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe()
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

const items = (): Record<string, unknown>[] => cloud.database.list('items')

describe('aggregates and places', () => {
  test('match, group, sort, project', async () => {
    cloud.database.put(
      'items',
      [1, 2, 3, 4].map((n) => ({ _id: `i${n}`, n, odd: n % 2 === 1 })),
    )
    const { list } = await run(cloud, ({ db, $, _ }) =>
      db
        .collection('items')
        .aggregate()
        .match({ n: _.gt(1) })
        .group({ _id: '$odd', sum: $.sum('$n'), count: $.sum(1) })
        .sort({ sum: -1 })
        .end(),
    )
    expect(list).toEqual([
      { _id: false, sum: 6, count: 2 },
      { _id: true, sum: 3, count: 1 },
    ])
    expect(items()).toHaveLength(4)
  })

  test('lookup and unwind leave the stored documents alone', async () => {
    cloud.database.put('items', [{ _id: 'o', ids: ['p', 'q'] }])
    cloud.database.put('people', [
      { _id: 'p', email: '1' },
      { _id: 'q', email: '2' },
    ])
    const { list } = await run(cloud, ({ db }) =>
      db
        .collection('items')
        .aggregate()
        .lookup({ from: 'people', localField: 'ids', foreignField: '_id', as: 'found' })
        .unwind('$found')
        .addFields({ email: '$found.email' })
        .end(),
    )
    expect((list as { email: string }[]).map((one) => one.email)).toEqual(['1', '2'])
    expect(items()).toEqual([{ _id: 'o', ids: ['p', 'q'] }])
  })

  test('near, within and intersecting places', async () => {
    const ids = await run(cloud, async ({ db, _, $ }) => {
      const { Point, Polygon, LineString } = db.Geo
      const at = (lng: number, lat: number): unknown => new Point(lng, lat)
      const places = db.collection('items')
      await places.add({
        data: [
          { _id: 'near', at: at(113.01, 23) },
          { _id: 'far', at: at(120, 30) },
          { _id: 'here', at: at(113, 23) },
        ],
      })
      const corners = [at(112, 22), at(114, 22), at(114, 24), at(112, 24), at(112, 22)]
      const square = new Polygon([new LineString(corners)])
      const near = _.geoNear({ geometry: at(113, 23), minDistance: 0, maxDistance: 5000 })
      const names = async (query: Promise<{ data: { _id: string }[] }>): Promise<string[]> =>
        (await query).data.map((one) => one._id)
      const nearest = await places
        .aggregate()
        .geoNear({ near: at(113, 23), distanceField: 'm', spherical: true, query: {} })
        .end()
      void $
      return [
        await names(places.where({ at: near }).get()),
        (await names(places.where({ at: _.geoWithin({ geometry: square }) }).get())).sort(),
        (await names(places.where({ at: _.geoIntersects({ geometry: square }) }).get())).sort(),
        (nearest.list as { _id: string; m: number }[]).map((one) => [
          one._id,
          Math.round(one.m / 1000),
        ]),
      ]
    })
    expect(ids).toEqual([
      ['here', 'near'],
      ['here', 'near'],
      ['here', 'near'],
      [
        ['here', 0],
        ['near', 1],
        ['far', 1045],
      ],
    ])
  })
})
