// 顾客归属争议 on the phone: raising one, whose turn it is, answering, taking it back, and what was decided.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DAY_MS } from '@contract/time'
import type { Api } from '@/api/call'
import DisputePage from '@/pages/distributor/dispute'
import RaisePage from '@/pages/distributor/dispute-raise'
import DisputesPage from '@/pages/distributor/disputes'
import { press } from '../owner/desk'
import { lostAnswer, never, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import type { Screen } from '../support/render'
import { visits } from '../support/taro'
import { at, pottery, tea } from './shops.data'
import { goHome, visit } from './visit'

afterEach(async () => {
  await goHome()
  vi.restoreAllMocks()
})

type Dispute = Api['distributor.getDispute']['output']
type Row = Api['distributor.listDisputes']['output']['rows'][number]

const raised: Dispute = {
  id: 'dsp_1',
  status: 'raised',
  side: 'claimant',
  customerName: '于**',
  otherName: '周**',
  raisedAt: at('2026-11-18 10:00'),
  answerBy: Date.now() + 2 * DAY_MS,
  endedAt: null,
  claim: { words: '茶会上就说好了', pictures: ['cloud://a.jpg'], at: at('2026-11-18 10:00') },
  answer: null,
  decision: null,
}
const answer: NonNullable<Dispute['answer']> = {
  stance: 'keep',
  words: '一直是我在照应',
  pictures: [],
  at: at('2026-11-19 08:30'),
}
const dispute = (changes: Partial<Dispute>): Dispute => ({ ...raised, ...changes })
/** What stands in the field. */
const wordsIn = (screen: Screen) => (screen.all('textarea')[0] as HTMLTextAreaElement).value
const rowOf = ({ claim: _, answer: __, decision: ___, ...row }: Dispute): Row => row

describe('提出异议', () => {
  const open = (answers: Answers = {}, params: Record<string, string> = {}) =>
    visit(<RaisePage />, tea, {
      answers: { 'distributor.raiseDispute': { disputeId: 'dsp_9' }, ...answers },
      phone: {
        choosePicture: () => Promise.resolve('tea.jpg'),
        uploadPicture: (file) => Promise.resolve(`cloud://${file}`),
      },
      params,
    })
  const yu = { id: 'mbr_yu', name: encodeURIComponent('于**') }
  const send = async (screen: Awaited<ReturnType<typeof open>>) => {
    await press(screen, '.fy-bottom .fy-btn')
    await press(screen, '.fy-dialog-button')
    await screen.settle()
  }

  it('先说会怎样：三天回应、据记录裁定、已下的订单不变、只能提一次、期间照常', async () => {
    const screen = await open({}, yu)
    for (const words of [
      ...['对方三天内回应', '店里据记录裁定', '已下的订单不变'],
      ...['期间一切照常', '同一次归属只能提一次', '于**'],
    ]) {
      expect(screen.text()).toContain(words)
    }
    await screen.tap('说说经过再提')
    expect(screen.cloud.callsOf('distributor.raiseDispute')).toEqual([])
  })

  it('写好、配图、确认，提成了就换到那一件；图片没有封面', async () => {
    const screen = await open({}, yu)
    await screen.type('说说经过', ' 茶会上认识的 ')
    await screen.tap('加图片')
    await screen.settle(10)
    expect(screen.text()).not.toContain('封面')
    expect(screen.text()).toContain('1 / 6')
    await press(screen, '.fy-bottom .fy-btn')
    expect(screen.text()).toContain('同一次归属只能提一次，提出后不能改内容，可以撤回')
    await press(screen, '.fy-dialog-button')
    expect(screen.cloud.callsOf('distributor.raiseDispute').map(({ input }) => input)).toEqual([
      {
        about: { kind: 'visitor', customerId: 'mbr_yu' },
        words: '茶会上认识的',
        pictures: ['cloud://tea.jpg'],
      },
    ])
    expect(visits).toEqual(['redirectTo /pages/distributor/dispute/index?id=dsp_9'])
  })

  it('凭订单号：告诉在哪里找，没填不能提', async () => {
    const screen = await open()
    expect(screen.text()).toContain('点订单号就能复制给你')
    await screen.type('说说经过', '老顾客')
    expect(screen.has('先填订单号')).toBe(true)
    await screen.type('订单号', ' 01KAJ3 ')
    await send(screen)
    expect(screen.cloud.callsOf('distributor.raiseDispute')[0]?.input).toMatchObject({
      about: { kind: 'order', orderNumber: '01KAJ3' },
    })
  })

  it('被拒时说为什么，写的都还在；没有回音再提一次，还是同一次', async () => {
    const screen = await open({ 'distributor.raiseDispute': refuse('DISPUTE_NOBODYS') }, yu)
    await screen.type('说说经过', '老顾客')
    await send(screen)
    expect(screen.text()).toContain('没有提成：他现在不是谁的顾客')
    expect(wordsIn(screen)).toBe('老顾客')
    screen.cloud.answer({ 'distributor.raiseDispute': lostAnswer() })
    await send(screen)
    expect(screen.text()).toContain('结果还不知道')
    screen.cloud.answer({ 'distributor.raiseDispute': { disputeId: 'dsp_9' } })
    await send(screen)
    const [, lost, again] = screen.cloud.callsOf('distributor.raiseDispute')
    expect(again).toEqual(lost)
    expect(visits).toEqual(['redirectTo /pages/distributor/dispute/index?id=dsp_9'])
  })
})

describe('争议的名单', () => {
  const open = (rows: readonly Row[], params: Record<string, string> = {}) =>
    visit(<DisputesPage />, tea, {
      answers: { 'distributor.listDisputes': { rows: [...rows], next: null } },
      params,
    })

  it.each([
    ['claimant', 'raised', '等对方回应'],
    ['claimant', 'answered', '等店里裁定'],
    ['claimant', 'upheld', '归你了'],
    ['claimant', 'dismissed', '没有划给你'],
    ['claimant', 'withdrawn', '已撤回'],
    ['holder', 'raised', '等你回应'],
    ['holder', 'answered', '等店里裁定'],
    ['holder', 'upheld', '归对方了'],
    ['holder', 'dismissed', '维持原样'],
    ['holder', 'withdrawn', '对方撤回了'],
  ] as const)('%s %s 写成：%s', async (side, status, words) => {
    const screen = await open([rowOf(dispute({ side, status }))])
    expect(screen.text()).toContain(words)
  })

  it('对方过了时间没有回应：等的是店里', async () => {
    const screen = await open([rowOf(dispute({ answerBy: Date.now() - 1 }))])
    expect(screen.text()).toContain('等店里裁定')
  })

  it('两边分开问；从分销中心来的先看对我顾客的；点开一件', async () => {
    const screen = await open([rowOf(dispute({ side: 'holder' }))], { side: 'holder' })
    expect(screen.text()).toContain('周** 提出 · 11 月 18 日')
    screen.cloud.answer({ 'distributor.listDisputes': { rows: [rowOf(raised)], next: null } })
    await screen.tap('我提出的')
    // Whose they are now the page doesn't know: only whose they were.
    expect(screen.text()).toContain('提出时归 周** · 11 月 18 日')
    const asked = screen.cloud.callsOf('distributor.listDisputes')
    expect(asked.map(({ input }) => input)).toMatchObject([
      { side: 'holder' },
      { side: 'claimant' },
    ])
    await screen.tap('等对方回应')
    expect(visits).toEqual(['navigateTo /pages/distributor/dispute/index?id=dsp_1'])
  })

  it('空着、等着、出错', async () => {
    const empty = await open([])
    expect(empty.text()).toContain('你还没有提过异议')
    await empty.tap('去看看')
    expect(visits).toEqual(['navigateTo /pages/distributor/customers/index'])
    await empty.tap('对我顾客的')
    expect(empty.text()).toContain('没有人对你的顾客有异议')
    await goHome()
    const waiting = await visit(<DisputesPage />, tea, {
      answers: { 'distributor.listDisputes': never },
    })
    await waiting.settle(320)
    expect(waiting.all('.fy-bone').length).toBeGreaterThan(0)
    await goHome()
    const failing = await visit(<DisputesPage />, tea, {
      answers: { 'distributor.listDisputes': refuse('INTERNAL') },
    })
    expect(failing.text()).toContain('争议没有打开')
    failing.cloud.answer({
      'distributor.listDisputes': { rows: [rowOf(raised)], next: null },
    })
    await failing.tap('再试一次')
    expect(failing.text()).toContain('于**')
  })
})

describe('一件争议', () => {
  const open = (of: Dispute | Error, answers: Answers = {}, shop = tea) =>
    visit(<DisputePage />, shop, {
      answers: { 'distributor.getDispute': of, ...answers },
      params: { id: 'dsp_1' },
    })

  it.each([
    ['快了五天，期限没到', 5, 1, '等对方回应', '对方可以在'],
    ['慢了五天，期限已过', -5, -1, '等店里裁定', '对方没有按时回应'],
  ])('手机的钟%s：照店里的钟说', async (_, wrongDays, leftDays, title, text) => {
    const now = Date.now()
    vi.spyOn(Date, 'now').mockImplementation(() => now + wrongDays * DAY_MS)
    const screen = await visit(<DisputePage />, tea, {
      answers: { 'distributor.getDispute': dispute({ answerBy: now + leftDays * DAY_MS }) },
      params: { id: 'dsp_1' },
      clock: () => now,
    })
    expect(screen.text()).toContain(title)
    expect(screen.text()).toContain(text)
  })

  it('经过按先后：谁提的、谁回应的、店里怎么定的，话和图都在', async () => {
    const decision = { reason: '记录在先', isMoved: true }
    const ended = { answer, decision, status: 'upheld', endedAt: at('2026-11-20 09:00') } as const
    const screen = await open(dispute(ended))
    const told = screen.text()
    const order = ['你提出', '茶会上就说好了', '周**回应：认为该归自己', '一直是我在照应']
    const places = [...order, '店里裁定：划给你', '记录在先'].map((words) => told.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(screen.has('看你的第 1 张图片')).toBe(true)
    expect(told).toContain('从下一单起记给你')
    expect(screen.has('撤回异议')).toBe(false)
    await goHome()
    const theirs = await open(
      dispute({ ...ended, side: 'holder', customerName: '阮**' }),
      {},
      pottery,
    )
    expect(theirs.text()).toContain('店里裁定：划给对方')
    expect(theirs.text()).toContain('之前的订单不变')
    expect(theirs.text()).not.toContain('于**')
  })

  it('裁定时已经是他的：写明没有再动', async () => {
    const decision = { reason: '已经是了', isMoved: false }
    const screen = await open(
      dispute({ answer, decision, status: 'upheld', endedAt: at('2026-11-20 09:00') }),
    )
    expect(screen.text()).toContain('11 月 20 日之前 于** 就已经归你，这次没有再动')
  })

  it('撤回要确认；撤回后说归属没有变', async () => {
    const screen = await open(raised, { 'distributor.withdrawDispute': {} })
    await screen.tap('撤回异议')
    expect(screen.text()).toContain('同一次归属不能再提')
    screen.cloud.answer({
      'distributor.getDispute': dispute({ status: 'withdrawn', endedAt: Date.now() }),
    })
    await press(screen, '.fy-dialog-button')
    await screen.settle()
    expect(screen.cloud.callsOf('distributor.withdrawDispute')[0]?.input).toEqual({
      disputeId: 'dsp_1',
    })
    expect(screen.text()).toContain('归属没有变')
    expect(screen.has('撤回异议')).toBe(false)
  })

  it('已经裁定了再撤回：换成结果', async () => {
    const screen = await open(raised, { 'distributor.withdrawDispute': refuse('DISPUTE_ENDED') })
    await screen.tap('撤回异议')
    const decision = { reason: '维持', isMoved: false }
    screen.cloud.answer({
      'distributor.getDispute': dispute({ status: 'dismissed', decision, endedAt: Date.now() }),
    })
    await press(screen, '.fy-dialog-button')
    await screen.settle()
    expect(screen.text()).toContain('没有划给你')
  })

  it('没有找到、出错', async () => {
    const unknown = await open(refuse('DISPUTE_UNKNOWN'))
    expect(unknown.text()).toContain('没有找到这件争议')
    await unknown.tap('看我的争议')
    expect(visits).toEqual(['navigateTo /pages/distributor/disputes/index'])
    await goHome()
    const failing = await open(refuse('INTERNAL'))
    expect(failing.text()).toContain('这件争议没有打开')
    failing.cloud.answer({ 'distributor.getDispute': raised })
    await failing.tap('再试一次')
    expect(failing.text()).toContain('等对方回应')
  })
})

describe('回应', () => {
  const asked = dispute({ side: 'holder' })
  const open = (answers: Answers = {}, of = asked) =>
    visit(<DisputePage />, tea, {
      answers: { 'distributor.getDispute': of, 'distributor.answerDispute': {}, ...answers },
      params: { id: 'dsp_1' },
    })
  const submit = async (screen: Awaited<ReturnType<typeof open>>) => {
    await screen.tap('提交回应')
    await press(screen, '.fy-dialog-button')
    await screen.settle()
  }

  it('选一种、说经过、确认；交上去就看到自己的话', async () => {
    const screen = await open()
    expect(screen.text()).toContain('已经下的单还是你的')
    expect(screen.has('先选一种')).toBe(true)
    await screen.tap('愿意让出')
    expect(screen.has('说说经过再提交')).toBe(true)
    await screen.type('说说经过', '她来照应更合适')
    screen.cloud.answer({
      'distributor.getDispute': {
        ...asked,
        status: 'answered',
        answer: { ...answer, stance: 'yield', words: '她来照应更合适' },
      },
    })
    await submit(screen)
    expect(screen.cloud.callsOf('distributor.answerDispute')[0]?.input).toEqual({
      disputeId: 'dsp_1',
      stance: 'yield',
      words: '她来照应更合适',
      pictures: [],
    })
    expect(screen.text()).toContain('你回应：愿意让出')
    expect(screen.has('你的回应')).toBe(false)
  })

  it('过了时间、还没裁定：还可以说', async () => {
    const screen = await open({}, { ...asked, answerBy: at('2026-11-19 09:00') })
    expect(screen.text()).toContain('店里裁定之前，你还可以回应')
    expect(screen.has('该归我')).toBe(true)
  })

  it('没有交上去：说为什么，写的都还在', async () => {
    const screen = await open({ 'distributor.answerDispute': refuse('DISPUTE_FILE_FOREIGN') })
    await screen.tap('该归我')
    await screen.type('说说经过', '一直是我')
    await submit(screen)
    expect(screen.text()).toContain('回应没有提交：有图片不是从小程序里传上来的')
    expect(wordsIn(screen)).toBe('一直是我')
  })

  it('提出的人自己没有回应的表', async () => {
    const screen = await open({}, raised)
    expect(screen.has('你的回应')).toBe(false)
    expect(screen.has('撤回异议')).toBe(true)
  })
})
