// Brushes shared by all drawings: colours, gradients, the two-tone table under every object.

export interface Backdrop {
  wall: string
  wallLow: string
  table: string
}

/** A number as SVG likes it: at most two decimals. */
export const n = (value: number): string => String(Math.round(value * 100) / 100)

const channels = (hex: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** The colour `share` (0–1) of the way from one colour to another. */
export function mix(from: string, to: string, share: number): string {
  const end = channels(to)
  const mixed = channels(from).map((c, i) => Math.round(c + ((end[i] ?? 0) - c) * share))
  return '#' + mixed.map((c) => c.toString(16).padStart(2, '0')).join('')
}

export const lighten = (hex: string, share: number): string => mix(hex, '#ffffff', share)
export const darken = (hex: string, share: number): string => mix(hex, '#1c120a', share)

type Stop = readonly [offset: number, colour: string, opacity?: number]

const stops = (list: readonly Stop[]): string =>
  list
    .map(([at, colour, alpha = 1]) => {
      const fade = alpha < 1 ? ` stop-opacity="${n(alpha)}"` : ''
      return `<stop offset="${n(at)}" stop-color="${colour}"${fade}/>`
    })
    .join('')

const directions = {
  across: 'x1="0" y1="0" x2="1" y2="0"',
  down: 'x1="0" y1="0" x2="0" y2="1"',
  slant: 'x1="0" y1="0" x2="1" y2="1"',
}

export function linear(
  id: string,
  direction: keyof typeof directions,
  ...list: readonly Stop[]
): string {
  const head = `<linearGradient id="${id}" ${directions[direction]}>`
  return `<defs>${head}${stops(list)}</linearGradient></defs>`
}

/** A glow around (cx, cy) in shares of the painted shape. */
export function radial(
  id: string,
  [cx, cy, r]: readonly [number, number, number],
  ...list: readonly Stop[]
): string {
  const head = `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">`
  return `<defs>${head}${stops(list)}</radialGradient></defs>`
}

/** Shading of an upright round body lit from the left. */
export const barrel = (id: string, base: string): string =>
  linear(
    id,
    'across',
    [0, darken(base, 0.06)],
    [0.2, lighten(base, 0.2)],
    [0.52, base],
    [1, darken(base, 0.36)],
  )

/** Shading of a ball lit from the upper left. */
export const ball = (id: string, base: string): string =>
  radial(id, [0.34, 0.26, 0.9], [0, lighten(base, 0.24)], [0.55, base], [1, darken(base, 0.42)])

/** Shading of a flat face that falls off to the right. */
export const face = (id: string, base: string): string =>
  linear(id, 'across', [0, lighten(base, 0.08)], [0.5, base], [1, darken(base, 0.24)])

export const shadow = (cx: number, cy: number, rx: number, ry: number): string =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="url(#shadow)"/>`

/** A whole picture: wall, table, light from the upper left, and what stands there. */
export function scene({ wall, wallLow, table }: Backdrop, ...things: string[]): string {
  return [
    '<svg viewBox="0 0 240 240" xmlns="http://www.w3.org/2000/svg">',
    linear('wall', 'down', [0, wall], [1, wallLow]),
    linear('table', 'down', [0, table], [1, darken(table, 0.07)]),
    radial(
      'shadow',
      [0.5, 0.5, 0.5],
      [0, '#3a2f1c', 0.4],
      [0.6, '#3a2f1c', 0.14],
      [1, '#3a2f1c', 0],
    ),
    radial('light', [0.3, 0.18, 0.8], [0, '#ffffff', 0.55], [1, '#ffffff', 0]),
    '<rect width="240" height="240" fill="url(#wall)"/>',
    '<rect y="172" width="240" height="68" fill="url(#table)"/>',
    '<rect width="240" height="240" fill="url(#light)"/>',
    ...things,
    '</svg>',
  ].join('')
}
