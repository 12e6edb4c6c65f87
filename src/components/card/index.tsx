/** A sheet of paper on the page; `flush` leaves the vertical room to the rows inside. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'

interface CardProps {
  children: ReactNode
  /** No vertical padding: for lists. */
  flush?: boolean
  /** No padding at all: for pictures and own layouts. */
  bare?: boolean
  onTap?: () => void
  className?: string
}

export function Card({ children, flush, bare, onTap, className }: CardProps) {
  return (
    <View
      className={classNames('fy-card', flush && 'fy-card-flush', bare && 'fy-card-bare', className)}
      hoverClass={onTap ? 'fy-card-pressed' : 'none'}
      onClick={onTap}
    >
      {children}
    </View>
  )
}
