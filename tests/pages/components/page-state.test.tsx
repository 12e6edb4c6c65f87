// A page while it loads, is empty, has failed, or is offline; and what it does when tried again.
import { afterEach, describe, expect, it } from 'vitest'
import { call } from '@/api/call'
import { Page } from '@/components/page'
import { useResource } from '@/state/use-resource'
import { fakeCloud, never, offline, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
})

const oneCategory = { categories: [{ id: 'cat_1', name: '岩茶', picture: '' }] }

function Categories() {
  const resource = useResource(() => call('mall.listCategories', {}), {
    isEmpty: (shown) => shown.categories.length === 0,
    onShow: true,
  })
  return (
    <Page
      title="分类"
      resource={resource}
      empty={{ title: '还没有分类', text: '店主建好后会在这里。' }}
    >
      {resource.data?.categories.map((category) => category.name)}
    </Page>
  )
}

describe('页面状态', () => {
  it('等 300 毫秒才画骨架', async () => {
    cloud = fakeCloud({ 'mall.listCategories': never })
    const screen = await render(<Categories />)
    expect(screen.all('.fy-bone')).toHaveLength(0)
    await screen.settle(320)
    expect(screen.all('.fy-bone').length).toBeGreaterThan(0)
  })

  it('没有内容时说什么时候会有', async () => {
    cloud = fakeCloud({ 'mall.listCategories': { categories: [] } })
    const screen = await render(<Categories />)
    await screen.settle()
    expect(screen.text()).toContain('店主建好后会在这里。')
  })

  it('朋友圈的单页里认不出人：不说出错，说往哪里点', async () => {
    cloud = fakeCloud(
      { 'mall.listCategories': refuse('NOT_SIGNED_IN') },
      { launchEntry: () => ({ path: '', query: {}, scene: 1154 }) },
    )
    const screen = await render(<Categories />)
    await screen.settle()
    expect(screen.text()).toContain('前往小程序')
    expect(screen.text()).not.toContain('没有认出你是谁')
    expect(screen.has('再试一次')).toBe(false)
  })

  it('被拒绝时说原因和错误编号，再试一次就好', async () => {
    cloud = fakeCloud({ 'mall.listCategories': refuse('INTERNAL') })
    const screen = await render(<Categories />)
    await screen.settle()
    expect(screen.text()).toContain('我们这边出了点问题')
    expect(screen.text()).toContain(`错误编号 ${cloud.calls[0]?.requestId}`)
    cloud.answer({ 'mall.listCategories': oneCategory })
    await screen.tap('再试一次')
    expect(screen.text()).toContain('岩茶')
  })

  it('断网又没有旧数据时给重试', async () => {
    cloud = fakeCloud({ 'mall.listCategories': offline() })
    const screen = await render(<Categories />)
    await screen.settle()
    expect(screen.text()).toContain('连不上网络')
    cloud.answer({ 'mall.listCategories': oneCategory })
    await screen.tap('重试')
    expect(screen.text()).toContain('岩茶')
  })

  it('再次显示时刷新；断网留着旧数据并标明时间', async () => {
    cloud = fakeCloud({ 'mall.listCategories': oneCategory })
    const screen = await render(<Categories />)
    await screen.settle()
    cloud.answer({ 'mall.listCategories': offline() })
    await screen.signal('show')
    expect(screen.text()).toContain('岩茶')
    expect(screen.text()).toMatch(/没有网络，下面是 \d\d:\d\d 的数据/)
  })
})
