// What moves under a finger: the page, scroll-view, swiper, movable-view, on the fixture app in the real host.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FixturePhone } from './fixture-phone'

let phone: FixturePhone
beforeAll(async () => {
  phone = await FixturePhone.start()
})
afterAll(() => phone?.close())

const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 5000 })
const changes = async (id: string) =>
  (await phone.log()).filter((one) => one.id === id && one.type === 'change')

describe('the page', () => {
  beforeEach(() => phone.open('page'))

  it('tells where it has been scrolled to, and its end once each time it comes', async () => {
    await phone.host.send('Host.scrollTo', { scrollTop: 300 })
    await poll(() => phone.data('top')).toBe(300)
    expect(await phone.data('reached')).toBe(0)
    await phone.host.send('Host.scrollTo', { scrollTop: 100_000 })
    await poll(() => phone.data('reached')).toBe(1)
    await poll(() => phone.data('rows')).toBe(40)
    await phone.host.send('Host.scrollTo', { scrollTop: 100_000 })
    await poll(() => phone.data('reached')).toBe(2)
  })

  it('refreshes when it is pulled down at the top, and goes back when told', async () => {
    await phone.drag('#row-2', 0, 160)
    await poll(() => phone.data('pulled')).toBe(1)
    await poll(() => phone.box('#head').then(({ top }) => top)).toBe(0)
  })

  it('does not refresh when it is pulled a little', async () => {
    await phone.drag('#row-2', 0, 40)
    expect(await phone.data('pulled')).toBe(0)
  })

  it('keeps a sticky head at the top', async () => {
    await phone.host.send('Host.scrollTo', { scrollTop: 500 })
    await poll(() => phone.box('#head').then(({ top }) => top)).toBe(500)
  })

  it('a swipe scrolls and taps nothing', async () => {
    await phone.drag('#row-5', 0, -250)
    await poll(() => phone.data<number>('top')).toBeGreaterThan(150)
  })
})

describe('scroll-view', () => {
  beforeEach(() => phone.open('scrolling'))

  it('tells each end once while a finger brings it there', async () => {
    await phone.call('#down', 'scroll-view.scrollTo', 0, 400)
    await poll(() => phone.data<{ scrollTop: number }>('scrolled')).toMatchObject({
      scrollTop: 400,
      scrollHeight: 800,
      deltaY: -400,
    })
    await phone.call('#down', 'scroll-view.scrollTo', 0, 580)
    await poll(() => phone.types('down')).toEqual(['scrolltolower'])
    await phone.call('#down', 'scroll-view.scrollTo', 0, 590)
    await phone.call('#down', 'scroll-view.scrollTo', 0, 10)
    await poll(() => phone.types('down')).toEqual(['scrolltolower', 'scrolltoupper'])
    expect((await phone.last('scrolltoupper'))?.detail).toEqual({ direction: 'top' })
  })

  it('shows the row it is told to', async () => {
    await phone.tap('#jump')
    await poll(() => phone.call('#down', 'scroll-view.scrollTop')).toBe(600)
    await phone.tap('#to-top')
    await poll(() => phone.call('#down', 'scroll-view.scrollTop')).toBe(1)
  })

  it('scrolls under the finger, with drag events where enhanced', async () => {
    await phone.drag('#row-2', 0, -90)
    await poll(
      () => phone.call('#down', 'scroll-view.scrollTop') as Promise<number>,
    ).toBeGreaterThan(40)
    expect(await phone.types('down')).toEqual(['dragstart', 'dragend'])
  })

  it('lays its children out by flex only with enable-flex', async () => {
    expect((await phone.box('#across')).height).toBe(60)
    expect((await phone.box('#unflexed')).height).toBe(180)
    expect(await phone.call('#across', 'scroll-view.scrollWidth')).toBe(960)
  })

  it('keeps to a max-height and scrolls within', async () => {
    expect((await phone.box('#limited')).height).toBe(120)
    expect(await phone.call('#limited', 'scroll-view.scrollHeight')).toBe(360)
  })

  it('refreshes when pulled past the threshold, until the page says it is done', async () => {
    await phone.drag('#fresh', 0, 130)
    await poll(() => phone.types('fresh')).toEqual(['refresherrefresh', 'refresherrestore'])
    await phone.drag('#fresh', 0, 40)
    await poll(() => phone.types('fresh')).toContain('refresherabort')
  })
})

