// Forms as people fill them in: typing, choosing, picking, submitting, on the fixture app in the real host.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FixturePhone } from './fixture-phone'

let phone: FixturePhone
beforeAll(async () => {
  phone = await FixturePhone.start()
})
afterAll(() => phone?.close())

const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 5000 })

describe('typing', () => {
  beforeEach(() => phone.open('typing'))

  it('tells input with value and cursor, and the page may show it', async () => {
    await phone.type('#plain', '茶叶')
    await poll(() => phone.text('#echo')).toBe('茶叶')
    const { detail } = (await phone.last('input'))!
    expect(detail).toMatchObject({ value: '茶叶', cursor: 2 })
  })

  it('comes to the front and leaves in WeChat’s order', async () => {
    await phone.tap('#plain')
    await phone.host.send('Host.type', { text: 'a' })
    await phone.tap('#number')
    await poll(() => phone.types('plain')).toEqual([
      ...['focus', 'keyboardheightchange', 'input', 'blur', 'keyboardheightchange'],
    ])
  })

  it('confirms with the keyboard’s key and lets go', async () => {
    await phone.tap('#plain')
    await phone.host.send('Host.type', { text: 'ok\n' })
    await poll(() => phone.types('plain')).toContain('blur')
    expect((await phone.last('confirm'))?.detail).toEqual({ value: 'ok' })
  })

  it.each([
    ['number', '12a3.4-', '1234'],
    ['digit', '1a2.3.4', '12.34'],
    ['idcard', '12-3x', '123x'],
    ['short', 'abcdef', 'abcd'],
  ])('#%s takes of "%s" only "%s"', async (id, typed, kept) => {
    await phone.type(`#${id}`, typed)
    await poll(() => phone.property(`#${id}`, 'value')).toBe(kept)
  })

  it('cannot be typed into while disabled', async () => {
    await expect(phone.type('#disabled', 'x')).rejects.toThrow('disabled')
    expect(await phone.property('#disabled', 'value')).toBe('不可改')
  })

  it('shows what the handler returns instead of what was typed', async () => {
    await phone.type('#upper', 'tea')
    await poll(() => phone.property('#upper', 'value')).toBe('TEA')
    expect(await phone.text('#upper')).toBe('TEA')
  })

  it('shows a value set again by the page', async () => {
    await phone.type('#fixed', 'xyz')
    await poll(() => phone.text('#fixed')).toBe('x')
  })

  it('model:value follows both ways', async () => {
    await phone.type('#model', '新')
    await poll(() => phone.text('#model-echo')).toBe('新')
    expect(await phone.data('both')).toBe('新')
  })

  it('focuses when the page says so', async () => {
    await phone.tap('#focus')
    await poll(() => phone.types('plain')).toContain('focus')
  })

  it('looks as told: placeholder class and style, hidden when there is text', async () => {
    const hint = () =>
      phone.inFrame((id) => {
        const place = document.getElementById(id)!.querySelector('.wx-placeholder')!
        const { color, fontSize } = getComputedStyle(place)
        return { text: place.textContent, color, fontSize }
      }, 'plain')
    expect(await hint()).toEqual({ text: '请输入', color: 'rgb(255, 136, 0)', fontSize: '20px' })
    await phone.type('#plain', 'a')
    expect((await hint()).text).toBe('')
  })

  it('a textarea grows by its lines and tells how many there are', async () => {
    const before = await phone.box('#auto')
    expect(before.height).toBe(24)
    await phone.type('#auto', '一\n二\n三')
    await poll(() => phone.box('#auto').then(({ height }) => height)).toBe(72)
    expect((await phone.last('linechange'))?.detail).toMatchObject({ lineCount: 3, height: 72 })
  })
})

