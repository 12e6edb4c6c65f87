// What is written and read aloud for an amount of money.
import { afterEach, describe, expect, it } from 'vitest'
import { Money } from '@/components/money'
import type { MoneyProps } from '@/components/money'
import { formatBps, formatFen, formatShelfPrice, readFen } from '@/components/money/format'
import { leave, render } from '../support/render'

afterEach(leave)

const table: { props: MoneyProps; shown: string; read: string }[] = [
  { props: { fen: 128640 }, shown: '¥1,286.40', read: '1286 元 4 角' },
  { props: { fen: 7797, sign: 'always' }, shown: '+¥77.97', read: '加 77 元 9 角 7 分' },
  { props: { fen: 1188, sign: 'minus' }, shown: '\u2212¥11.88', read: '减 11 元 8 角 8 分' },
  { props: { fen: -500 }, shown: '\u2212¥5.00', read: '减 5 元' },
  { props: { fen: -5, sign: 'always' }, shown: '\u2212¥0.05', read: '减 0 元 5 分' },
  { props: { fen: 0, sign: 'always' }, shown: '¥0.00', read: '0 元' },
  { props: { fen: 100_000_000 }, shown: '¥1,000,000.00', read: '1000000 元' },
  { props: { fen: null }, shown: '—', read: '金额未知' },
  { props: { fen: undefined }, shown: '—', read: '金额未知' },
  { props: { fen: Number.NaN }, shown: '—', read: '金额未知' },
  { props: { fen: 12.5 }, shown: '—', read: '金额未知' },
  { props: { fen: 128640, hidden: true }, shown: '¥••••', read: '金额已隐藏' },
  { props: { fen: -500, hidden: true }, shown: '¥••••', read: '金额已隐藏' },
  {
    props: { fen: 7797, sign: 'always', state: 'pending' },
    shown: '+¥77.97',
    read: '待结算，加 77 元 9 角 7 分',
  },
]

describe('金额', () => {
  it.each(table)('$props 写作 $shown，读作 $read', async ({ props, shown, read }) => {
    const screen = await render(<Money {...props} />)
    expect(screen.text()).toBe(shown)
    expect(screen.all('.fy-money')[0]?.getAttribute('aria-label')).toBe(read)
  })

  it.each([
    { fen: 128640, size: 'fy-money-hero' },
    { fen: 1893255, size: 'fy-money-hero-fit' },
    { fen: 128640509900, size: 'fy-money-1' },
  ])('$fen 分作主角时用 $size', async ({ fen, size }) => {
    const screen = await render(<Money fen={fen} size="hero" />)
    expect(screen.all('.fy-money')[0]?.classList.contains(size)).toBe(true)
  })

  it('货架短价只在分为 00 时省去小数', () => {
    expect([5800, 5850, -100, null].map(formatShelfPrice)).toEqual([
      '¥58',
      '¥58.50',
      '\u2212¥1',
      '—',
    ])
  })

  it('比例按基点精确写出', () => {
    expect([1200, 1250, 1, 10_000, 0].map(formatBps)).toEqual([
      '12%',
      '12.5%',
      '0.01%',
      '100%',
      '0%',
    ])
  })

  it('句子里的金额和读法不经过小数', () => {
    expect(formatFen(29_00_07)).toBe('¥2,900.07')
    expect(readFen(29_00_07)).toBe('2900 元 7 分')
  })
})
