/** Finds a canvas on the page and opens it for drawing in CSS pixels, sharp on the phone's screen. */
import Taro from '@tarojs/taro'
import { findCanvas } from './find-canvas'
import type { CanvasNode, FoundCanvas } from './canvas-node'

export type { CanvasNode } from './canvas-node'

export interface OpenCanvas {
  node: CanvasNode
  ctx: CanvasRenderingContext2D
  /** CSS px as laid out. */
  width: number
  height: number
}

const TRIES = 12
const PAUSE_MS = 50

function pixelRatio(): number {
  return process.env.TARO_ENV === 'weapp'
    ? Taro.getWindowInfo().pixelRatio
    : (window.devicePixelRatio ?? 1)
}

/** Null when the canvas is not on the page within half a second (it was left again). */
export async function openCanvas(
  id: string,
  fixed?: { width: number; height: number },
): Promise<OpenCanvas | null> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const found = await findCanvas(id)
    if (found) return prepare(found, fixed)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return null
}

function prepare(found: FoundCanvas, fixed?: { width: number; height: number }): OpenCanvas | null {
  const { node } = found
  const ratio = fixed ? 1 : pixelRatio()
  const { width, height } = fixed ?? found
  node.width = Math.round(width * ratio)
  node.height = Math.round(height * ratio)
  const ctx = node.getContext('2d')
  if (!ctx) return null
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  return { node, ctx, width, height }
}

let count = 0
/** An id no other canvas of the app has. */
export function newCanvasId(kind: string): string {
  count += 1
  return `fy-${kind}-${count}`
}
