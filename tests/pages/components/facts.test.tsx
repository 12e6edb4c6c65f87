// 几件事写在一行里：中间有点，行首没有；读起来和写起来一样。
import { afterEach, describe, expect, it } from 'vitest'
import { Facts } from '@/components/facts'
import { leave, render } from '../support/render'

afterEach(leave)

describe('几件事写在一行里', () => {
  it.each([
    [['3 人'], '3 人', 0],
    [['3 人', '活跃 2 人', '本月 ¥838.00'], '3 人 · 活跃 2 人 · 本月 ¥838.00', 2],
  ])('%j', async (facts, words, dots) => {
    const screen = await render(<Facts of={facts} />)
    expect(screen.text()).toBe(words)
    // The dot stands before a fact: where a line begins with one, it lies outside of what is seen.
    expect(screen.all('.fy-fact-dot')).toHaveLength(dots)
    expect(screen.all('.fy-fact')[0]?.textContent).toBe(facts[0])
  })
})
