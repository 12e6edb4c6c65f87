// A bug in a minified bundle is found in its source: the log names the .ts file and the line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type TestWorld } from '../support/world'

let world: TestWorld
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.stop())

test('a product without its parts fails where it is read, and the log says where', async () => {
  const { database } = world.cloud
  database.put('settings', [{ _id: 'shop' }])
  database.put('products', [{ _id: 'prd_spoilt', status: 'on-sale' }])
  const input = { productId: 'prd_spoilt' }
  expect(await world.as('mei').refusal('mall.getProduct', input)).toBe('INTERNAL')
  const printed = world.cloud.logs({ function: 'mall' }).flatMap(({ lines }) => lines)
  const failed = printed.find(({ text }) => text.includes('TypeError'))?.text ?? ''
  const [, file = '', line] = /getProduct \((cloudfunctions\S+\.ts):(\d+):\d+\)/.exec(failed) ?? []
  expect(file).toBe('cloudfunctions/workflows/catalogue/get-product.ts')
  const source = readFileSync(join(__dirname, '..', '..', file), 'utf8').split('\n')
  expect(source[Number(line) - 1]).toMatch(/product\./)
  expect(failed).not.toMatch(/index\.js:/)
})
