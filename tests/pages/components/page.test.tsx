// 页面的壳：微信里的字号调大了，页面的字跟着大，最多大两档；标签栏上购物车的角标总是新的。
import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { replacePlatform } from '@/api/platform'
import { Page } from '@/components/page'
import { useSession } from '@/state/session'
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

describe('角标', () => {
  it('购物车的角标：在别的页面加了东西，回到有标签栏的页面就是新的数', async () => {
    const badges: string[] = []
    vi.spyOn(Taro, 'setTabBarBadge').mockImplementation((badge) => {
      badges.push(badge.text)
      return Promise.resolve({ errMsg: 'ok' })
    })
    useSession.setState({ cartCount: 2 })
    const screen = await render(
      <Page title="商城" tab>
        <Text>货架</Text>
      </Page>,
    )
    expect(badges).toEqual(['2'])
    await screen.signal('hide')
    act(() => useSession.setState({ cartCount: 5 }))
    await screen.settle()
    expect(badges).toEqual(['2'])
    await screen.signal('show')
    expect(badges).toEqual(['2', '5'])
  })
})
