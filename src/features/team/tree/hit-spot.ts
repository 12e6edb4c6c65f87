/** Who is under a finger: the nearest within reach, a dot standing for whoever brought it. */
import { DOT_R, PERSON_R, ROOT_R } from './lay-out-tree'
import type { Picture, Spot } from './lay-out-tree'
import { spotsWithin } from './view'
import type { View } from './view'

/** Half of the least tap target, px of the screen. */
const REACH = 22
/** The name below a person is theirs as well, px of the picture. */
const CAPTION = 54

export function hitSpot(picture: Picture, view: View, at: { x: number; y: number }): Spot | null {
  const [x, y] = [(at.x - view.x) / view.scale, (at.y - view.y) / view.scale]
  const reach = REACH / view.scale
  const { root, people, dots } = picture
  const wide = Math.max(PERSON_R, reach)
  const near = nearest(people, x, wide)
  if (near && y > near.y - wide && y < near.y + Math.max(CAPTION, reach)) return near
  const dot = nearest(dots, x, Math.max(DOT_R, reach))
  if (dot && Math.abs(dot.y - y) < Math.max(DOT_R, reach)) return people[dot.of] ?? null
  const isRoot = Math.hypot(root.x - x, root.y - y) <= Math.max(ROOT_R, reach)
  return isRoot ? root : null
}

function nearest<S extends { x: number }>(spots: readonly S[], x: number, reach: number): S | null {
  const [first, end] = spotsWithin(spots, x - reach, x + reach)
  let found: S | null = null
  for (const spot of spots.slice(first, end)) {
    if (!found || Math.abs(spot.x - x) < Math.abs(found.x - x)) found = spot
  }
  return found
}
