// A glazed stoneware tea caddy with a knobbed lid and a hanging tag.
import { column, looseLeaves, ornament, seal, type Ornament } from './ornaments'
import { ball, barrel, darken, lighten, shadow } from './paint'

export interface Caddy {
  label: string
  mark: string
  colour: string
  decor?: Ornament
  leaf?: string
}

export function drawCaddy({
  label,
  mark,
  colour,
  decor = 'none',
  leaf = '#6E6A4E',
}: Caddy): string {
  const deep = darken(colour, 0.5)
  const size = Math.min(19, 48 / label.length)
  const tagHigh = label.length * size * 1.12 + 34
  const tagTop = 118
  return [
    ball('body', colour),
    barrel('lid', lighten(colour, 0.06)),
    shadow(127, 200, 84, 13),
    '<path d="M88 82c-30 10-40 34-38 60 2 28 14 46 34 56 8 3 64 3 72 0 20-10 32-28 34-56' +
      ' 2-26-8-50-38-60z" fill="url(#body)"/>',
    '<path d="M51 136c2 30 14 52 33 62 8 3 64 3 72 0 19-10 31-32 ' +
      '33-62-8 30-38 40-69 40s-61-10-69-40z"' +
      ` fill="${deep}" opacity=".22"/>`,
    ornament(decor, [62, 108, 46], lighten(colour, 0.6), 0.6),
    `<path d="M84 80c20 7 52 7 72 0v10c-20 7-52 7-72 0z" fill="${deep}" opacity=".5"/>`,
    '<path d="M76 62c0-10 18-16 44-16s44 6 44 16v14c-18 9-70 9-88 0z" fill="url(#lid)"/>',
    `<ellipse cx="120" cy="60" rx="43" ry="12" fill="${lighten(colour, 0.24)}"/>`,
    '<path d="M108 58c-4-14 2-22 12-22s16 8 12 22c-6 3-18 3-24 0z" fill="url(#lid)"/>',
    `<ellipse cx="117" cy="41" rx="6" ry="3" fill="#fff" opacity=".3"/>`,
    '<path d="M84 86c20 8 50 8 62 2l4 30" stroke="#E8D9B6" stroke-width="2" fill="none"/>',
    `<rect x="134" y="${tagTop}" width="32" height="${tagHigh}" ` +
      'rx="3" fill="#2a1a0c" opacity=".22" ' +
      `transform="translate(2 3)"/><rect x="134" y="${tagTop}" ` +
      `width="32" height="${tagHigh}" rx="3" ` +
      'fill="#F7F0DE"/><circle cx="150" cy="123" r="2" fill="#8a7650"/>',
    column(label, 150, tagTop + 11 + size * 0.92, size, deep),
    seal(mark, 150, tagTop + tagHigh - 12, 13),
    '<path d="M66 112c-6 22-2 44 10 60" stroke="#fff" stroke-width="8" opacity=".24" fill="none" ' +
      'stroke-linecap="round"/>',
    looseLeaves(188, 206, leaf),
  ].join('')
}
