// 页面的壳：微信里的字号调大了，页面的字跟着大，最多大两档。
import { describe, expect, it } from 'vitest'
import { replacePlatform } from '@/api/platform'
import { Page } from '@/components/page'
import { render } from '../support/render'

describe('大字', () => {
  it.each([
    [16, []],
    [17, []],
    [18, ['text-large']],
    [19, ['text-large']],
    [20, ['text-larger']],
    [23, ['text-larger']],
    [40, ['text-larger']],
  ])('微信里 %i 号字：%s', async (size, classes) => {
    const restore = replacePlatform({ textSize: () => size })
    const screen = await render(<Page title="页">字</Page>)
    const root = screen.all('.fy-page')[0]
    expect([...(root?.classList ?? [])].filter((one) => one.startsWith('text-'))).toEqual(classes)
    restore()
  })

  it('回到页面时再看一次：在微信里改了字号，不用重新打开', async () => {
    const screen = await render(<Page title="页">字</Page>)
    const restore = replacePlatform({ textSize: () => 20 })
    await screen.signal('show')
    expect(screen.all('.text-larger')).toHaveLength(1)
    restore()
  })
})
