// A glass jar with a lid of wood or cloth, showing what is in it.
import { blossom, leaf, line } from './ornaments'
import { barrel, darken, lighten, linear, n, shadow } from './paint'

export interface Jar {
  label: string
  note: string
  /** What fills the jar. */
  filling: 'honey' | 'tea' | 'roses' | 'chrysanthemums' | 'peel' | 'kumquats' | 'walnuts'
  colour: string
  lid?: 'wood' | 'cloth'
  cloth?: string
}

type Piece = (x: number, y: number, i: number, colour: string) => string

const petalRing = (x: number, y: number, count: number, long: number, fill: string): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `<ellipse cx="0" cy="${-long / 2}" rx="${n(long * 0.22)}" ` +
      `ry="${n(long / 2)}" fill="${fill}" ` +
      `transform="translate(${n(x)} ${n(y)}) rotate(${n((i * 360) / count)})"/>`,
  ).join('')

const pieces: Record<Jar['filling'], Piece> = {
  honey: (x, y, i) =>
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${(i * 37) % 90})" ` +
    'fill="#FBE6A6" opacity=".8">' +
    '<ellipse rx="1.7" ry="4.2"/><ellipse rx="4.2" ry="1.7"/></g>',
  tea: (x, y, i, colour) =>
    leaf(x - 6, y, (i * 71) % 360, 0.5, i % 3 ? darken(colour, 0.3) : lighten(colour, 0.2)) +
    (i % 4 ? '' : `<circle cx="${n(x)}" cy="${n(y)}" r="2.2" fill="#F0C75E"/>`),
  roses: (x, y, i, colour) =>
    `<circle cx="${n(x)}" cy="${n(y)}" r="8.4" fill="${mixRose(colour, i)}"/>` +
    `<path d="M${n(x - 7)} ${n(y + 1)}c0 8 14 8 14 0" fill="none" ` +
    `stroke="${darken(colour, 0.4)}" ` +
    'stroke-opacity=".5" stroke-width="1.2"/>' +
    `<circle cx="${n(x)}" cy="${n(y - 1)}" r="4.8" fill="${lighten(colour, 0.26)}"/>` +
    `<path d="M${n(x - 3)} ${n(y - 1)}c1-4 6-4 6 0-1 3-5 2-4-1" fill="none" ` +
    `stroke="${darken(colour, 0.24)}" stroke-width="1"/>`,
  chrysanthemums: (x, y, i, colour) =>
    petalRing(x, y, 9, 9, i % 2 ? lighten(colour, 0.3) : lighten(colour, 0.12)) +
    `<circle cx="${n(x)}" cy="${n(y)}" r="2.8" fill="${darken(colour, 0.24)}"/>`,
  peel: (x, y, i, colour) =>
    `<path transform="translate(${n(x)} ${n(y)}) ` +
    `rotate(${(i * 53) % 360})" d="M-9-3c6-5 12-5 18 0` +
    `c-4 3-14 3-18 0z" fill="${i % 2 ? colour : darken(colour, 0.3)}"/>` +
    (i % 3 ? '' : leaf(x, y, i * 40, 0.46, '#8E9A7C')),
  kumquats: (x, y, i, colour) =>
    `<circle cx="${n(x)}" cy="${n(y)}" r="9" fill="${i % 2 ? colour : lighten(colour, 0.14)}" ` +
    `stroke="${darken(colour, 0.3)}" stroke-opacity=".5"/>` +
    `<path d="M${n(x - 5)} ${n(y - 3)}a6 6 0 0 1 5-4" stroke="#fff" ` +
    'stroke-width="1.6" opacity=".6" ' +
    'fill="none" stroke-linecap="round"/>',
  walnuts: (x, y, i, colour) =>
    `<g transform="translate(${n(x)} ${n(y)}) rotate(${(i * 67) % 180})">` +
    `<ellipse rx="9.4" ry="7.4" fill="${i % 2 ? colour : lighten(colour, 0.12)}"/>` +
    `<path d="M-9 1c5-4 13 4 18-1M-4-6c-2 3 3 4 1 7M4 7c2-3-3-4-1-7" fill="none" ` +
    `stroke="${darken(colour, 0.4)}" stroke-width="1"/></g>`,
}

