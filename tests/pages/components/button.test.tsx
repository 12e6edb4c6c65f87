// A button that cannot be used says why, and ignores taps.
import { afterEach, describe, expect, it } from 'vitest'
import { Button } from '@/components/button'
import { leave, render } from '../support/render'

afterEach(leave)

describe('按钮', () => {
  it('点一下就办一次', async () => {
    let taps = 0
    const screen = await render(<Button onTap={() => (taps += 1)}>提现</Button>)
    await screen.tap('提现')
    expect(taps).toBe(1)
  })

  it('不可用时写出原因，点了也不办', async () => {
    let taps = 0
    const screen = await render(
      <Button disabledReason="联网后可提现" onTap={() => (taps += 1)}>
        提现
      </Button>,
    )
    expect(screen.text()).toBe('联网后可提现')
    await screen.tap('联网后可提现')
    expect(taps).toBe(0)
    expect(screen.all('button')[0]?.getAttribute('aria-disabled')).toBe('true')
    expect(screen.all('button')[0]?.hasAttribute('disabled')).toBe(false)
  })

  it('忙的时候文字不变，再点不算', async () => {
    let taps = 0
    const screen = await render(
      <Button busy onTap={() => (taps += 1)}>
        提现
      </Button>,
    )
    await screen.tap('提现')
    expect(screen.text()).toBe('提现')
    expect(screen.all('.fy-btn-spinner')).toHaveLength(1)
    expect(taps).toBe(0)
  })
})
