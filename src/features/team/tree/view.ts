/** What of the picture is on the screen: moved, made larger or smaller about a point, and kept from getting lost. */
import type { Picture } from './lay-out-tree'

export interface View {
  scale: number
  /** Where the picture's origin is, px of the canvas. */
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

interface Point {
  x: number
  y: number
}

const MIN_SCALE = 0.25
const MAX_SCALE = 2.5

/** Smaller than what fits is of no use; a picture of thousands stays wider than the screen. */
function leastScale(picture: Picture, size: Size): number {
  const fitting = size.width / (picture.right - picture.left)
  return Math.max(MIN_SCALE, Math.min(size.height / picture.bottom, fitting))
}

/** As it is first seen: as high as the canvas, the middle of the picture in the middle. */
export function firstView(picture: Picture, size: Size): View {
  const middle = (picture.left + picture.right) / 2
  const scale = size.height / picture.bottom
  return keepIn({ scale, x: size.width / 2 - middle * scale, y: 0 }, picture, size)
}

export function moveBy(view: View, by: Point, picture: Picture, size: Size): View {
  return keepIn({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, size)
}

/** What lies under the point stays under it. */
export function zoomAt(view: View, factor: number, at: Point, picture: Picture, size: Size): View {
  const scale = Math.min(MAX_SCALE, Math.max(leastScale(picture, size), view.scale * factor))
  const by = scale / view.scale
  const moved = { scale, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by }
  return keepIn(moved, picture, size)
}

/** A place in the picture comes into the middle of the screen, sideways. */
export function lookAt(view: View, x: number, picture: Picture, size: Size): View {
  return keepIn({ ...view, x: size.width / 2 - x * view.scale }, picture, size)
}

/** What fits stays in the middle; what is larger covers the screen. */
function keepIn(view: View, picture: Picture, size: Size): View {
  const { scale } = view
  return {
    scale,
    x: keep(view.x, picture.left * scale, picture.right * scale, size.width),
    y: keep(view.y, 0, picture.bottom * scale, size.height),
  }
}

function keep(offset: number, from: number, to: number, room: number): number {
  if (to - from <= room) return (room - from - to) / 2
  return Math.min(-from, Math.max(room - to, offset))
}

/** First and past-the-last of spots (sorted by x) within a span, found by halving. */
export function spotsWithin(
  spots: readonly { x: number }[],
  from: number,
  to: number,
): readonly [number, number] {
  return [firstAt(spots, from), firstAt(spots, to)]
}

function firstAt(spots: readonly { x: number }[], x: number): number {
  let [low, high] = [0, spots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spots[middle]?.x ?? 0) < x) low = middle + 1
    else high = middle
  }
  return low
}