const mixRose = (colour: string, i: number): string => lighten(colour, (i % 3) * 0.12)

/** Rows of pieces, shifted every other row, from the bottom of the jar up. */
function fill(filling: Jar['filling'], colour: string): string {
  const rows = filling === 'honey' ? 7 : 8
  const gap = filling === 'honey' ? 11 : 12.5
  const spots = Array.from({ length: rows * 6 }, (_, i) => {
    const [row, col] = [Math.floor(i / 6), i % 6]
    const x = 84 + col * 14.4 + ((row * 5 + col * 3) % 4) - 1
    return pieces[filling](x, 188 - row * gap - ((col * 5 + row) % 3) * 2, i, colour)
  })
  return `<g clip-path="url(#inside)">${spots.join('')}</g>`
}

const lids = {
  wood:
    '<rect x="78" y="48" width="84" height="28" rx="5" fill="url(#cap)"/>' +
    '<path d="M78 57h84M78 66h84" stroke="#4b3214" stroke-opacity=".25"/>' +
    '<rect x="78" y="48" width="84" height="4" rx="2" fill="#fff" opacity=".2"/>',
  cloth:
    '<path d="M66 84c8-8 12-14 14-24 4-14 20-18 40-18s36 4 40 18c2 10 6 16 14 24-8-3-12 3-20 0' +
    '-8 4-14-1-22 2-8-3-16 2-24 0-8 2-14-2-22-2-8 3-12-3-20 0z" fill="url(#cap)"/>' +
    '<path d="M79 64c26 8 56 8 82 0" stroke="#EFE0BC" stroke-width="3" fill="none"/>' +
    blossom(120, 67, 5, '#EFE0BC', '#B98536'),
}

export function drawJar({
  label,
  note,
  filling,
  colour,
  lid = 'wood',
  cloth = '#8B6033',
}: Jar): string {
  const ink = darken(colour, 0.62)
  const level = filling === 'honey' ? 112 : 100
  const inside = `M76 ${level}c16 4 26-4 44 0s32 3 44-1V184c0 8-4 12-12 12H88c-8 0-12-4-12-12z`
  return [
    linear('glass', 'across', [0, '#F3EBD6'], [0.2, '#FFFDF6'], [0.55, '#F1E8D2'], [1, '#CFC2A2']),
    linear('fill', 'down', [0, lighten(colour, 0.18)], [1, darken(colour, 0.18)]),
    barrel('cap', cloth),
    `<clipPath id="inside"><path d="${inside}"/></clipPath>`,
    shadow(127, 200, 74, 13),
    '<path d="M70 92c0-10 8-14 14-18h72c6 4 14 8 14 18v92c0 10-6 16-16 16H86c-10 0-16-6-16-16z" ' +
      'fill="url(#glass)" stroke="#B7A67E" stroke-opacity=".6"/>',
    `<path d="${inside}" fill="url(#fill)"/>`,
    fill(filling, colour),
    '<path d="M164 92v96c0 6-4 9-8 10V86z" fill="#3a2a10" opacity=".14"/>',
    lids[lid],
    '<rect x="92" y="130" width="56" height="48" rx="3" fill="#FBF5E6"/>' +
      `<rect x="95" y="133" width="50" height="42" rx="2" fill="none" stroke="${ink}" ` +
      'stroke-opacity=".4"/>',
    line(label, 120, 153, label.length > 2 ? 14 : 17, ink),
    line(note, 120, 169, 9.5, lighten(ink, 0.24)),
    '<path d="M79 96v86" stroke="#fff" stroke-width="5" opacity=".55" stroke-linecap="round"/>',
  ].join('')
}
