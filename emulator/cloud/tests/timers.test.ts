import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { BadFunctionSettings, startCloud, type Cloud, type FunctionSettings } from '../index'
import { nextDue, parseCron } from '../runtime/cron'
import { makeFunctions } from './probe'

let cloud: Cloud | null = null
afterEach(async () => {
  await cloud?.stop()
  cloud = null
})

const SEEN = `const seen = []
exports.main = async (event) => {
  if (event.Type !== 'Timer') return seen
  seen.push({ ...event, now: Date.now() })
  if (event.TriggerName.startsWith('failing')) throw new Error('not now')
}`

async function start(
  functions: FunctionSettings[],
  sources: Record<string, string> = { tick: SEEN },
  options: object = {},
): Promise<Cloud> {
  return (cloud = await startCloud({
    functionsDir: makeFunctions(sources),
    collections: {},
    quiet: true,
    functions,
    ...options,
  }))
}

const timer = (config: string, name = 'every'): FunctionSettings => ({
  name: 'tick',
  triggers: [{ name, type: 'timer', config }],
})

describe('cron has seven fields, in the time of Shanghai', () => {
  // Moments are written with their offset: +08:00 is Shanghai.
  test.each([
    // The examples of the documents.
    ['*/5 * * * * * *', '2026-01-01T00:00:01+08:00', '2026-01-01T00:00:05+08:00'],
    ['0 0 2 1 * * *', '2026-01-01T02:00:00+08:00', '2026-02-01T02:00:00+08:00'],
    ['0 15 10 * * MON-FRI *', '2026-01-02T10:15:00+08:00', '2026-01-05T10:15:00+08:00'],
    ['0 0 10,14,16 * * * *', '2026-01-01T10:00:00+08:00', '2026-01-01T14:00:00+08:00'],
    ['0 */30 9-17 * * * *', '2026-01-01T17:30:00+08:00', '2026-01-02T09:00:00+08:00'],
    ['0 0 12 * * WED *', '2026-01-01T00:00:00+08:00', '2026-01-07T12:00:00+08:00'],
    ['0 1/10 * * * * *', '2026-01-01T00:01:00+08:00', '2026-01-01T00:11:00+08:00'],
    ['0 1/10 * * * * *', '2026-01-01T00:51:00+08:00', '2026-01-01T01:01:00+08:00'],
    // Midnight in Shanghai is four in the afternoon in UTC.
    ['0 0 0 1 * * *', '2026-01-15T00:00:00Z', '2026-01-31T16:00:00Z'],
    ['0 0 2 * * * *', '2026-01-01T00:00:00Z', '2026-01-01T18:00:00Z'],
    // Every field, list and range.
    ['0 * * * * * *', '2026-01-01T00:00:00+08:00', '2026-01-01T00:01:00+08:00'],
    ['15,45 * * * * * *', '2026-01-01T00:00:15+08:00', '2026-01-01T00:00:45+08:00'],
    ['0 10-20/5 * * * * *', '2026-01-01T00:15:00+08:00', '2026-01-01T00:20:00+08:00'],
    ['0 10-20/5 * * * * *', '2026-01-01T00:20:00+08:00', '2026-01-01T01:10:00+08:00'],
    ['0 0 0 * FEB,jul * *', '2026-03-01T00:00:00+08:00', '2026-07-01T00:00:00+08:00'],
    ['0 0 0 1 2-4 * *', '2026-04-01T00:00:00+08:00', '2027-02-01T00:00:00+08:00'],
    ['0 0 0 * * 0 *', '2026-01-01T00:00:00+08:00', '2026-01-04T00:00:00+08:00'],
    ['0 0 0 * * SUN,2-3 *', '2026-01-04T00:00:00+08:00', '2026-01-06T00:00:00+08:00'],
    ['0 0 0 1 1 * 2028', '2026-06-01T00:00:00+08:00', '2028-01-01T00:00:00+08:00'],
    ['0 0 0 1 1 * 2026-2099/2', '2026-06-01T00:00:00+08:00', '2028-01-01T00:00:00+08:00'],
    // Days that not every month or year has.
    ['0 0 0 31 * * *', '2026-03-31T00:00:00+08:00', '2026-05-31T00:00:00+08:00'],
    ['0 0 0 29 2 * *', '2026-03-01T00:00:00+08:00', '2028-02-29T00:00:00+08:00'],
    // Day and weekday both given: either will do.
    ['0 0 0 15 * MON *', '2026-01-12T00:00:00+08:00', '2026-01-15T00:00:00+08:00'],
    ['0 0 0 15 * MON *', '2026-01-15T00:00:00+08:00', '2026-01-19T00:00:00+08:00'],
    ['59 59 23 31 12 * *', '2026-01-01T00:00:00+08:00', '2026-12-31T23:59:59+08:00'],
  ])('%s after %s is %s', (cron, after, due) => {
    expect(nextDue(parseCron(cron), Date.parse(after))).toBe(Date.parse(due))
  })

  test.each([
    ['0 0 0 30 2 * *', 'a day that never comes'],
    ['0 0 0 1 1 * 2020', 'a year that is over'],
  ])('%s is never due: %s', (cron) => {
    expect(nextDue(parseCron(cron), Date.parse('2026-01-01T00:00:00Z'))).toBeNull()
  })

  test.each([
    ['* * * * *', /needs seven fields \(second minute hour day month weekday year\) and has 5/],
    ['* * * * * * * *', /has 8/],
    ['', /has 1/],
    ['61 * * * * * *', /second "61" is not within 0-59/],
    ['0 60 * * * * *', /minute "60" is not within 0-59/],
    ['0 0 24 * * * *', /hour "24" is not within 0-23/],
    ['0 0 0 0 * * *', /day "0" is not within 1-31/],
    ['0 0 0 1 13 * *', /month "13" is not within 1-12/],
    ['0 0 0 * * 7 *', /weekday "7" is not within 0-6/],
    ['0 0 0 1 1 * 1969', /year "1969" is not within 1970-2099/],
    ['0 5-1 * * * * *', /minute "5-1" runs backwards/],
    ['0 0 0 * * FRI-MON *', /weekday "FRI-MON" runs backwards/],
    ['0 */0 * * * * *', /minute "\*\/0" has a step of 0/],
    ['0 */x * * * * *', /minute "\*\/x" can't be read/],
    ['0 1,,2 * * * * *', /minute "" can't be read/],
    ['0 1-2-3 * * * * *', /minute "1-2-3" can't be read/],
    ['0 1.5 * * * * *', /minute "1.5" can't be read/],
    ['0 0x10 * * * * *', /minute "0x10" can't be read/],
    ['0 MON * * * * *', /minute "MON" can't be read/],
    ['0 0 0 JAN * * *', /day "JAN" can't be read/],
    ['0 0 0 ? * MON *', /day "\?" can't be read/],
    ['0 0 0 L * * *', /day "L" can't be read/],
  ])('"%s" is refused', (cron, reason) => {
    expect(() => parseCron(cron)).toThrow(reason)
  })
})

describe('settings', () => {
  const refusal = (functions: FunctionSettings[]): Promise<unknown> =>
    startCloud({ functionsDir: makeFunctions({ tick: SEEN }), collections: {}, functions })

  test('that the service would refuse keep the cloud from starting, named', async () => {
    const bad = refusal([timer('0 0 25 * * * *')])
    await expect(bad).rejects.toThrow(BadFunctionSettings)
    await expect(bad).rejects.toThrow(
      'function tick, trigger every: cron "0 0 25 * * * *": hour "25" is not within 0-23',
    )
    await expect(refusal([timer('0 * * * * * *', '1st')])).rejects.toThrow(/a name is a letter/)
    await expect(refusal([timer('0 * * * * * *', 'a'.repeat(61))])).rejects.toThrow(/60|59/)
    const { triggers = [] } = timer('0 * * * * * *')
    const twice = [{ name: 'tick', triggers: [...triggers, ...triggers] }]
    await expect(refusal(twice)).rejects.toThrow(/the name is taken/)
  })

  test("the bundle's own config.json is read, as DevTools uploads it", async () => {
    const folder = makeFunctions({ tick: SEEN })
    const { triggers } = timer('0 0 2 * * * *', 'nightly')
    writeFileSync(join(folder, 'tick', 'config.json'), JSON.stringify({ triggers }))
    const startAt = Date.parse('2026-01-01T00:00:00Z')
    cloud = await startCloud({ functionsDir: folder, collections: {}, quiet: true, startAt })
    cloud.clock.freeze(startAt)
    const health: unknown = await (await fetch(`${cloud.base}/__emulator__/health`)).json()
    expect(health).toMatchObject({
      functions: [{ timers: [{ name: 'nightly', next: Date.parse('2026-01-01T18:00:00Z') }] }],
    })
  })

  test('that are spoilt while it runs are told once, and stop no other timer', async () => {
    const folder = makeFunctions({ tick: SEEN, other: SEEN })
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    cloud = await startCloud({
      functionsDir: folder,
      collections: {},
      functions: [{ ...timer('0 * * * * * *'), name: 'other' }],
    })
    const triggers = [{ name: 'bad', type: 'timer', config: '0 99 * * * * *' }]
    writeFileSync(join(folder, 'tick', 'config.json'), JSON.stringify({ triggers }))
    expect(await cloud.advance(60_000)).toEqual({ fired: ['other/every'] })
    expect(await cloud.advance(60_000)).toEqual({ fired: ['other/every'] })
    const told = printed.mock.calls.flat().filter((line) => String(line).includes('99'))
    printed.mockRestore()
    expect(told).toEqual(['tick/bad: cron "0 99 * * * * *": minute "99" is not within 0-59'])
  })
})

describe('a trigger', () => {
  test('fires once for a jump of the clock, with the moment it was first due', async () => {
    await start([timer('0 0 2 * * * *')])
    const from = Date.parse('2026-01-01T12:00:00+08:00')
    cloud?.clock.freeze(from)
    await cloud?.advance(0)
    expect(await cloud?.advance(86_400_000 * 3)).toEqual({ fired: ['tick/every'] })
    expect(await cloud?.call('tick', {})).toEqual([
      {
        Type: 'Timer',
        TriggerName: 'every',
        Time: '2026-01-01T18:00:00Z',
        Message: '',
        now: from + 86_400_000 * 3,
      },
    ])
  })

  test('does not fire before it is due, nor twice for one moment', async () => {
    await start([timer('0 0 2 * * * *')])
    cloud?.clock.freeze(Date.parse('2026-01-01T00:00:00+08:00'))
    await cloud?.advance(0)
    expect(await cloud?.advance(2 * 3_600_000 - 1)).toEqual({ fired: [] })
    expect(await cloud?.advance(1)).toEqual({ fired: ['tick/every'] })
    expect(await cloud?.advance(1000)).toEqual({ fired: [] })
  })

  test('several fire in the order of their moments; a failing one stops no other', async () => {
    const at = (name: string, hour: number): FunctionSettings => ({
      name,
      triggers: [
        { name: name === 'a' ? 'failing' : 'fine', type: 'timer', config: `0 0 ${hour} * * * *` },
      ],
    })
    await start([at('a', 3), at('b', 4), at('c', 2)], { a: SEEN, b: SEEN, c: SEEN })
    cloud?.clock.freeze(Date.parse('2026-01-01T00:00:00+08:00'))
    await cloud?.advance(0)
    expect(await cloud?.advance(86_400_000)).toEqual({ fired: ['c/fine', 'a/failing', 'b/fine'] })
    expect(cloud?.logs({ function: 'a' })[0]).toMatchObject({ outcome: 'failed' })
  })

  test('fires by itself while time passes', async () => {
    await start([timer('* * * * * * *')])
    const seen = async (): Promise<unknown[]> => (await cloud?.call('tick', {})) as unknown[]
    while ((await seen()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await seen())[0]).toMatchObject({ Type: 'Timer', TriggerName: 'every' })
  })

  test('fires only when told to with `timers: false`, and runs by name at any time', async () => {
    await start([timer('0 * * * * * *')], { tick: SEEN }, { timers: false })
    expect(await cloud?.advance(86_400_000)).toEqual({ fired: [] })
    await cloud?.runTimer('tick')
    await cloud?.runTimer('tick', 'every')
    expect(await cloud?.call('tick', {})).toMatchObject([
      { TriggerName: 'every' },
      { TriggerName: 'every' },
    ])
    await expect(cloud?.runTimer('tick', 'nightly')).rejects.toMatchObject({
      code: 'TRIGGER_NOT_FOUND',
    })
    await expect(cloud?.runTimer('nobody')).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' })
  })
})

describe('time', () => {
  test('functions live in the shifted, or frozen, time; real timers run as ever', async () => {
    const now = `exports.main = async () => {
      const before = Date.now()
      await new Promise((resolve) => setTimeout(resolve, 30))
      const made = new Date()
      return [before, Date.now(), made.getTime(), new Date(5).getTime(), made instanceof Date, typeof Date()]
    }`
    const running = await start([], { now })
    running.clock.freeze(1_000_000_000_000)
    expect(await running.call('now', {})).toEqual([1e12, 1e12, 1e12, 5, true, 'string'])
    running.clock.advance(1000)
    expect(((await running.call('now', {})) as number[])[0]).toBe(1e12 + 1000)
    running.clock.resume()
    const [a, b] = (await running.call('now', {})) as [number, number]
    expect(b - a).toBeGreaterThanOrEqual(29)
    expect(a).toBeGreaterThanOrEqual(1e12 + 1000)
  })
})
