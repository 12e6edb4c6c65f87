/** A canvas as both platforms give it, and its place on the page. */

/** What both WeChat's canvas and a browser's give. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage?: () => HTMLImageElement
}

export interface FoundCanvas {
  node: CanvasNode
  /** CSS px as laid out. */
  width: number
  height: number
}
