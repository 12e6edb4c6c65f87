// Terraced hills under a sun or a moon: the wide banners and the square garden view.
import { lighten, linear, n } from './paint'

export interface Hills {
  width: number
  height: number
  sky: readonly [top: string, bottom: string]
  /** Sun or moon: centre in shares of the picture, radius in shares of the height. */
  disc: readonly [x: number, y: number, r: number, colour: string]
  /** Ridges from the farthest to the nearest. */
  ridges: readonly string[]
  /** Shifts every wave, so that no two views share a skyline. */
  phase: number
}

type Ridge = (x: number) => number

function ridgeline({ width, height, phase, ridges }: Hills, i: number): Ridge {
  const base = height * (0.5 + (i * 0.5) / (ridges.length + 0.2))
  const swing = height * (0.085 - i * 0.006)
  const turn = (Math.PI * 2) / width
  return (x) =>
    base +
    swing * Math.sin(x * turn * (1.2 + i * 0.13) + phase + i * 1.9) +
    swing * 0.42 * Math.sin(x * turn * (2.6 - i * 0.2) + phase * 2.3 + i * 0.7)
}

const trace = (width: number, ridge: Ridge): string =>
  Array.from({ length: 49 }, (_, k) => {
    const x = (width * k) / 48
    return `${k ? 'L' : 'M'}${n(x)} ${n(ridge(x))}`
  }).join('')

/** Terrace lines follow their ridge downwards, opening as they come nearer. */
function terraces(hills: Hills, i: number, colour: string): string {
  const ridge = ridgeline(hills, i)
  const lines = [1, 2.1, 3.4, 4.9].map((step, k) => {
    const drop: Ridge = (x) => ridge(x) + step * hills.height * 0.034 * (1 + i * 0.16)
    const path = trace(hills.width, drop)
    return `<path d="${path}" stroke-opacity="${n(0.5 - k * 0.08)}"/>`
  })
  return `<g fill="none" stroke="${lighten(colour, 0.46)}" stroke-width="1.2">${lines.join('')}</g>`
}

export function drawHills(hills: Hills): string {
  const { width, height, sky, disc, ridges } = hills
  const [x, y, r, glow] = disc
  const layers = ridges.map((colour, i) => {
    const land = `${trace(width, ridgeline(hills, i))}V${height}H0Z`
    return `<path d="${land}" fill="${colour}"/>` + (i ? terraces(hills, i, colour) : '')
  })
  return [
    `<svg viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">`,
    linear('sky', 'down', [0, sky[0]], [1, sky[1]]),
    `<rect width="${width}" height="${height}" fill="url(#sky)"/>`,
    `<circle cx="${n(x * width)}" cy="${n(y * height)}" r="${n(r * height)}" fill="${glow}" ` +
      'opacity=".9"/>',
    ...layers,
    '</svg>',
  ].join('')
}
