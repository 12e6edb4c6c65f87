// 顾客归属规则：四种规则用人话说，举的例子跟着写的变，填错的当场说，存之前先问。
import type { Api } from '@contract/api'
import { DAY_MS } from '@contract/time'
import { BINDING_RULES } from '@contract/model/shop'
import type { BindingRule } from '@contract/model/shop'
import { afterEach, describe, expect, it } from 'vitest'
import { casesOf } from '@/features/binding/binding-words'
import BindingPage from '@/pages/owner/binding'
import {
  attributionAfterPurchase,
  bindAttribution,
  decideBinding,
} from '../../../cloudfunctions/domain/attribution/decide-binding'
import { at } from '../distributor/shops.data'
import { refuse } from '../support/fake-cloud'
import type { Answers } from '../support/fake-cloud'
import { closeDesk, itKeepsItsStates, openDesk, press } from './desk'
import { mountainDesk, teaDesk } from './desks.data'

afterEach(closeDesk)

type Answer = Api['owner.getBindingPolicy']['output']
const tea: Answer = {
  version: 0,
  policy: { rule: 'protected-days', expireDays: 90, protectDays: 30 },
  changed: null,
}
const mountain: Answer = {
  version: 3,
  policy: { rule: 'first-touch', expireDays: 180, protectDays: 15 },
  changed: {
    at: at('2026-11-18 09:41'),
    name: '老周',
    from: { rule: 'last-touch', expireDays: 60, protectDays: 15 },
  },
}
const open = (answer: Answer, more: Answers = {}, desk = teaDesk) =>
  openDesk(<BindingPage />, desk, {
    'owner.getBindingPolicy': answer,
    'owner.saveBindingPolicy': { version: answer.version + 1 },
    ...more,
  })
const valueOf = (root: HTMLElement, label: string) =>
  root.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value
const chosen = (root: HTMLElement) =>
  [...root.querySelectorAll('[aria-checked="true"]')].map((one) => one.getAttribute('aria-label'))

