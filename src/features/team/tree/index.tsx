/** A team as a picture that is moved, made larger and tapped; its sentence is read aloud, a list lies beside it. */
import { Canvas, Text, View as Box } from '@tarojs/components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { aria } from '@/components/aria'
import { newCanvasId, openCanvas } from '@/components/canvas/open-canvas'
import type { OpenCanvas } from '@/components/canvas/open-canvas'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'
import { useTheme } from '@/state/theme'
import { drawTree } from './draw-tree'
import { hitSpot } from './hit-spot'
import { treeInks } from './inks.data'
import { BOTTOM, columnsIn, layOutTree, UNFOLD } from './lay-out-tree'
import type { Picture, Spot } from './lay-out-tree'
import type { TreeRow } from './tree-row'
import { useFingers } from './use-fingers'
import { firstView, lookAt, moveBy, zoomAt } from './view'
import type { View } from './view'

export type { TreeRow } from './tree-row'

interface TeamTreeProps {
  /** Whose team it is. */
  name: string
  rows: readonly TreeRow[]
  /** What the picture says in words. */
  summary: string
  /** The row that is looked at: it is drawn even where it would be folded. */
  chosen: number | null
  onPerson: (at: number) => void
}

const ZOOM_STEP = 1.4
/** Until the canvas is found. */
const USUAL = { width: 343, height: 264 }

function Tool({ icon, label, onTap }: { icon: IconName; label: string; onTap: () => void }) {
  return (
    <Box className="team-tree-tool" onClick={onTap} {...aria(label, 'button')}>
      <Icon name={icon} size={18} />
    </Box>
  )
}

/** What is on the canvas now; it changes with every finger, so nothing of it is rendered. */
interface Stage {
  canvas: OpenCanvas | null
  picture: Picture | null
  view: View | null
  chosen: number | null
  /** A drawing waits for the next frame. */
  isDue: boolean
}

function frame(canvas: OpenCanvas, step: () => void): void {
  const { requestAnimationFrame } = canvas.node as {
    requestAnimationFrame?: (step: () => void) => number
  }
  if (requestAnimationFrame) requestAnimationFrame.call(canvas.node, step)
  else window.requestAnimationFrame(step)
}

function useStage({ name, rows, chosen }: Omit<TeamTreeProps, 'summary' | 'onPerson'>) {
  const [id] = useState(() => newCanvasId('team'))
  const { theme } = useTheme()
  const [canvas, setCanvas] = useState<OpenCanvas | null>(null)
  const [added, setAdded] = useState(0)
  const [isZoomed, setZoomed] = useState(false)
  const stage = useRef<Stage>({
    ...{ canvas: null, picture: null, view: null, chosen: null, isDue: false },
  })
  useEffect(() => {
    let isLeft = false
    void openCanvas(id).then((found) => !isLeft && setCanvas(found))
    return () => {
      isLeft = true
    }
  }, [id])
  const count = columnsIn(canvas ?? USUAL) - 1 + added
  const picture = useMemo(() => layOutTree(rows, count, chosen), [rows, count, chosen])
  const paint = () => {
    const { current } = stage
    current.isDue = false
    const { canvas: open, view } = current
    if (!open || !view || !current.picture) return
    const scene = { name, rows, picture: current.picture, chosen }
    drawTree(open.ctx, open, scene, view, treeInks[theme])
  }
  const latest = useRef(paint)
  latest.current = paint
  const show = (view: View) => {
    const { current } = stage
    current.view = view
    setZoomed(view.scale * BOTTOM > (current.canvas?.height ?? 0) + 1)
    if (current.isDue || !current.canvas) return
    current.isDue = true
    frame(current.canvas, () => latest.current())
  }
  useEffect(() => {
    const { current } = stage
    const { view } = current
    const wasFolded = current.picture?.people.length ?? 0
    Object.assign(current, { canvas, picture })
    if (!canvas) return
    const spot = picture.people.find(({ at }) => at === chosen)
    const isOff = (one: View) => {
      const x = (spot?.x ?? 0) * one.scale + one.x
      return spot !== undefined && (x < 24 || x > canvas.width - 24)
    }
    const kept = view ? moveBy(view, { x: 0, y: 0 }, picture, canvas) : firstView(picture, canvas)
    // Where the fold was, those it stood for begin.
    const isUnfolded =
      view !== null && picture.people.length > wasFolded && chosen === current.chosen
    const looked = isUnfolded ? picture.people[wasFolded - 1] : isOff(kept) ? spot : undefined
    current.chosen = chosen
    show(looked ? lookAt(kept, looked.x, picture, canvas) : kept)
    // Everything that is drawn is named here; `show` only reaches for the stage.
  }, [canvas, picture, chosen, theme, name])
  return { id, stage, show, isZoomed, unfold: () => setAdded((more) => more + UNFOLD) }
}

export function TeamTree({ summary, onPerson, ...shown }: TeamTreeProps) {
  const { id, stage, show, isZoomed, unfold } = useStage(shown)
  const change = (to: (view: View, picture: Picture, canvas: OpenCanvas) => View) => {
    const { canvas, picture, view } = stage.current
    if (canvas && picture && view) show(to(view, picture, canvas))
  }
  const zoom = (factor: number) =>
    change((view, picture, size) =>
      zoomAt(view, factor, { x: size.width / 2, y: size.height / 2 }, picture, size),
    )
  const touch = (spot: Spot | null) => {
    if (spot?.kind === 'fold') unfold()
    else if (spot?.kind === 'person') onPerson(spot.at)
  }
  const fingers = useFingers({
    onMove: (by) => change((view, picture, size) => moveBy(view, by, picture, size)),
    onZoom: (factor, at) =>
      change((view, picture, size) => zoomAt(view, factor, at, picture, size)),
    onTap: (at) => {
      const { picture, view } = stage.current
      if (picture && view) touch(hitSpot(picture, view, at))
    },
    origin: () => {
      const box = stage.current.canvas?.node as Partial<HTMLCanvasElement> | undefined
      const { left = 0, top = 0 } = box?.getBoundingClientRect?.() ?? {}
      return { x: left, y: top }
    },
  })
  return (
    <Box className="team-tree">
      <Box {...aria(summary, 'img')}>
        <Canvas
          type="2d"
          id={id}
          canvasId={id}
          className={isZoomed ? 'team-tree-canvas team-tree-zoomed' : 'team-tree-canvas'}
          disableScroll={isZoomed}
          onTouchStart={fingers.start}
          onTouchMove={fingers.move}
          onTouchEnd={fingers.end}
          onTouchCancel={fingers.end}
          onClick={fingers.tap}
        />
      </Box>
      <Box className="team-tree-tools team-tree-left">
        <Tool icon="minus" label="缩小关系图" onTap={() => zoom(1 / ZOOM_STEP)} />
        <Tool icon="plus" label="放大关系图" onTap={() => zoom(ZOOM_STEP)} />
      </Box>
      <Box className="team-tree-tools team-tree-right">
        <Tool
          icon="refresh"
          label="关系图回到开头"
          onTap={() => change((_view, picture, size) => firstView(picture, size))}
        />
      </Box>
      <Box className="team-tree-legend" aria-hidden="true">
        <Box className="team-key team-key-direct" />
        <Text>直接，线粗即销售多</Text>
        <Box className="team-key team-key-dot" />
        <Text>间接</Text>
        <Box className="team-key team-key-ring" />
        <Text>还没出单</Text>
      </Box>
    </Box>
  )
}
