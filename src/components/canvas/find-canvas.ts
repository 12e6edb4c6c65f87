/** Finds a canvas of the page by its id: null while it is not laid out. */
import Taro from '@tarojs/taro'
import type { CanvasNode, FoundCanvas } from './canvas-node'

interface Found {
  node?: CanvasNode
  width?: number
  height?: number
}

export function findCanvas(id: string): Promise<FoundCanvas | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((answers: (Found | null)[]) => {
        const { node, width, height } = answers[0] ?? {}
        resolve(node && width ? { node, width, height: height ?? 0 } : null)
      })
  })
}
