// How built-in components look and what they measure at 375 pixels, on the fixture app in the real host.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILTIN_TAGS } from '../shared/builtin-tags.data'
import { FixturePhone } from './fixture-phone'

let phone: FixturePhone
beforeAll(async () => {
  phone = await FixturePhone.start()
})
afterAll(() => phone?.close())

const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 5000 })
const size = async (selector: string) => {
  const { width, height } = await phone.box(selector)
  return [width, height]
}

describe('words and signs', () => {
  beforeAll(() => phone.open('looks'))

  it('text keeps lines, and decodes and widens only where asked', async () => {
    expect(await phone.text('#lines')).toBe('第一行\n第二行')
    expect(await phone.text('#decoded')).toBe('a\u00a0<b>')
    expect(await phone.text('#raw')).toBe('a&nbsp;&lt;b&gt;')
    expect(await phone.text('#spaced')).toBe('甲\u2003乙')
    expect(await phone.style('#selectable', 'userSelect')).toBe('text')
    expect(await phone.style('#lines', 'userSelect')).toBe('none')
  })

  it('an icon is 23 pixels unless told', async () => {
    expect(await size('#icon-success')).toEqual([23, 23])
    expect(await size('#icon-big')).toEqual([40, 40])
  })

  it('buttons have the sizes and colours of style v2', async () => {
    expect(await size('#primary')).toEqual([184, 40])
    expect(await phone.style('#primary', 'backgroundColor')).toBe('rgb(7, 193, 96)')
    expect(await phone.style('#plain-default', 'color')).toBe('rgb(6, 174, 86)')
    expect(await phone.style('#warn', 'color')).toBe('rgb(250, 81, 81)')
    expect(await phone.style('#outline', 'borderTopColor')).toBe('rgb(7, 193, 96)')
    expect(await phone.style('#mini', 'fontSize')).toBe('16px')
    const [mini, next] = [await phone.box('#mini'), await phone.box('#mini-2')]
    expect(next.top).toBe(mini.top)
  })

  it('progress goes to its per cent, and says when it has grown there', async () => {
    const inner = (id: string) =>
      phone.inFrame((one) => {
        const bar = document
          .getElementById(one)!
          .querySelector<HTMLElement>('.wx-progress-inner-bar')!
        return bar.style.width
      }, id)
    expect(await inner('still')).toBe('40%')
    expect(await phone.text('#still')).toBe('40%')
    await poll(() => inner('growing')).toBe('40%')
    await phone.tap('#primary')
    await poll(() => inner('growing')).toBe('80%')
    await poll(async () => (await phone.last('activeend'))?.detail).toEqual({ curPercent: 80 })
  })

  it('rich-text keeps what is trusted and drops the rest', async () => {
    expect(await phone.text('#html')).toContain('红粗')
    expect(await phone.text('#html')).not.toContain('bad')
    const html = await phone.inFrame((id) => document.getElementById(id)!.innerHTML, 'nodes')
    expect(html).toContain('节点 &amp; 文字<strong>粗</strong>')
    expect(html).not.toMatch(/iframe|onclick/)
    const first = await phone.inFrame(
      (id) => getComputedStyle(document.getElementById(id)!.querySelector('div > div')!).fontSize,
      'html',
    )
    expect(first).toBe('20px')
  })

  it('hover-class comes with the finger and goes a while after it', async () => {
    const background = () => phone.style('#hover', 'backgroundColor')
    await phone.ask('Element.touchstart', '#hover', { touches: [] })
    await poll(background).toBe('rgb(255, 232, 176)')
    await phone.ask('Element.touchend', '#hover')
    await poll(background).toBe('rgb(255, 255, 255)')
  })
})

describe('pictures', () => {
  beforeAll(() => phone.open('pictures'))

  it('are 320 × 240 until told otherwise', async () => {
    expect(await size('#unsized')).toEqual([320, 240])
  })

  it('take their own proportions with widthFix and heightFix', async () => {
    await poll(() => size('#width-fix')).toEqual([200, 100])
    await poll(() => size('#height-fix')).toEqual([60, 30])
  })

  it('tell their size once loaded, and a missing one an error', async () => {
    await poll(async () => (await phone.last('load'))?.detail).toEqual({ width: 80, height: 40 })
    await poll(async () => (await phone.last('error'))?.detail['errMsg']).toContain('missing.png')
  })

  it('a lazy one waits until it is near', async () => {
    expect(await phone.types('lazy')).toEqual([])
    await phone.host.send('Host.scrollTo', { scrollTop: 3000 })
    await poll(() => phone.types('lazy')).toEqual(['load'])
  })
})

