// Which share a person came through, however the app was opened.
import { afterEach, describe, expect, it } from 'vitest'
import type { Entry } from '@/api/platform'
import { shareCodeOf, watchEntries } from '@/state/entry'
import type { OpenedShare } from '@/state/entry'
import { fakeCloud, lostAnswer, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'

let cloud: FakeCloud
afterEach(() => cloud?.restore())

const path = 'pages/trade/product/index'
const entry = (query: Record<string, string>, scene = 1007): Entry => ({ path, query, scene })
const opened: OpenedShare = { target: { kind: 'shop' }, sharerName: '林**', isBound: true }
const settled = () => new Promise((resolve) => setTimeout(resolve))

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