describe('顾客归属规则', () => {
  itKeepsItsStates({
    page: () => <BindingPage />,
    action: 'owner.getBindingPolicy',
    desk: teaDesk,
    good: tea,
    words: '先保护几天',
  })

  it('茶与礼：现在用的选着，天数是店里的，从来没改过就不说改过', async () => {
    const { screen } = await open(tea)
    expect(chosen(screen.root)).toEqual(['先保护几天'])
    expect(valueOf(screen.root, '保护期')).toBe('30')
    expect(valueOf(screen.root, '多久没买就过期')).toBe('90')
    expect(screen.text()).toContain('头 30 天还归小梅还归小梅过了 30 天归小兰归小兰')
    expect(screen.text()).not.toContain('上次改动')
    expect(screen.text()).toContain('没有修改')
  })

  it('山里货：用不到保护期的规则不问保护期；看得到上次谁从什么改的', async () => {
    const { screen } = await open(mountain, {}, mountainDesk)
    expect(chosen(screen.root)).toEqual(['先来先得'])
    expect(valueOf(screen.root, '保护期')).toBeUndefined()
    expect(screen.text()).toContain('没过期还归小梅还归小梅过期以后归小兰归小兰')
    expect(screen.text()).toContain('11 月 18 日 09:41，老周')
    expect(screen.text()).toContain('跟着最近的分享，60 天没买就过期')
  })

  it('换一种、改天数，例子马上跟着变；存之前说已经归属的不变', async () => {
    const { screen, cloud } = await open(tea)
    await screen.tap('买过就定下来')
    expect(screen.text()).toContain('不管第几天归小兰还归小梅')
    expect(screen.text()).toContain('买过的不过期')
    await screen.tap('先保护几天')
    await screen.type('保护期', '7')
    expect(screen.text()).toContain('头 7 天还归小梅')
    await screen.tap('保存')
    expect(screen.text()).toContain('先保护 7 天，90 天没买就过期')
    expect(screen.text()).toContain('已经归属的顾客按当时的规矩')
    await screen.tap('先不')
    expect(cloud.callsOf('owner.saveBindingPolicy')).toEqual([])
    await screen.tap('保存')
    await press(screen, '.fy-dialog .fy-btn')
    expect(cloud.callsOf('owner.saveBindingPolicy')[0]?.input).toEqual({
      basedOn: 0,
      policy: { rule: 'protected-days', expireDays: 90, protectDays: 7 },
    })
    expect(screen.text()).toContain('保存好了')
  })

  it('用不到的保护期不管写成什么，都不挡，也不会比归属还长', async () => {
    const { screen, cloud } = await open(tea)
    await screen.type('保护期', '')
    await screen.tap('跟着最近的分享')
    await screen.type('多久没买就过期', '14')
    await screen.tap('保存')
    await press(screen, '.fy-dialog .fy-btn')
    expect(cloud.callsOf('owner.saveBindingPolicy')[0]?.input).toEqual({
      basedOn: 0,
      policy: { rule: 'last-touch', expireDays: 14, protectDays: 14 },
    })
  })

  it.each([
    ['保护期', '91', '不能比归属的 90 天长'],
    ['保护期', '0', '写 1 到 730'],
    ['保护期', '', '写 1 到 730'],
    ['多久没买就过期', '0', '写 1 到 730'],
    ['多久没买就过期', '731', '写 1 到 730'],
    ['多久没买就过期', '1.5', '写 1 到 730'],
  ])('%s写“%s”：%s，存不了；例子还是能看的那份', async (label, value, words) => {
    const { screen, cloud } = await open(tea)
    await screen.type(label, value)
    expect(screen.text()).toContain(words)
    expect(screen.text()).toContain('头 30 天还归小梅')
    await screen.tap('天数没有填对')
    expect(cloud.callsOf('owner.saveBindingPolicy')).toEqual([])
  })

  it('改了又改回来，就是没有修改', async () => {
    const { screen } = await open(tea)
    await screen.tap('先来先得')
    expect(screen.text()).not.toContain('没有修改')
    await screen.tap('先保护几天')
    expect(screen.text()).toContain('没有修改')
  })

  it('别人先改了：写的还在，问一句换成最新的，接着能存', async () => {
    const moved = { 'owner.saveBindingPolicy': refuse('BINDING_POLICY_MOVED_ON') }
    const { screen, cloud } = await open(tea, moved)
    await screen.tap('先来先得')
    await screen.tap('保存')
    await press(screen, '.fy-dialog .fy-btn')
    expect(screen.text()).toContain('别人刚改过归属规则')
    expect(chosen(screen.root)).toEqual(['先来先得'])
    cloud.answer({
      'owner.getBindingPolicy': { ...mountain, policy: { ...mountain.policy, rule: 'last-touch' } },
      'owner.saveBindingPolicy': { version: 4 },
    })
    await screen.tap('看最新的')
    await press(screen, '.fy-dialog .fy-btn')
    expect(chosen(screen.root)).toEqual(['跟着最近的分享'])
    expect(screen.text()).not.toContain('别人刚改过')
    await screen.tap('先来先得')
    await screen.tap('保存')
    await press(screen, '.fy-dialog .fy-btn')
    expect(cloud.callsOf('owner.saveBindingPolicy').at(-1)?.input).toMatchObject({ basedOn: 3 })
  })
})

describe('举的例子就是真的判法', () => {
  const NOON = at('2026-11-20 12:00')
  const shared = { status: 'active', uplineIds: [] } as const
  const [mei, lan] = [
    { _id: 'dst_mei', ...shared },
    { _id: 'dst_lan', ...shared },
  ]
  /** Whose Kai is, who was Mei's and opens a link of Lan so many days later. */
  const whose = (policy: Answer['policy'], day: number, hasBought: boolean) => {
    const asked = { current: null, sharer: mei, visitorId: 'mbr_kai', policy, now: NOON }
    const share = { shareCode: 'm', changeId: 'c1' }
    const { attribution } = bindAttribution(asked, 'first-bind', share)
    const current = hasBought ? attributionAfterPurchase(attribution, policy, NOON) : attribution
    const now = NOON + day * DAY_MS
    const isTaken = decideBinding({ ...asked, current, sharer: lan, now }).kind === 'bind'
    return isTaken ? 'after' : 'before'
  }

  it.each(BINDING_RULES.flatMap((rule) => [[rule, 90, 30] as const, [rule, 7, 7] as const]))(
    '%s，%i 天，保护 %i 天：每一天都对',
    (rule: BindingRule, expireDays, protectDays) => {
      const policy = { rule, expireDays, protectDays }
      for (let day = 0; day <= expireDays + 3; day += 1) {
        const row = casesOf(policy)
          .filter(({ fromDay }) => fromDay <= day)
          .at(-1)
        expect([day, row?.unbought], `day ${day}`).toEqual([day, whose(policy, day, false)])
        expect([day, row?.bought], `day ${day}`).toEqual([day, whose(policy, day, true)])
      }
    },
  )
})