describe('canvas', () => {
  beforeAll(() => phone.open('canvas'))

  it('is drawn on by the node the selector query hands out, pictures included', async () => {
    await poll(() => phone.data('pixel')).toEqual([7, 193, 96])
    expect(await phone.data('size')).toEqual([400, 200])
    await poll(() => phone.data('picture')).toEqual([220, 40, 40])
  })

  it('of the old kind is a problem', () => {
    expect(phone.host.problems().map(({ message }) => message)).toContainEqual(
      expect.stringContaining('canvas-id="old"'),
    )
  })
})

describe('places', () => {
  beforeAll(() => phone.open('places'))

  it('rpx are rounded down to pixels, and never to nothing', async () => {
    expect(await size('#screen')).toEqual([375, 5])
    const rect = (id: string) =>
      phone.inFrame((one) => {
        const { width, height, left } = document.getElementById(one)!.getBoundingClientRect()
        return [width, height, left]
      }, id)
    expect(await rect('thin')).toEqual([50, 0.5, 0])
    expect(await rect('odd')).toEqual([50, 5, -7])
  })

  it('rpx follow the screen’s width', async () => {
    await phone.host.send('Host.resize', { width: 414, height: 812 })
    await poll(() => size('#screen')).toEqual([414, 5])
    await phone.host.send('Host.resize', { width: 375, height: 812 })
    await poll(() => size('#screen')).toEqual([375, 5])
  })

  it('page-meta sets the root’s font size, navigation-bar the title', async () => {
    expect(await size('#rem')).toEqual([40, 40])
    await poll(async () => (await phone.host.page.innerText('body')).includes('换了标题')).toBe(
      true,
    )
  })

  it('the safe area below counts', async () => {
    expect((await phone.box('#safe')).height).toBe(44)
  })

  it('match-media shows what fits the window', async () => {
    expect((await phone.box('#narrow')).height).toBeGreaterThan(0)
    expect((await phone.box('#wide')).height).toBe(0)
  })

  it('a root-portal is drawn over the page, and is tapped there', async () => {
    await phone.tap('#portal')
    await poll(() => phone.types('portal')).toEqual(['tap'])
  })

  it('a page-container comes and goes with its events', async () => {
    await phone.tap('#open')
    await poll(async () => (await phone.log()).map(({ type }) => type)).toContain('afterenter')
    expect((await phone.box('#contained')).height).toBe(200)
    await phone.host.page.touchscreen.tap(100, 200)
    await poll(async () => (await phone.log()).map(({ type }) => type).slice(-3)).toEqual([
      ...['clickoverlay', 'beforeleave', 'afterleave'],
    ])
  })

  it('an unknown tag is a problem', () => {
    expect(phone.host.problems().map(({ message }) => message)).toContainEqual(
      expect.stringContaining('<nonsense>'),
    )
  })
})

describe('media', () => {
  it('stand-ins say what would be there, and send the events apps wait for', async () => {
    await phone.open('parcel/media/media')
    await poll(() => phone.types('map')).toEqual(['updated'])
    await poll(() => phone.types('camera')).toEqual(['initdone'])
    await phone.tap('#video')
    await poll(() => phone.types('video')).toEqual(['play'])
    await phone.tap('#video')
    await poll(() => phone.types('video')).toEqual(['play', 'pause'])
    expect(await phone.text('#map')).toContain('30.25, 120.16')
  })
})

describe('tags', () => {
  it('every tag WXML has is defined in the frame', async () => {
    await phone.open('looks')
    const structural = ['page', 'block', 'slot']
    const tags = BUILTIN_TAGS.filter((tag) => !structural.includes(tag))
    const frame = await phone.frameOf('primary')
    const missing = await frame.evaluate(
      (asked) => asked.filter((tag) => !customElements.get(`wx-${tag}`)),
      tags,
    )
    expect(missing).toEqual([])
  })
})
