// 提示一句：成了的事说一声就走；人离开了那一页，话也不跟着走。
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { Page } from '@/components/page'
import { toast, toastBehind } from '@/components/toast'
import { leave, render } from '../support/render'

const open = (title: string) => render(<Page title={title}>{title}</Page>)
const say = (how: (text: string) => void, text: string) =>
  act(async () => {
    how(text)
    await Promise.resolve()
  })
afterEach(leave)

describe('提示', () => {
  it('说完就走', async () => {
    const screen = await open('这一页')
    await say(toast, '复制好了')
    expect(screen.text()).toContain('复制好了')
    await screen.settle(1600)
    expect(screen.text()).not.toContain('复制好了')
  })

  it('换了一页，前一页的话不再说；回来也不再说', async () => {
    const first = await open('这一页')
    await say(toast, '复制好了')
    await first.signal('hide')
    expect(first.text()).not.toContain('复制好了')
    await first.signal('show')
    expect(first.text()).not.toContain('复制好了')
    await say(toast, '又复制好了')
    const second = await open('下一页')
    expect(second.text()).not.toContain('复制好了')
  })

  it('做完自己关上的一页，话在后面那一页说，也只说一会儿', async () => {
    await open('编辑')
    await say(toastBehind, '保存好了')
    const behind = await open('列表')
    expect(behind.text()).toContain('保存好了')
    await behind.settle(1600)
    expect(behind.text()).not.toContain('保存好了')
  })
})
