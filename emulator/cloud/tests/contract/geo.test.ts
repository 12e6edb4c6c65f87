import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBench, SDKS, type Bench } from './both-sdks'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
beforeEach(() => bench.cloud.reset())
afterAll(() => bench.cloud.stop())

/** Short names for shapes in the code of a case. */
const SHAPES = `
  const P = (x, y) => new Geo.Point(x, y)
  const L = (...points) => new Geo.LineString(points.map(([x, y]) => P(x, y)))
  const ring = (r, x = 0, y = 0) => L([x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r], [x - r, y - r])
  const square = (r, x, y) => new Geo.Polygon([ring(r, x, y)])
`
const fill = `
  await add({ _id: 'centre', at: P(0, 0) })
  await add({ _id: 'near', at: P(0.01, 0) })
  await add({ _id: 'edge', at: P(1.5, 0) })
  await add({ _id: 'far', at: P(20, 40) })
  await add({ _id: 'line', at: L([-5, 1], [5, 1]) })
  await add({ _id: 'ring', at: new Geo.Polygon([ring(2), ring(1)]) })
  await add({ _id: 'points', at: new Geo.MultiPoint([P(30, 30), P(0, 1.5)]) })
  await add({ _id: 'lines', at: new Geo.MultiLineString([L([50, 50], [51, 51]), L([3, 0], [4, 0])]) })
  await add({ _id: 'areas', at: new Geo.MultiPolygon([square(0.5, 10, 0), square(0.5, 12, 0)]) })
  await add({ _id: 'none', at: 'nowhere' })
`

type Case = [label: string, condition: string, ids: string[]]

const CONDITIONS: Case[] = [
  ['within a square', '_.geoWithin({ geometry: square(1.8) })', ['centre', 'near', 'edge']],
  [
    'within a ring: the hole does not count',
    '_.geoWithin({ geometry: new Geo.Polygon([ring(2), ring(1)]) })',
    ['edge', 'ring'],
  ],
  [
    'within several areas',
    '_.geoWithin({ geometry: new Geo.MultiPolygon([square(0.1), square(1, 20, 40)]) })',
    ['centre', 'near', 'far'],
  ],
  ['within a circle', '_.geoWithin({ centerSphere: [[0, 0], 10 / 6378.1] })', ['centre', 'near']],
  [
    'within a circle round a point',
    '_.geoWithin({ centerSphere: [P(0, 0), 200 / 6378.1] })',
    ['centre', 'near', 'edge'],
  ],
  [
    'a line within an area',
    '_.geoWithin({ geometry: square(6) })',
    ['centre', 'near', 'edge', 'line', 'ring'],
  ],
  [
    'meets a point on a line',
    '_.geoIntersects({ geometry: L([0, -1], [0, 3]) })',
    ['centre', 'line', 'ring', 'points'],
  ],
  ['meets a point', '_.geoIntersects({ geometry: P(0, 0) })', ['centre']],
  ['meets a point in a ring', '_.geoIntersects({ geometry: P(1.5, 0) })', ['edge', 'ring']],
  ['meets an area', '_.geoIntersects({ geometry: square(0.5) })', ['centre', 'near']],
  [
    'meets an area by an edge',
    '_.geoIntersects({ geometry: square(1.2) })',
    ['centre', 'near', 'line', 'ring'],
  ],
  [
    'meets areas',
    '_.geoIntersects({ geometry: new Geo.MultiPolygon([square(0.2, 12, 0), square(1, 3.5, 0)]) })',
    ['lines', 'areas'],
  ],
  [
    'meets points',
    '_.geoIntersects({ geometry: new Geo.MultiPoint([P(30, 30), P(10, 0)]) })',
    ['points', 'areas'],
  ],
  [
    'meets lines',
    '_.geoIntersects({ geometry: new Geo.MultiLineString([L([9, 0], [13, 0])]) })',
    ['areas'],
  ],
]

