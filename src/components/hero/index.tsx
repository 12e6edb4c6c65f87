/** The one dark ground of a screen, with its terrace lines; the first card lies over its lower edge. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface HeroProps {
  children: ReactNode
  /** What overlaps the lower edge: the first card. */
  over?: ReactNode
}

export function Hero({ children, over }: HeroProps) {
  return (
    <>
      <View className={over ? 'fy-hero fy-hero-deep' : 'fy-hero'}>
        <View className="fy-hero-lines" />
        <View className="fy-hero-content">{children}</View>
      </View>
      {over && <View className="fy-hero-over">{over}</View>}
    </>
  )
}
