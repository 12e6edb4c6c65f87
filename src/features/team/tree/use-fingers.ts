/** Fingers on the picture: one moves it, two make it larger or smaller, and a tap says where. */
import { useMemo, useRef } from 'react'

export interface Point {
  x: number
  y: number
}

/** What both platforms tell of a finger: where on the canvas (weapp), or where in the window (h5). */
interface Finger {
  x?: number
  y?: number
  clientX: number
  clientY: number
}

interface FingerEvent {
  touches?: ArrayLike<Finger>
  detail?: { x?: number; y?: number }
  clientX?: number
  clientY?: number
}

interface Doing {
  onMove: (by: Point) => void
  onZoom: (factor: number, at: Point) => void
  onTap: (at: Point) => void
  /** Where the canvas begins in the window. */
  origin: () => Point
}

/** Further than this a finger does not tap any more, px. */
const REACH = 10
/** After a touch the browser sends a click of its own: its place is the finger's. */
const FRESH_MS = 1000

const middleOf = ([a, b]: readonly Point[]): Point =>
  a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : (a ?? { x: 0, y: 0 })

const spreadOf = ([a, b]: readonly Point[]) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0)

export function useFingers(doing: Doing) {
  const latest = useRef(doing)
  latest.current = doing
  return useMemo(() => {
    let before: readonly Point[] = []
    let begun: Point | null = null
    let at = 0
    let strayed = false
    const read = ({ touches }: FingerEvent): readonly Point[] => {
      const { x: left, y: top } = latest.current.origin()
      return Array.from(touches ?? [], ({ x, y, clientX, clientY }) =>
        x === undefined || y === undefined ? { x: clientX - left, y: clientY - top } : { x, y },
      )
    }
    const start = (event: unknown) => {
      before = read(event as FingerEvent)
      strayed = strayed || before.length > 1
      if (before.length > 1) return
      begun = before[0] ?? null
      at = Date.now()
      strayed = false
    }
    const move = (event: unknown) => {
      const now = read(event as FingerEvent)
      if (now.length !== before.length || now.length === 0) return start(event)
      const [from, to] = [middleOf(before), middleOf(now)]
      if (begun && Math.hypot(to.x - begun.x, to.y - begun.y) > REACH) strayed = true
      const spread = spreadOf(before)
      if (spread > 0) latest.current.onZoom(spreadOf(now) / spread, to)
      if (strayed) latest.current.onMove({ x: to.x - from.x, y: to.y - from.y })
      before = now
    }
    const end = (event: unknown) => {
      before = read(event as FingerEvent)
    }
    const tap = (event: unknown) => {
      const isFinger = begun !== null && Date.now() - at < FRESH_MS
      if (isFinger && strayed) return
      const { clientX, clientY } = event as FingerEvent
      const { x, y } = latest.current.origin()
      if (isFinger && begun) latest.current.onTap(begun)
      else if (clientX !== undefined && clientY !== undefined) {
        latest.current.onTap({ x: clientX - x, y: clientY - y })
      }
    }
    return { start, move, end, tap }
  }, [])
}
