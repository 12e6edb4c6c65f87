import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Cloud } from '../index'
import { run, startProbe } from './probe'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startProbe()
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.stop())

describe('documents through the real SDK', () => {
  test('add makes an id, get gives the same values back', async () => {
    const seen = await run(cloud, async ({ db }) => {
      const given = {
        n: 1,
        f: 1.5,
        big: 2 ** 40,
        s: '茶',
        b: true,
        z: null,
        at: new Date(5),
        list: [1, { a: 2 }],
        o: {},
      }
      const { _id } = await db.collection('items').add({ data: given })
      const { data } = await db.collection('items').doc(_id).get()
      return { _id, data, isDate: data.at instanceof Date, ms: +data.at }
    })
    expect(seen._id).toMatch(/^[0-9a-f]{32}$/)
    expect(seen).toMatchObject({ isDate: true, ms: 5 })
    expect(seen.data).toMatchObject({ n: 1, f: 1.5, big: 2 ** 40, s: '茶', b: true, z: null, o: {} })
  })
})
