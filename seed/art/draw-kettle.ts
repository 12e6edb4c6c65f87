// A cast-iron kettle with a high bail handle, standing over a small flame.
import { ornament, type Ornament } from './ornaments'
import { ball, darken, lighten, linear, n, shadow } from './paint'

export interface Kettle {
  colour: string
  decor?: Ornament
}

/** 铁壶 are cast with rows of small knobs. */
function knobs(colour: string): string {
  const dots = Array.from({ length: 33 }, (_, i) => {
    const [row, col] = [Math.floor(i / 11), i % 11]
    const x = 70 + col * 10 + (row % 2) * 5
    const y = 122 + row * 9 + (col - 5) * (col - 5) * -0.32
    return `<circle cx="${n(x)}" cy="${n(y)}" r="2.4"/>`
  })
  return (
    `<g fill="${darken(colour, 0.4)}" transform="translate(.8 1.2)">${dots.join('')}</g>` +
    `<g fill="${lighten(colour, 0.24)}">${dots.join('')}</g>`
  )
}

export function drawKettle({ colour, decor = 'none' }: Kettle): string {
  const deep = darken(colour, 0.5)
  return [
    ball('body', colour),
    linear('lid', 'across', [0, lighten(colour, 0.26)], [1, deep]),
    linear('bail', 'across', [0, lighten(colour, 0.3)], [0.5, colour], [1, deep]),
    shadow(126, 202, 96, 14),
    '<path d="M68 100C58 22 182 22 172 100" fill="none" stroke="url(#bail)" stroke-width="7" ' +
      'stroke-linecap="round"/>',
    '<path d="M92 50c16-10 40-10 56 0" fill="none" stroke="#8B6033" stroke-width="10" ' +
      'stroke-linecap="round"/>',
    '<path d="M182 126c16-2 16-20 32-26 5-1 6 3 4 6-10 12-8 34-38 ' +
      `46z" fill="${darken(colour, 0.24)}"/>`,
    '<path d="M50 138c0-30 28-44 70-44s70 14 70 44-14 50-30 ' +
      '58c-10 4-70 4-80 0-16-8-30-28-30-58z" ' +
      'fill="url(#body)"/>',
    knobs(colour),
    ornament(decor, [96, 146, 46], lighten(colour, 0.4), 0.5),
    '<path d="M84 96c4-10 18-14 36-14s32 4 36 14c-20 7-52 7-72 0z" fill="url(#lid)"/>',
    `<path d="M82 98c22 8 54 8 76 0" stroke="${deep}" stroke-width="1.8" fill="none"/>`,
    `<path d="M112 83c-4-8 0-14 8-14s12 6 8 14z" fill="url(#lid)"/>`,
    '<path d="M62 124c-4 20 0 40 12 56" stroke="#fff" stroke-width="6" opacity=".12" fill="none" ' +
      'stroke-linecap="round"/>',
    `<path d="M78 194h12l-3 9h-8zM150 194h12l-1 9h-8z" fill="${deep}"/>`,
  ].join('')
}
