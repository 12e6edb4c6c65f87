// A travel tea set: a padded case, open, with an easy pot and two nested cups in it.
import { line } from './ornaments'
import { barrel, darken, face, lighten, shadow } from './paint'

export interface TravelSet {
  shell: string
  ware: string
  label: string
}

const cup = (x: number, y: number, ware: string): string =>
  `<path d="M${x - 22} ${y}c1 20 9 34 16 34h12c7 0 15-14 16-34z" fill="url(#ware)"/>` +
  `<ellipse cx="${x}" cy="${y}" rx="22" ry="5.5" fill="${lighten(ware, 0.5)}"/>` +
  `<ellipse cx="${x}" cy="${y + 1}" rx="18" ry="3.8" fill="${darken(ware, 0.18)}"/>`

function pot(ware: string): string {
  const deep = darken(ware, 0.34)
  return (
    '<path d="M54 128c-10-4-12-14-20-17-4 0-4 4-2 6 6 7 8 22 ' +
    `26 30z" fill="${darken(ware, 0.14)}"/>` +
    '<path d="M50 138c-2-28 18-40 46-40s48 12 46 40c-1 24-12 40-24 42H74c-12-2-23-18-24-42z" ' +
    'fill="url(#ware)"/>' +
    '<path d="M64 102c6-10 18-14 32-14s26 4 32 14c-18 6-46 6-64 ' +
    `0z" fill="${lighten(ware, 0.2)}"/>` +
    `<path d="M62 104c18 7 50 7 68 0" stroke="${deep}" stroke-opacity=".6" fill="none"/>` +
    `<path d="M88 88c-2-7 2-11 8-11s10 4 8 11z" fill="${darken(ware, 0.08)}"/>` +
    '<path d="M61 118c-3 16 0 28 6 38" stroke="#fff" stroke-width="6" opacity=".6" fill="none" ' +
    'stroke-linecap="round"/>'
  )
}

export function drawTravelSet({ shell, ware, label }: TravelSet): string {
  const lining = lighten(shell, 0.6)
  const deep = darken(shell, 0.4)
  return [
    barrel('ware', ware),
    face('shell', shell),
    shadow(126, 203, 108, 14),
    '<rect x="34" y="28" width="172" height="140" rx="24" fill="url(#shell)"/>',
    `<rect x="43" y="37" width="154" height="130" rx="17" fill="${lining}"/>`,
    '<path d="M43 66c0 0 0-29 29-29h96c29 0 29 29 29 29" fill="none" ' +
      `stroke="${darken(lining, 0.24)}" ` +
      'stroke-width="1.4" stroke-dasharray="4 3"/>',
    line(label, 120, 66, 20, deep),
    `<ellipse cx="98" cy="164" rx="60" ry="10" fill="${deep}" opacity=".35"/>`,
    pot(ware),
    cup(170, 124, ware),
    cup(170, 134, ware),
    '<path d="M28 158h184v22c0 13-9 22-22 22H50c-13 0-22-9-22-22z" fill="url(#shell)"/>',
    `<path d="M28 158h184v5H28z" fill="${lighten(shell, 0.26)}"/>`,
    `<path d="M36 171h168" stroke="${lighten(shell, 0.4)}" stroke-dasharray="4 3" opacity=".7"/>`,
    '<rect x="108" y="154" width="24" height="20" rx="4" fill="#C9A45C"/>' +
      '<rect x="114" y="162" width="12" height="3" rx="1.5" fill="#7a5c22"/>',
    '<path d="M36 176c0 10 6 18 16 19" stroke="#fff" stroke-width="3" opacity=".2" fill="none"/>',
  ].join('')
}
