/** The funnel as a picture; its sentence is read aloud. */
import { Canvas, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '@/components/aria'
import { newCanvasId, openCanvas } from '@/components/canvas/open-canvas'
import { chartInks } from '@/components/trend-chart/inks.data'
import { useTheme } from '@/state/theme'
import { drawFunnel } from './draw-funnel'
import type { FunnelStep } from './draw-funnel'

export function FunnelChart({ steps }: { steps: readonly FunnelStep[] }) {
  const [id] = useState(() => newCanvasId('funnel'))
  const { theme } = useTheme()
  const figures = JSON.stringify(steps)
  useEffect(() => {
    let isLeft = false
    void openCanvas(id).then((canvas) => {
      if (!canvas || isLeft) return
      drawFunnel(canvas.ctx, canvas, JSON.parse(figures) as FunnelStep[], chartInks[theme])
    })
    return () => {
      isLeft = true
    }
  }, [id, figures, theme])
  const summary = steps.map(({ name, count }) => `${name} ${count}`).join('，')
  return (
    <View {...aria(summary, 'img')}>
      <Canvas type="2d" id={id} canvasId={id} className="funnel-canvas" />
    </View>
  )
}