describe.each(SDKS)('geo with %s', (sdk) => {
  test.each(CONDITIONS)('%s: %s', async (_label, condition, expected) => {
    const code = `${SHAPES} ${fill} return ids(items.where({ at: ${condition} }))`
    expect((await bench.evaluate<string[]>(sdk, code)).sort()).toEqual([...expected].sort())
  })

  test('near: nearest first, within limits in metres; shapes by their nearest point', async () => {
    const code = `${SHAPES} ${fill}
      const near = (more) => _.geoNear({ geometry: P(0, 0), ...more })
      return [
        await ids(items.where({ at: near({}) })),
        await ids(items.where({ at: near({ maxDistance: 1200 }) })),
        await ids(items.where({ at: near({ minDistance: 1000, maxDistance: 120000 }) })),
        await ids(items.where({ at: near({}) }).limit(2)),
        await ids(items.where({ at: near({}) }).skip(1).limit(2)),
        await ids(items.where({ at: near({ maxDistance: 1200 }), _id: 'near' })),
        await ids(items.where({ at: near({ maxDistance: 1200 }) }).orderBy('_id', 'desc')),
      ]`
    const [all, ...rest] = await bench.evaluate<string[][]>(sdk, code)
    expect(all).toEqual([
      'centre',
      'near',
      'ring',
      'line',
      'edge',
      'points',
      'lines',
      'areas',
      'far',
    ])
    expect(rest).toEqual([
      ['centre', 'near'],
      ['near', 'ring', 'line'],
      ['centre', 'near'],
      ['near', 'ring'],
      ['near'],
      ['near', 'centre'],
    ])
  })

  test('edges are great circles, not straight on the map', async () => {
    const code = `${SHAPES}
      await add({ _id: 'north', at: P(0, 50.5) })
      await add({ _id: 'south', at: P(0, 49.5) })
      const band = new Geo.Polygon([L([-40, 40], [40, 40], [40, 50], [-40, 50], [-40, 40])])
      return ids(items.where({ at: _.geoWithin({ geometry: band }) }))`
    // The edge from 40° west to 40° east on the 50th parallel bends north, above both.
    expect(await bench.evaluate(sdk, code)).toEqual(['north', 'south'])
  })

  test('across the date line, and at the pole', async () => {
    const code = `${SHAPES}
      await add({ _id: 'west', at: P(-179.9, 0) })
      await add({ _id: 'east', at: P(179.9, 0) })
      await add({ _id: 'pole', at: P(120, 89.9) })
      const near = (x, y) => _.geoNear({ geometry: P(x, y), maxDistance: 30000 })
      const box = new Geo.Polygon([L([179, -1], [-179, -1], [-179, 1], [179, 1], [179, -1])])
      return [
        (await ids(items.where({ at: near(180, 0) }))).sort(),
        await ids(items.where({ at: near(-60, 89.95) })),
        (await ids(items.where({ at: _.geoWithin({ geometry: box }) }))).sort(),
      ]`
    expect(await bench.evaluate(sdk, code)).toEqual([['east', 'west'], ['pole'], ['east', 'west']])
  })

  test('remove and count take geo conditions', async () => {
    const code = `${SHAPES} ${fill}
      const inside = { at: _.geoWithin({ geometry: square(0.5) }) }
      const counted = (await items.where(inside).count()).total
      return [counted, await remove(items.where(inside)), (await items.count()).total]`
    expect(await bench.evaluate(sdk, code)).toEqual([2, 2, 8])
  })

  test('a condition that is none is refused', async () => {
    const code = `${SHAPES} return [
      await refusal(find({ at: { $nearSphere: { $geometry: { type: 'Line' } } } })),
      await refusal(find(_.or([{ at: _.geoNear({ geometry: P(0, 0) }) }, { n: 1 }]))),
      await refusal(find({ at: { $geoWithin: { $geometry: { type: 'Point', coordinates: [0, 0] } } } })),
    ]`
    expect(await bench.evaluate(sdk, code)).toEqual([
      expect.stringContaining('invalid point'),
      expect.stringContaining('must be top-level'),
      expect.stringContaining('$geoWithin not supported with provided geometry'),
    ])
  })

  const SIGHTS = `
    const day = (n) => new Date(1700000000000 + n)
    const point = (...coordinates) => ({ type: 'Point', coordinates })
    await add({ _id: 'tower', city: 'Guangzhou', at: day(0), location: point(113.30593, 23.1361155) })
    await add({ _id: 'hill', city: 'Hangzhou', at: day(-1), location: point(113.306789, 23.1564721) })
    await add({ _id: 'palace', city: 'Beijing', at: day(1), location: point(116.3949659, 39.9163447) })
    await add({ _id: 'void', city: 'Hangzhou', at: day(-1) })
    const near = new Geo.Point(113.3089506, 23.0968251)
  `
  test('geoNear: distance, query, key, place', async () => {
    const code = `${SIGHTS}
      return aggregate((a) => a.geoNear({
        near, distanceField: 'distance', spherical: true, key: 'location', includeLocs: 'place',
        query: { city: /zhou/, at: _.lt(day(0)) },
      }).project({ distance: 1, place: 1 }))`
    expect(await bench.evaluate(sdk, code)).toEqual([
      {
        _id: 'hill',
        distance: 6643.521654040738,
        place: { type: 'Point', coordinates: [113.306789, 23.1564721] },
      },
    ])
  })

  test('geoNear: order, limits, multiplier, a nested distance, further stages', async () => {
    const code = `${SIGHTS}
      const common = { near, spherical: true }
      return [
        (await aggregate((a) => a.geoNear({ ...common, distanceField: 'd' }))).map((one) => one._id),
        (await aggregate((a) => a.geoNear({ ...common, distanceField: 'd', limit: 1 }))).map((one) => one._id),
        (await aggregate((a) => a.geoNear({ ...common, distanceField: 'd', maxDistance: 6000 }))).map((one) => one._id),
        (await aggregate((a) => a.geoNear({ ...common, distanceField: 'd', minDistance: 6000 }))).map((one) => one._id),
        (await aggregate((a) => a
          .geoNear({ ...common, distanceField: 'far.km', distanceMultiplier: 0.001, uniqueDocs: true })
          .match({ 'far.km': _.gt(1000) })))[0].far.km > 1000,
        await refusal(aggregate((a) => a.geoNear(common))),
      ]`
    expect(await bench.evaluate(sdk, code)).toEqual([
      ['tower', 'hill', 'palace'],
      ['tower'],
      ['tower'],
      ['hill', 'palace'],
      true,
      expect.stringContaining("'distanceField'"),
    ])
  })
})
