// A mutation's request id: kept over lost answers, given up after a definite answer, one for a double tap.
import { afterEach, describe, expect, it } from 'vitest'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { fakeCloud, lostAnswer, refuse } from '../support/fake-cloud'
import type { FakeCloud } from '../support/fake-cloud'
import { leave, render } from '../support/render'

let cloud: FakeCloud
afterEach(async () => {
  await leave()
  cloud.restore()
})

function Cancel() {
  const cancel = useAction('mall.cancelOrder')
  return (
    <>
      <Button onTap={() => void cancel.run({ orderId: 'ord_1' })}>取消订单</Button>
      {cancel.error?.message}
    </>
  )
}

const ids = () => cloud.calls.map((call) => call.requestId)

describe('按钮背后的请求', () => {
  it('没有回音就沿用同一个编号，成功后换新的', async () => {
    cloud = fakeCloud({ 'mall.cancelOrder': lostAnswer() })
    const screen = await render(<Cancel />)
    await screen.tap('取消订单')
    expect(screen.text()).toContain('再试一次不会重复提交')
    cloud.answer({ 'mall.cancelOrder': {} })
    await screen.tap('取消订单')
    await screen.tap('取消订单')
    const [first, second, third] = ids()
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('明确被拒绝后，再点是新的请求', async () => {
    cloud = fakeCloud({ 'mall.cancelOrder': refuse('ORDER_MOVED_ON') })
    const screen = await render(<Cancel />)
    await screen.tap('取消订单')
    expect(screen.text()).toContain('订单状态已经变了')
    await screen.tap('取消订单')
    expect(new Set(ids()).size).toBe(2)
  })

  it('连点两下只发一次', async () => {
    let release: (value: Record<string, never>) => void = () => undefined
    cloud = fakeCloud({
      'mall.cancelOrder': () =>
        new Promise<Record<string, never>>((resolve) => (release = resolve)),
    })
    const screen = await render(<Cancel />)
    await screen.tap('取消订单')
    await screen.tap('取消订单')
    release({})
    await screen.settle()
    expect(cloud.calls).toHaveLength(1)
  })
})
