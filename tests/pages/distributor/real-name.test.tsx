// 实名: what is missing is said, consent comes first, and nothing but masked text is shown again.
import { afterEach, describe, expect, it } from 'vitest'
import { REAL_NAME_CONSENT } from '@contract/consent'
import type { Api } from '@contract/api'
import RealNamePage from '@/pages/distributor/real-name'
import { lostAnswer, never, refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { visits } from '../support/taro'
import { pottery, tea } from './shops.data'
import type { DistributorFixture } from './shops.data'
import { goHome, visit } from './visit'

afterEach(goHome)

type View = Api['distributor.getRealName']['output']

const { version } = REAL_NAME_CONSENT
const nobody: View = {
  name: null,
  idNumber: null,
  registeredAt: null,
  isFixed: false,
  consentVersion: version,
}
const mei: View = {
  name: '梅*',
  idNumber: '3301**********1234',
  registeredAt: Date.parse('2026-11-20T10:00:00+08:00'),
  isFixed: false,
  consentVersion: version,
}
const shi: View = { ...mei, name: '石**', idNumber: '5101**********002X', isFixed: true }

const open = (shop: DistributorFixture, view: View, answers: Answers = {}) =>
  visit(<RealNamePage />, shop, { answers: { 'distributor.getRealName': view, ...answers } })

async function fill(screen: Awaited<ReturnType<typeof open>>, name: string, idNumber: string) {
  await screen.type('姓名', name)
  await screen.type('身份证号', idNumber)
}

describe('实名', () => {
  it.each([
    [tea, mei, ['梅*', '3301**********1234']],
    [pottery, shi, ['石**', '5101**********002X']],
  ])('登记过的只看得到打码的', async (shop, view, words) => {
    const screen = await open(shop, view)
    for (const word of words) expect(screen.text()).toContain(word)
    expect(screen.has('登记实名')).toBe(false)
    expect(screen.has('修改')).toBe(true)
  })

  it.each([
    ['', '', '先写姓名'],
    ['梅1', '', '姓名和身份证上写得一样'],
    ['梅晓', '', '再写身份证号'],
    ['梅晓', '33010619900101', '身份证号是 18 位'],
    ['梅晓', '33010619900101123x', '看过说明，点一下同意'],
  ])('写了“%s”“%s”，按钮上说还差：%s', async (name, idNumber, words) => {
    const screen = await open(tea, nobody)
    await fill(screen, name, idNumber)
    expect(screen.has(words)).toBe(true)
    expect(screen.cloud.callsOf('distributor.saveRealName')).toEqual([])
  })

  it('说明全文在页上；同意了才能交，带着看过的那一版', async () => {
    const screen = await open(tea, nobody, { 'distributor.saveRealName': mei })
    for (const line of REAL_NAME_CONSENT.lines) expect(screen.text()).toContain(line)
    await fill(screen, ' 梅晓 ', '33010619900101123X')
    await screen.tap('我看过了，同意这样使用')
    await screen.tap('登记实名')
    expect(screen.cloud.callsOf('distributor.saveRealName').map((call) => call.input)).toEqual([
      { name: '梅晓', idNumber: '33010619900101123X', consentVersion: version },
    ])
    expect(screen.text()).toContain('实名登记好了')
    expect(screen.text()).toContain('3301**********1234')
    expect(screen.text()).not.toContain('33010619900101123X')
    await screen.tap('返回')
    expect(visits).toEqual(['navigateBack'])
  })

  it('号被别人用了，说清楚，写的还在', async () => {
    const screen = await open(tea, nobody, {
      'distributor.saveRealName': refuse('REAL_NAME_TAKEN'),
    })
    await fill(screen, '梅晓', '33010619900101123X')
    await screen.tap('我看过了，同意这样使用')
    await screen.tap('登记实名')
    expect(screen.text()).toContain('没有登记成功：这个身份证号已经在本店登记过')
    expect(screen.has('登记实名')).toBe(true)
  })

  it('没有回音时再点一次，是同一个编号', async () => {
    const screen = await open(tea, nobody, { 'distributor.saveRealName': lostAnswer() })
    await fill(screen, '梅晓', '33010619900101123X')
    await screen.tap('我看过了，同意这样使用')
    await screen.tap('登记实名')
    screen.cloud.answer({ 'distributor.saveRealName': mei })
    await screen.tap('登记实名')
    const ids = screen.cloud.callsOf('distributor.saveRealName').map((call) => call.requestId)
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
  })

  it('打过款的：能改姓名，说明号不能换', async () => {
    const screen = await open(pottery, shi)
    await screen.tap('修改')
    expect(screen.text()).toContain('号不能换，只能改姓名')
  })

  it('等着时不编内容，出错时可以重试', async () => {
    const waiting = await open(tea, nobody, { 'distributor.getRealName': never })
    expect(waiting.has('登记实名')).toBe(false)
    await goHome()
    const screen = await open(tea, nobody, { 'distributor.getRealName': refuse('INTERNAL') })
    expect(screen.text()).toContain('实名没有打开')
    screen.cloud.answer({ 'distributor.getRealName': mei })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('梅*')
  })
})
