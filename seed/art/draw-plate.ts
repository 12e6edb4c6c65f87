// A plate of small cakes stacked three over four, pressed with a pattern.
import { blossom, line } from './ornaments'
import { barrel, darken, lighten, linear, shadow } from './paint'

export interface Plate {
  cake: string
  plate: string
  /** Pressed into each cake. */
  stamp: string
  /** Flowers strewn on top. */
  strewn?: string
}

/** One block seen from the front and a little from above. */
const block = (x: number, y: number, cake: string, stamp: string): string =>
  `<path d="M${x} ${y}h40v28a3 3 0 0 1-3 3H${x + 3}a3 3 0 0 1-3-3z" fill="url(#front)"/>` +
  `<path d="M${x + 5} ${y - 11}h36l-1 11h-40z" fill="${lighten(cake, 0.32)}"/>` +
  `<rect x="${x + 6}" y="${y + 5}" width="28" height="21" rx="2" fill="none" ` +
  `stroke="${darken(cake, 0.26)}" stroke-width="1.1"/>` +
  line(stamp, x + 20, y + 21.5, 15, darken(cake, 0.34))

export function drawPlate({ cake, plate, stamp, strewn }: Plate): string {
  const low = [32, 76, 120, 164].map((x) => block(x + 2, 146, cake, stamp)).join('')
  const mid = [54, 98, 142].map((x) => block(x + 2, 104, cake, stamp)).join('')
  const flowers = [
    [64, 100],
    [88, 96],
    [178, 97],
    [44, 141],
    [190, 138],
    [130, 56],
    [112, 58],
    [46, 189],
    [196, 187],
  ]
    .map(([x = 0, y = 0], i) => blossom(x, y, 3.6 + (i % 2), strewn ?? '#fff', '#B98536'))
    .join('')
  return [
    barrel('plate', plate),
    linear('front', 'across', [0, lighten(cake, 0.06)], [1, darken(cake, 0.2)]),
    shadow(124, 204, 106, 12),
    '<path d="M16 176c16 20 60 28 104 28s88-8 104-28z" fill="url(#plate)"/>',
    `<ellipse cx="120" cy="176" rx="104" ry="13" fill="${lighten(plate, 0.3)}"/>`,
    `<ellipse cx="122" cy="178" rx="88" ry="8.5" fill="${darken(plate, 0.2)}"/>`,
    low,
    mid,
    block(100, 62, cake, stamp),
    strewn ? flowers : '',
    '<path d="M20 180c20 17 60 23 100 23" stroke="#fff" stroke-opacity=".5" ' +
      'stroke-width="2" fill="none"/>',
  ].join('')
}
