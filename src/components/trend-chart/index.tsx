/** One figure over days, with the period before dashed behind it; its sentence is read aloud. */
import { Canvas, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useTheme } from '@/state/theme'
import { aria } from '../aria'
import { newCanvasId, openCanvas } from '../canvas/open-canvas'
import { formatCount } from '../money/format'
import { drawTrend } from './draw-trend'
import type { TrendPoint } from './draw-trend'
import { chartInks } from './inks.data'

export { formatWan } from '../money/format'
export type { TrendPoint } from './draw-trend'

interface TrendChartProps {
  points: readonly TrendPoint[]
  /** The period before, day by day. */
  before?: readonly number[]
  /** What the chart says in words: shown to nobody who sees it, read to those who don't. */
  summary: string
  /** Of the axis; counts unless told. `formatWan` for fen. */
  format?: (value: number) => string
}

export function TrendChart({ points, before, summary, format = formatCount }: TrendChartProps) {
  const [id] = useState(() => newCanvasId('trend'))
  const { theme } = useTheme()
  // Callers build new arrays on every render: only new figures draw anew.
  const figures = JSON.stringify({ points, before })
  useEffect(() => {
    let isLeft = false
    void openCanvas(id).then((canvas) => {
      if (!canvas || isLeft) return
      const shown = JSON.parse(figures) as Pick<TrendChartProps, 'points' | 'before'>
      drawTrend(canvas.ctx, canvas, { ...shown, format }, chartInks[theme])
    })
    return () => {
      isLeft = true
    }
  }, [id, figures, theme, format])
  return (
    <View className="fy-trend" {...aria(summary, 'img')}>
      {before && (
        <View className="fy-trend-legend">
          <View className="fy-trend-now" />
          <Text>本期</Text>
          <View className="fy-trend-before" />
          <Text>前期</Text>
        </View>
      )}
      <Canvas type="2d" id={id} canvasId={id} className="fy-trend-canvas" />
    </View>
  )
}
