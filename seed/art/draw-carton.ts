// An upright paper carton with a folded top and a round window on a landscape.
import { column, looseLeaves, ornament, seal, type Ornament } from './ornaments'
import { darken, face, lighten, shadow } from './paint'

export interface Carton {
  label: string
  mark: string
  colour: string
  decor?: Ornament
  leaf?: string
}

export function drawCarton({ label, mark, colour, decor = 'hills', leaf }: Carton): string {
  const deep = darken(colour, 0.5)
  const size = Math.min(21, 74 / label.length)
  return [
    face('front', colour),
    shadow(128, 200, 80, 13),
    `<path d="M158 62l26 12v118l-26 8z" fill="${darken(colour, 0.34)}"/>`,
    `<path d="M62 62l30-22h80l12 34-26-12z" fill="${lighten(colour, 0.3)}"/>`,
    `<path d="M92 40h80l12 34-26-12z" fill="${darken(colour, 0.12)}" opacity=".6"/>`,
    '<path d="M62 62h96v138H66a4 4 0 0 1-4-4z" fill="url(#front)"/>',
    `<path d="M62 62h96v3H62z" fill="${lighten(colour, 0.5)}" opacity=".6"/>`,
    '<circle cx="92" cy="160" r="24" fill="#F6F1E2"/>',
    `<circle cx="92" cy="160" r="21" fill="none" stroke="${deep}" stroke-opacity=".4"/>`,
    ornament(decor, [75, 144, 34], deep, 0.8),
    '<rect x="122" y="76" width="26" height="92" rx="1.5" fill="#F6F1E2"/>',
    column(label, 135, 80 + (84 - label.length * size * 1.12) / 2 + size * 0.95, size, deep),
    seal(mark, 135, 184, 14),
    '<path d="M74 78c8-4 16-4 24 0M74 86c8-4 16-4 24 0" stroke="#F6F1E2" ' +
      'stroke-opacity=".6" fill="none"/>',
    '<path d="M67 68v126" stroke="#fff" stroke-width="4" opacity=".14"/>',
    leaf ? looseLeaves(192, 208, leaf) : '',
  ].join('')
}