describe('swiper', () => {
  beforeEach(() => phone.open('slides'))

  it('turns by a finger, and says so', async () => {
    await phone.drag('#plain', -200, 0)
    await poll(() => phone.types('plain')).toEqual(['change', 'animationfinish'])
    expect((await changes('plain'))[0]?.detail).toEqual({
      current: 1,
      currentItemId: 'slide-1',
      source: 'touch',
    })
    await poll(() => phone.box('#plain-1').then(({ left }) => left)).toBe(0)
  })

  it('comes back when the finger went only a little, slowly', async () => {
    const from = await phone.middle('#plain')
    await phone.host.send('Host.swipe', { from, to: { x: from.x - 40, y: from.y } })
    await poll(() => phone.box('#plain-0').then(({ left }) => left)).toBe(0)
  })

  it('follows current without naming a source', async () => {
    await phone.tap('#third')
    await poll(async () => (await changes('plain'))[0]?.detail).toMatchObject({
      current: 2,
      source: '',
    })
  })

  it('goes round where circular, and stops at its ends where not', async () => {
    await phone.drag('#round', 200, 0)
    await poll(async () => (await changes('round'))[0]?.detail).toMatchObject({ current: 3 })
    await phone.drag('#plain', 200, 0)
    expect(await changes('plain')).toEqual([])
  })

  it('turns upright ones by a finger going up', async () => {
    await phone.drag('#upright', 0, -80)
    await poll(async () => (await changes('upright'))[0]?.detail).toMatchObject({ current: 1 })
  })

  it('lays out margins and several slides at once', async () => {
    expect(await phone.box('#margin-0')).toMatchObject({ left: 40, width: 305 })
    expect((await phone.box('#margin-1')).left).toBe(345)
    expect((await phone.box('#several-1')).width).toBe(188)
  })

  it('plays by itself, round and round', async () => {
    await phone.tap('#play')
    await poll(async () =>
      (await changes('auto')).map(({ detail }) => detail['current']).slice(0, 5),
    ).toEqual([1, 2, 3, 0, 1])
    expect((await changes('auto'))[0]?.detail['source']).toBe('autoplay')
  })

  it('goes where the automator says', async () => {
    await phone.call('#plain', 'swiper.swipeTo', 3)
    await poll(async () => (await changes('plain'))[0]?.detail).toMatchObject({ current: 3 })
  })
})

describe('movable-view', () => {
  beforeEach(() => phone.open('moving'))

  it('follows the finger within its area', async () => {
    await phone.drag('#free', 120, 30)
    await poll(() => phone.box('#free')).toMatchObject({ left: 136, width: 50 })
    const { detail } = (await changes('free')).at(-1)!
    expect(detail).toEqual({ x: 120, y: 30, source: 'touch' })
    await phone.drag('#free', -300, 200)
    await poll(async () => (await changes('free')).at(-1)?.detail).toMatchObject({ x: 0, y: 50 })
  })

  it('goes only its own way', async () => {
    await phone.drag('#level', 100, 30)
    await poll(async () => (await changes('level')).at(-1)?.detail).toMatchObject({ x: 100, y: 0 })
    await phone.drag('#still', 100, 0)
    expect(await changes('still')).toEqual([])
  })

  it('may leave its area while held, and comes back', async () => {
    await phone.drag('#loose', -60, 0)
    await poll(async () => (await changes('loose')).at(-1)?.detail).toEqual({
      ...{ x: 0, y: 0 },
      source: 'out-of-bounds',
    })
    expect((await changes('loose')).some(({ detail }) => Number(detail['x']) < 0)).toBe(true)
  })

  it('goes where the page or the automator says, no further than its area', async () => {
    await phone.tap('#to-right')
    await poll(async () => (await changes('free')).at(-1)?.detail).toEqual({
      x: 250,
      y: 0,
      source: '',
    })
    await phone.call('#free', 'movable-view.moveTo', 10, 20)
    await poll(async () => (await changes('free')).at(-1)?.detail).toMatchObject({ x: 10, y: 20 })
  })
})
