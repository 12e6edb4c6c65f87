// A stand-up tea pouch with a sewn top and a paper label.
import { column, ornament, seal, type Ornament } from './ornaments'
import { barrel, darken, lighten, shadow } from './paint'

export interface Pouch {
  label: string
  colour: string
  mark?: string
  decor?: Ornament
  ink?: string
  /** Kraft bags roll their top and are tied with string. */
  isKraft?: boolean
}

const sewnTop = (colour: string): string =>
  `<path d="M68 44h104l-3 16H71z" fill="${darken(colour, 0.3)}"/>` +
  `<path d="M71 60h98" stroke="${lighten(colour, 0.2)}" stroke-width="1.2" stroke-dasharray="3 3"/>`

const rolledTop = (colour: string): string =>
  `<path d="M66 40h108v20c-30 5-78 5-108 0z" fill="${lighten(colour, 0.14)}"/>` +
  '<path d="M66 60c30 5 78 5 108 0v5c-30 5-78 5-108 0z" ' +
  `fill="${darken(colour, 0.5)}" opacity=".3"/>` +
  '<path d="M65 52c36 7 74 7 110 0" stroke="#EFE4CB" stroke-width="2.4" fill="none"/>' +
  '<path d="M120 57c-14-10-24-2-14 2 6 2 10 0 14-2 14-10 24-2 14 2-6 2-10 0-14-2l-6 16' +
  'M120 57l8 14" stroke="#EFE4CB" stroke-width="2" fill="none" stroke-linecap="round"/>'

export function drawPouch({ label, colour, decor = 'leaves', ...more }: Pouch): string {
  const { mark = '', ink = darken(colour, 0.45), isKraft = false } = more
  const size = Math.min(18, 70 / (label.length * 1.1))
  const top = 94 + (76 - label.length * size * 1.12) / 2 + size * 0.75
  return [
    barrel('bag', colour),
    shadow(127, 201, 72, 12),
    '<path d="M68 44h104l-3 16c6 40 9 92 5 134-1 5-4 7-9 7H75c-5 0-8-2-9-7-4-42-1-94 5-134z" ' +
      'fill="url(#bag)"/>',
    isKraft ? rolledTop(colour) : sewnTop(colour),
    '<path d="M162 66c5 40 6 84 3 128M70 190c30 8 70 8 100 0" stroke="#000" stroke-width="1.6" ' +
      'opacity=".12" fill="none"/>',
    '<path d="M84 84h72v96H84z" fill="#F6F2E6"/>',
    `<path d="M88 88h64v88H88z" fill="none" stroke="${ink}" ` +
      'stroke-opacity=".45" stroke-width=".8"/>',
    column(label, 137, top, size, ink),
    ornament(decor, [87, 98, 40], lighten(ink, 0.34)),
    mark ? seal(mark, 104, 162, 12) : '',
    '<path d="M78 70c-3 40-4 84-2 118" stroke="#fff" stroke-width="5" opacity=".14" fill="none"/>',
  ].join('')
}