describe('choosing', () => {
  beforeEach(() => phone.open('choices'))

  it('checkboxes tell all that are checked, by a tap on them or their label', async () => {
    await phone.tap('#box-2')
    await poll(async () => (await phone.last('change'))?.detail).toEqual({ value: ['梨', '杏'] })
    await phone.tap('#box-0')
    await poll(async () => (await phone.last('change'))?.detail).toEqual({ value: ['杏'] })
    const before = (await phone.log()).length
    await phone.tap('#box-off')
    expect((await phone.log()).length).toBe(before)
  })

  it('one radio of a group at a time', async () => {
    await phone.tap('#radio-label-1')
    await poll(async () => (await phone.last('change'))?.detail).toEqual({ value: '桃' })
    await phone.tap('#radio-2')
    await poll(async () => (await phone.last('change'))?.detail).toEqual({ value: '杏' })
    expect(await phone.property('#radio-1', 'checked')).toBe(false)
    await phone.tap('#radio-2')
    expect(await phone.types('radios')).toEqual(['change', 'change'])
  })

  it('a switch turns, also by a label for it; a disabled one stays', async () => {
    await phone.tap('#switch')
    await poll(async () => (await phone.last('change'))?.detail).toEqual({ value: true })
    await phone.tap('#for-label')
    await poll(async () => (await phone.last('change'))?.detail).toEqual({ value: false })
    await phone.tap('#switch-off')
    expect(await phone.property('#switch-off', 'checked')).toBe(true)
    const { width, height } = await phone.box('#switch')
    expect([width, height]).toEqual([57, 32])
  })

  it('a slider goes by steps under the finger, and tells the end once', async () => {
    const track = await phone.box('#slider')
    await phone.drag('#slider', track.width, 0)
    await poll(() => phone.property('#slider', 'value')).toBe(60)
    const types = await phone.types('slider')
    expect(types.at(-1)).toBe('change')
    expect(types.filter((type) => type === 'change')).toHaveLength(1)
    const steps = (await phone.log()).filter(({ type }) => type === 'changing')
    expect(steps.every(({ detail }) => Number(detail['value']) % 5 === 0)).toBe(true)
    await phone.call('#slider', 'slider.slideTo', 33)
    expect(await phone.property('#slider', 'value')).toBe(35)
  })

  it('a form gathers every named field, and empties them', async () => {
    await phone.type('#name', '小叶')
    await phone.type('#words', '两斤')
    await phone.tap('#radio-0')
    await phone.tap('#switch')
    await phone.tap('#submit')
    await poll(() => phone.data<string>('submitted')).not.toBe('')
    expect(JSON.parse(await phone.data<string>('submitted'))).toEqual({
      name: '小叶',
      words: '两斤',
      boxes: ['梨'],
      radios: '梨',
      switch: true,
      tick: true,
      slider: 20,
      picker: 1,
    })
    await phone.tap('#reset')
    await poll(() => phone.types('form')).toEqual(['submit', 'reset'])
    await phone.tap('#submit')
    await poll(async () => JSON.parse(await phone.data<string>('submitted')) as unknown).toEqual({
      ...{ name: '', words: '', boxes: [], radios: '', switch: false, tick: false },
      ...{ slider: 10, picker: 0 },
    })
  })

  it('a label hands its tap to the button inside', async () => {
    const { width } = await phone.box('#button-label')
    expect(width).toBeGreaterThan(0)
    await phone.tap('#button-label >>> view').catch(() => phone.tap('#button-label'))
    await poll(() => phone.types('labelled')).toEqual(['tap'])
  })
})

describe('pickers', () => {
  beforeEach(() => phone.open('pickers'))

  it('a picker-view turns to the line the finger leaves in the middle', async () => {
    await phone.drag('#hours', 0, -80)
    await poll(() => phone.types('view')).toEqual(['pickstart', 'change', 'pickend'])
    expect((await phone.last('change'))?.detail).toEqual({ value: [10, 1] })
  })

  it('every line of a picker-view is as high as its indicator', async () => {
    const { height } = await phone.box('#view')
    expect(height).toBe(200)
    const turn = await phone.box('.turn')
    expect(turn.height).toBe(40)
  })

  it('a picker tells what is chosen on the sheet it opens, and that it was left', async () => {
    await phone.tap('#selector')
    await phone.host.send('Host.answer', { verdict: 'item', index: 2 })
    await poll(() => phone.text('#selector')).toBe('茶：岩茶')
    expect((await phone.last('change'))?.detail).toEqual({ value: '2' })
    await phone.tap('#selector')
    await phone.host.send('Host.answer', { verdict: 'cancel' })
    await poll(() => phone.types('selector')).toEqual(['change', 'cancel'])
  })

  it('a disabled picker opens nothing', async () => {
    await phone.tap('#off')
    expect(await phone.host.send('Host.sheet')).toEqual({ sheet: null })
  })
})
