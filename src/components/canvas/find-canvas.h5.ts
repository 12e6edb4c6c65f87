/** Finds a canvas by its id in the browser; Taro's own query throws when its page has just been left. */
import type { CanvasNode, FoundCanvas } from './canvas-node'

export function findCanvas(id: string): Promise<FoundCanvas | null> {
  const host = document.getElementById(id)
  const canvas = host instanceof HTMLCanvasElement ? host : host?.querySelector('canvas')
  const { width = 0, height = 0 } = host?.getBoundingClientRect() ?? {}
  const node = canvas as CanvasNode | null | undefined
  return Promise.resolve(node && width > 0 ? { node, width, height } : null)
}
