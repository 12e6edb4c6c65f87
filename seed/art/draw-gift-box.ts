// A lidded gift box with a paper band round its middle.
import { column, ornament, seal, type Ornament } from './ornaments'
import { darken, face, lighten, shadow } from './paint'

export interface GiftBox {
  label: string
  mark: string
  colour: string
  trim?: string
  band?: string
  decor?: Ornament
  /** A tied cord above the band. */
  isTied?: boolean
}

const bow = (colour: string): string =>
  `<g fill="none" stroke="${colour}" stroke-width="3.4" stroke-linecap="round">` +
  '<path d="M120 62C104 44 86 44 90 54C93 61 108 63 120 62C136 44 154 44 150 54' +
  'C147 61 132 63 120 62"/><path d="M118 63C112 72 106 76 104 ' +
  '84M122 63C128 72 134 76 136 84"/></g>' +
  `<circle cx="120" cy="62" r="5" fill="${colour}"/>`

export function drawGiftBox({ label, mark, colour, ...more }: GiftBox): string {
  const { trim = '#C9A45C', band = '#F4E9D2', decor = 'leaves', isTied = false } = more
  const size = label.length > 2 ? 20 : 25
  const top = label.length > 2 ? 116 : 128
  return [
    face('box', colour),
    face('lid', lighten(colour, 0.1)),
    shadow(124, 198, 98, 15),
    '<path d="M44 84h152v106a4 4 0 0 1-4 4H48a4 4 0 0 1-4-4z" fill="url(#box)"/>',
    ornament(decor, [46, 132, 48], trim, 0.7),
    ornament(decor, [149, 98, 42], trim, 0.6),
    '<path d="M40 66a4 4 0 0 1 4-4h152a4 4 0 0 1 4 4v24H40z" fill="url(#lid)"/>',
    `<path d="M40 90h160v4H40z" fill="${darken(colour, 0.6)}" opacity=".35"/>`,
    `<path d="M96 62h48v132H96z" fill="${band}"/>`,
    '<path d="M96 90h48v4H96z" fill="#6b5a36" opacity=".35"/>',
    `<path d="M100 62v132M140 62v132" stroke="${trim}" stroke-width="1.2"/>`,
    column(label, 120, top, size, darken(colour, 0.45)),
    seal(mark, 120, 178, 16),
    '<path d="M40 66a4 4 0 0 1 4-4h152a4 4 0 0 1 4 4v2H40z" fill="#fff" opacity=".16"/>',
    isTied ? bow(trim) : '',
  ].join('')
}
