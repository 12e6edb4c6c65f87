// An open tray box with six moulded pastries, or twelve wrapped tea balls.
import { blossom, line } from './ornaments'
import { darken, lighten, linear, n, shadow } from './paint'

export interface PastryBox {
  colour: string
  /** One colour a piece; six or twelve. */
  pieces: readonly string[]
  shape: 'flower' | 'ball' | 'square'
  label?: string
}

function flowerCake(x: number, y: number, r: number, colour: string): string {
  const deep = darken(colour, 0.28)
  const petals = Array.from(
    { length: 8 },
    (_, i) =>
      `<ellipse cy="${n(-r * 0.56)}" rx="${n(r * 0.2)}" ry="${n(r * 0.32)}" ` +
      `transform="rotate(${i * 45})"/>`,
  ).join('')
  return (
    `<circle cx="${n(x + 1)}" cy="${n(y + 2.4)}" r="${n(r)}" fill="${deep}" opacity=".6"/>` +
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour}"/>` +
    `<g transform="translate(${n(x)} ${n(y)})" fill="none" stroke="${deep}" stroke-width="1.2">` +
    `${petals}</g><circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 0.2)}" fill="${deep}"/>`
  )
}

/** A ball twisted in paper. */
function wrappedBall(x: number, y: number, r: number, colour: string): string {
  const deep = darken(colour, 0.3)
  const folds = [-50, -20, 15, 45].map(
    (turn) =>
      `<path d="M0 ${n(-r * 0.3)}Q${n(r * 0.2)} ${n(r * 0.4)} 0 ${n(r * 0.9)}" ` +
      `transform="rotate(${turn})" fill="none" stroke="${deep}" stroke-opacity=".5"/>`,
  )
  return (
    `<ellipse cx="${n(x + 2)}" cy="${n(y + 3)}" rx="${n(r)}" ` +
    `ry="${n(r)}" fill="#3a2a18" opacity=".3"/>` +
    `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${colour}"/>` +
    `<circle cx="${n(x - r * 0.3)}" cy="${n(y - r * 0.34)}" r="${n(r * 0.5)}" ` +
    `fill="${lighten(colour, 0.3)}" opacity=".55"/>` +
    `<g transform="translate(${n(x)} ${n(y)})">${folds.join('')}</g>` +
    blossom(x, y - r * 0.3, r * 0.34, lighten(colour, 0.5), deep)
  )
}

function squareCake(x: number, y: number, r: number, colour: string): string {
  const deep = darken(colour, 0.26)
  const box = (grow: number, more: string): string =>
    `<rect x="${n(x - r + grow)}" y="${n(y - r + grow)}" width="${n((r - grow) * 2)}" ` +
    `height="${n((r - grow) * 2)}" rx="4" ${more}/>`
  return (
    `<g transform="translate(1 3)">${box(0, `fill="${deep}" opacity=".6"`)}</g>` +
    box(0, `fill="${colour}"`) +
    box(r * 0.2, `fill="none" stroke="${deep}" stroke-width="1.1"`) +
    line('福', x, y + r * 0.38, r * 1.02, deep)
  )
}

const shapes = { flower: flowerCake, ball: wrappedBall, square: squareCake }

export function drawPastryBox({ colour, pieces, shape, label }: PastryBox): string {
  const columns = pieces.length > 6 ? 4 : 3
  const rows = pieces.length / columns
  const [wide, high] = [(156 - (columns - 1) * 5) / columns, (126 - (rows - 1) * 5) / rows]
  const r = Math.min(wide, high) * 0.41
  const wells = pieces.map((piece, i) => {
    const x = 42 + (i % columns) * (wide + 5)
    const y = 60 + Math.floor(i / columns) * (high + 5)
    const well =
      `<rect x="${n(x)}" y="${n(y)}" width="${n(wide)}" ` +
      `height="${n(high)}" rx="4" fill="#E6D9BF"/>` +
      `<path d="M${n(x)} ${n(y + 4)}a4 4 0 0 1 4-4h${n(wide - 8)}a4 4 0 0 1 4 4" fill="none" ` +
      'stroke="#B9A57F" stroke-opacity=".6"/>'
    return well + shapes[shape](x + wide / 2, y + high / 2 - 1, r, piece)
  })
  return [
    linear('box', 'slant', [0, lighten(colour, 0.14)], [1, darken(colour, 0.26)]),
    shadow(126, 204, 100, 13),
    '<rect x="30" y="48" width="180" height="152" rx="8" fill="url(#box)"/>',
    `<path d="M30 190v2a8 8 0 0 0 8 8h164a8 8 0 0 0 8-8v-2z" fill="#000" opacity=".16"/>`,
    '<rect x="37" y="55" width="166" height="136" rx="5" fill="#F7EEDD"/>',
    ...wells,
    label
      ? '<rect x="92" y="186" width="56" height="15" rx="2" fill="#F7EEDD"/>' +
        line(label, 120, 197.5, 11, darken(colour, 0.4))
      : '',
    '<path d="M30 56a8 8 0 0 1 8-8h164a8 8 0 0 1 8 8" fill="none" stroke="#fff" opacity=".3"/>',
  ].join('')
}
