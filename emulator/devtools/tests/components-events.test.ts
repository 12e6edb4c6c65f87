// Fingers and events as WeChat hands them to an app, and custom components, on the fixture app in the real host.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FixturePhone } from './fixture-phone'

let phone: FixturePhone
beforeAll(async () => {
  phone = await FixturePhone.start()
})
afterAll(() => phone?.close())

const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 5000 })
const order = async () => (await phone.log()).map(({ id, type }) => `${type} ${id}`)

async function press(selector: string, ms: number): Promise<void> {
  const { x, y } = await phone.middle(selector)
  await phone.ask('Element.touchstart', selector, { touches: [] })
  await phone.host.page.waitForTimeout(ms)
  await phone.host.send('Host.swipe', { from: { x, y }, to: { x, y } }).catch(() => undefined)
}

describe('fingers', () => {
  beforeEach(() => phone.open('fingers'))

  it('a tap bubbles from the inside out, with data and marks of the way', async () => {
    await phone.tap('#inner')
    await poll(order).toEqual(['tap inner', 'tap middle', 'tap outer'])
    const [inner, , outer] = await phone.log()
    expect(inner).toMatchObject({
      target: 'inner',
      dataset: { itemId: 7, object: { a: [1] } },
      mark: { place: 'outer', depth: '2' },
      touches: 0,
      changed: 1,
    })
    expect(outer).toMatchObject({ target: 'inner', dataset: { where: 'outer' } })
  })

  it('tells where it was tapped', async () => {
    await phone.tap('#inner')
    await poll(order).toHaveLength(3)
    const { left, top, width, height } = await phone.box('#inner')
    expect((await phone.log())[0]?.detail).toEqual({ x: left + width / 2, y: top + height / 2 })
  })

  it('catch keeps it from those around, capture comes first, capture-catch keeps it from those inside', async () => {
    await phone.tap('#caught')
    await poll(order).toEqual(['tap caught'])
    await phone.open('fingers')
    await phone.tap('#capture-inner')
    await poll(order).toEqual(['tap capture-outer', 'tap capture-inner', 'tap capture-outer'])
    await phone.open('fingers')
    await phone.tap('#never')
    await poll(order).toEqual(['tap capture-catch'])
  })

  it('of mut-bind listeners only one hears', async () => {
    await phone.tap('#mut-inner')
    await poll(order).toEqual(['tap mut-inner'])
  })

  it('touches come as start, moves, end, and a tap only when the finger stayed', async () => {
    await phone.tap('#touch')
    await poll(order).toEqual(['touchstart touch', 'touchend touch', 'tap touch'])
    await phone.open('fingers')
    await phone.drag('#touch', 60, 0)
    await poll(() => phone.types('touch')).toContain('touchend')
    const types = await phone.types('touch')
    expect(types).not.toContain('tap')
    expect(types.filter((type) => type === 'touchmove').length).toBeGreaterThan(3)
    expect((await phone.log())[0]).toMatchObject({ touches: 1, changed: 1 })
  })

  it('a finger that strays ten pixels still taps, one that strays more does not', async () => {
    await phone.drag('#brief', 9, 0)
    await poll(order).toEqual(['tap brief'])
    await phone.drag('#brief', 14, 0)
    expect(await order()).toEqual(['tap brief'])
  })

  it('a long press takes the tap’s place where it is listened to', async () => {
    await press('#press', 420)
    await poll(order).toEqual(['longpress press'])
    await press('#brief', 420)
    await poll(order).toEqual(['longpress press', 'tap brief'])
  })

  it('scrolling taps nothing, and a caught touchmove keeps the page where it is', async () => {
    await phone.drag('#tall', 0, -200)
    const scrolled = () => phone.inFrame(() => window.scrollY, 'tall')
    await poll(scrolled).toBeGreaterThan(100)
    expect(await order()).toEqual([])
    await phone.open('fingers')
    await phone.drag('#held', 0, -200)
    expect(await scrolled()).toBe(0)
  })

  it('a disabled button swallows taps, also those on what is in it', async () => {
    await phone.tap('#dead-inside')
    await phone.tap('#dead')
    expect(await order()).toEqual([])
  })
})

describe('custom components', () => {
  beforeEach(() => phone.open('custom'))

  it('take properties, slots and external classes, and keep styles to themselves', async () => {
    expect(await phone.text('#card')).toBe('头\n标题\n里')
    expect(await phone.style('#card >>> .title', 'color')).toBe('rgb(200, 0, 0)')
    expect(await phone.style('#card >>> .inside', 'borderTopColor')).toBe('rgb(0, 0, 200)')
    expect(await phone.style('#card >>> .inside', 'backgroundColor')).not.toBe('rgb(1, 2, 3)')
  })

  it('are closed to the page’s selectors, unless >>> enters them', async () => {
    expect(await phone.count('.inside')).toBe(0)
    expect(await phone.count('#card >>> .inside')).toBe(1)
    expect(await phone.count('#slotted')).toBe(1)
    await phone.tap('#measure')
    await poll(() => phone.data('pierced')).toBe(true)
    expect(await phone.data('own')).toBe(true)
  })

  it('observe their properties and trigger events', async () => {
    await phone.tap('#more')
    await poll(async () => (await phone.last('totalled'))?.detail).toEqual({ total: 300 })
    await phone.tap('#tally >>> #total')
    await poll(async () => (await phone.last('totalled'))?.detail).toEqual({
      total: 301,
      type: 'tap',
    })
    expect(await phone.text('#tally')).toBe('301')
  })

  it('are found by selectComponent, with their methods and data', async () => {
    await phone.tap('#select')
    await poll(() => phone.data('selected')).toBe(205)
    expect(await phone.data('rows')).toBe(2)
  })

  it('answer to a form under their name, and to model:', async () => {
    await phone.tap('#stepper >>> #step')
    await poll(() => phone.text('#amount')).toBe('4')
    expect(await phone.data('amount')).toBe(4)
    await phone.tap('#submit')
    await poll(() => phone.data('submitted')).toEqual({ amount: 4 })
  })

  it('know their relations, their own elements and the page’s comings', async () => {
    expect(await phone.text('#rows >>> .linked')).toBe('2 行')
    await poll(() => phone.ask('Element.getData', '#card')).toMatchObject({
      data: { attached: true, shows: 1, measured: 375 },
    })
  })
})
