/** An amount of money: sign first, ¥ and decimals smaller, hidden on request, read aloud whole. */
import { Text } from '@tarojs/components'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { readFen, splitFen, UNKNOWN } from './format'
import type { MoneySign } from './format'
import { moneyStateWords } from './states.data'
import type { MoneyState } from './states.data'

export interface MoneyProps {
  /** Whole fen; null, undefined or a fraction is shown as —. */
  fen: number | null | undefined
  /** hero 40 (one a screen) · 1 = 28 · 2 = 20 · 3 = 16 · 4 = 14. */
  size?: 'hero' | '1' | '2' | '3' | '4'
  /** A flow has a sign (`always`), a balance none but its own minus (`auto`), a deduction `minus`. */
  sign?: MoneySign
  /** Adds the state's word for screen readers and, unless `tone` says otherwise, its colour. */
  state?: MoneyState
  tone?: 'ink' | 'price' | 'gold' | 'on-hero' | 'inherit' | 'state' | 'quiet'
  /** The eye is shut: digits become ••••. */
  hidden?: boolean
  /** Struck through: a former price. */
  was?: boolean
  className?: string
}

function fitSize(size: string, length: number): string {
  if (size !== 'hero' || length < 10) return size
  return length < 13 ? 'hero-fit' : '1'
}

export function Money(props: MoneyProps) {
  const { fen, size = '3', sign = 'auto', state, tone, hidden = false, was = false } = props
  const parts = splitFen(fen, sign)
  const length = parts ? parts.sign.length + parts.yuan.length + 4 : 1
  const look = tone ?? (state ? 'state' : 'inherit')
  const spoken = hidden ? '金额已隐藏' : readFen(fen, sign)
  return (
    <Text
      className={classNames(
        'fy-money',
        `fy-money-${fitSize(size, length)}`,
        look === 'state' ? `fy-money-is-${state}` : `fy-money-${look}`,
        was && 'fy-money-was',
        props.className,
      )}
      {...aria(state ? `${moneyStateWords[state]}，${spoken}` : spoken, 'text')}
    >
      {parts === undefined ? (
        UNKNOWN
      ) : (
        <>
          {!hidden && parts.sign}
          <Text className="fy-money-yuan">¥</Text>
          {hidden ? <Text className="fy-money-dots">••••</Text> : parts.yuan}
          {!hidden && <Text className="fy-money-fen">.{parts.fen}</Text>}
        </>
      )}
    </Text>
  )
}
