// What every desk page promises while it has nothing to show: waiting, failing, refusing, being empty.
import type { ActionName, Api } from '@contract/api'
import { act } from 'react'
import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import { enterAs, isLoading } from '../mall/enter'
import { fakeCloud, never, offline, refuse } from '../support/fake-cloud'
import type { Answers, FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'
import type { Screen } from '../support/render'
import { visits } from '../support/taro'
import type { Desk } from './desks.data'

let cloud: FakeCloud | null = null

/** Opens a page as the desk's owner, with these answers. */
export async function openDesk(
  page: ReactElement,
  desk: Desk,
  answers: Answers,
  params: Record<string, string> = {},
) {
  cloud?.restore()
  enterAs(desk.session)
  cloud = fakeCloud(answers)
  const screen = await render(page, { params })
  await screen.settle()
  return { screen, cloud, visits }
}

/** Presses one of these, the last unless told: a dialog's or sheet's own button, whose words stand on the page too. */
export async function press(screen: Screen, selector: string, at = -1): Promise<void> {
  const button = screen.all(selector).at(at)
  if (!button) throw new Error(`no ${selector}`)
  await act(async () => {
    button.click()
    await Promise.resolve()
  })
  await screen.settle(10)
}

export async function closeDesk(): Promise<void> {
  await leave()
  cloud?.restore()
  cloud = null
  enterAs(null)
}

interface States<Name extends ActionName> {
  page: () => ReactElement
  /** What the page loads. */
  action: Name
  desk: Desk
  good: Api[Name]['output']
  /** Words of the good page. */
  words: string
  params?: Record<string, string>
  empty?: { answer: Api[Name]['output']; words: string }
}

export function itKeepsItsStates<Name extends ActionName>(states: States<Name>): void {
  const { page, action, desk, good, words, params = {}, empty } = states
  const open = (answer: unknown) => openDesk(page(), desk, { [action]: answer }, params)

  it('等待时不写任何数字，300 毫秒后画骨架', async () => {
    const { screen } = await open(never)
    expect(isLoading(screen)).toBe(true)
    expect(screen.text()).not.toContain('¥')
    await screen.settle(320)
    expect(screen.all('.fy-bone').length).toBeGreaterThan(0)
  })

  it('出错时说原因，给编号，再试一次就好', async () => {
    const { screen, cloud: answering } = await open(refuse('INTERNAL'))
    expect(screen.text()).toContain('我们这边出了点问题')
    expect(screen.text()).toContain('错误编号')
    answering.answer({ [action]: good })
    await screen.tap('再试一次')
    expect(screen.text()).toContain(words)
  })

  it('断网时说断网', async () => {
    const { screen } = await open(offline())
    expect(screen.text()).toContain('连不上网络')
  })

  it('没有角色的人只看到“没有权限”', async () => {
    const { screen } = await open(refuse('NOT_ALLOWED'))
    expect(screen.text()).toContain('没有权限')
    expect(screen.has('再试一次')).toBe(false)
    await screen.tap('返回')
    expect(visits).toEqual(['navigateBack'])
  })

  if (!empty) return
  it('还没有内容时说什么时候会有', async () => {
    const { screen } = await open(empty.answer)
    expect(screen.text()).toContain(empty.words)
  })
}
