// Which share a person came through, however the app was opened.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Entry } from '@/api/platform'
import { shareCodeOf, watchEntries } from '@/state/entry'
import type { OpenedShare } from '@/state/entry'
import { fakeCloud, lostAnswer, refuse } from '../support/fake-cloud'
import type { Answers, FakeCloud } from '../support/fake-cloud'

let cloud: FakeCloud
afterEach(() => cloud?.restore())

const path = 'pages/trade/product/index'
const entry = (query: Record<string, string>, scene = 1007): Entry => ({ path, query, scene })
const opened: OpenedShare = { target: { kind: 'shop' }, sharerName: '林**', isBound: true }
const settled = () => vi.advanceTimersByTimeAsync(0)

describe('从分享进来', () => {
  it.each([
    { way: '卡片带 s', query: { id: 'prd_1', s: 'MEI8K2' }, code: 'MEI8K2' },
    { way: '扫码，scene 编码过', query: { scene: 's%3DMEI8K2%26p%3D1' }, code: 'MEI8K2' },
    { way: '扫码，scene 只有码', query: { scene: 'MEI8K2' }, code: 'MEI8K2' },
    { way: '自己打开', query: {}, code: null },
    { way: 'scene 坏了', query: { scene: '%E0%A4%A' }, code: null },
    { way: '夹带别的东西', query: { s: '<script>' }, code: null },
  ])('$way', ({ query, code }) => {
    expect(shareCodeOf({ query: query as Record<string, string> })).toBe(code)
  })

  it('冷启动和热启动各算一次，同一个码不重复，换了码再算', async () => {
    let again: (entry: Entry) => void = () => undefined
    cloud = fakeCloud(
      { 'mall.openShare': opened },
      { launchEntry: () => entry({ s: 'AAAA11' }), onEntry: (listener) => (again = listener) },
    )
    const seen: OpenedShare[] = []
    watchEntries((share) => seen.push(share))
    again(entry({ s: 'AAAA11' }))
    again(entry({ scene: 's%3DBBBB22' }, 1047))
    again(entry({}))
    await settled()
    const codes = cloud.calls.map((call) => call.input)
    expect(codes).toEqual([{ shareCode: 'AAAA11' }, { shareCode: 'BBBB22' }])
    expect(seen).toHaveLength(2)
  })

  it('朋友圈的单页里看一眼不算打开；点「前往小程序」进来才算', async () => {
    let again: (entry: Entry) => void = () => undefined
    cloud = fakeCloud(
      { 'mall.openShare': opened },
      {
        launchEntry: () => entry({ s: 'TTTT99' }, 1154),
        onEntry: (listener) => (again = listener),
      },
    )
    const seen: OpenedShare[] = []
    watchEntries((share) => seen.push(share))
    await settled()
    expect(cloud.calls).toEqual([])
    again(entry({ s: 'TTTT99' }, 1155))
    await settled()
    expect(cloud.calls.map((call) => call.input)).toEqual([{ shareCode: 'TTTT99' }])
    expect(seen).toHaveLength(1)
  })

  it('没有回音的分享下次进来再试；失效的不打扰', async () => {
    let again: (entry: Entry) => void = () => undefined
    cloud = fakeCloud(
      { 'mall.openShare': lostAnswer() },
      { launchEntry: () => entry({ s: 'CCCC33' }), onEntry: (listener) => (again = listener) },
    )
    const seen: OpenedShare[] = []
    watchEntries((share) => seen.push(share))
    await settled()
    cloud.answer({ 'mall.openShare': refuse('SHARE_UNKNOWN') })
    again(entry({ s: 'CCCC33' }))
    await settled()
    expect(cloud.calls).toHaveLength(2)
    expect(seen).toHaveLength(0)
  })
})

it('fault 14: the scene of a code is not decoded, and a warm start keeps the old sharer', () => {
  const naive = { kept: '' }
  const enterNaively = (query: Record<string, string>) => (naive.kept ||= query['scene'] ?? '')
  enterNaively({ scene: 's%3DAAAA11' })
  enterNaively({ scene: 's%3DBBBB22' })
  expect(naive.kept).toBe('s%3DAAAA11')

  const ways = [entry({ scene: 's%3DAAAA11' }, 1047), entry({ scene: 's%3DBBBB22' }, 1047)]
  expect(ways.map(shareCodeOf)).toEqual(['AAAA11', 'BBBB22'])
})

describe('反复打开攒在手机上，成批告诉店里', () => {
  /** A phone that keeps what it is told, opened by the same card again and again. */
  const phone = (answers: Answers = {}) => {
    const kept = new Map<string, string>()
    let enter: (entry: Entry) => void = () => undefined
    cloud = fakeCloud(
      { 'mall.openShare': opened, 'mall.recordOpens': { count: 1 }, ...answers },
      {
        launchEntry: () => entry({ s: 'DDDD44' }),
        onEntry: (listener) => (enter = listener),
        readStored: (key) => kept.get(key) ?? null,
        writeStored: (key, value) => void kept.set(key, value),
      },
    )
    watchEntries(() => undefined)
    return { again: (code = 'DDDD44') => enter(entry({ s: code })) }
  }
  const told = () => cloud.callsOf('mall.recordOpens').map(({ input }) => input)

  it('一小时之内同一张卡片只问一次店里，十次才说一声', async () => {
    vi.setSystemTime(1_000_000)
    const { again } = phone()
    for (let turn = 0; turn < 10; turn += 1) {
      vi.setSystemTime(Date.now() + 5_000)
      again()
    }
    await settled()
    expect(cloud.callsOf('mall.openShare')).toHaveLength(1)
    expect(told()).toEqual([])
    vi.setSystemTime(Date.now() + 5_000)
    again()
    await settled()
    expect(told()).toEqual([{ opens: [{ shareCode: 'DDDD44', count: 10 }] }])
  })

  it('过了一小时再问店里：绑定可能已经变了；店里说来过，就记在手机上', async () => {
    vi.setSystemTime(50_000_000)
    const { again } = phone({ 'mall.openShare': { ...opened, isRepeat: true } })
    again('EEEE55')
    await settled()
    vi.setSystemTime(Date.now() + 61 * 60_000)
    again('EEEE55')
    await settled()
    const codes = cloud.callsOf('mall.openShare').map(({ input }) => input)
    expect(codes.filter((code) => JSON.stringify(code).includes('EEEE55'))).toHaveLength(2)
    vi.setSystemTime(Date.now() + 61 * 60_000)
    again('EEEE55')
    await settled()
    expect(JSON.stringify(told())).toContain('EEEE55')
  })

  it('没有回音就用同一个编号再说一次，不会算两遍', async () => {
    vi.setSystemTime(100_000_000)
    const { again } = phone({ 'mall.recordOpens': lostAnswer() })
    again('FFFF66')
    for (let turn = 0; turn < 12; turn += 1) {
      vi.setSystemTime(Date.now() + 5_000)
      again('FFFF66')
      await settled()
    }
    const ids = cloud.callsOf('mall.recordOpens').map(({ requestId }) => requestId)
    expect(ids.length).toBeGreaterThan(1)
    expect(new Set(ids).size).toBe(1)
    expect(new Set(told().map((input) => JSON.stringify(input))).size).toBe(1)
  })
})
