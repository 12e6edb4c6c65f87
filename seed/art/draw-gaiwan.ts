// A lidded bowl on its saucer, plain or with a brushed ornament.
import { ornament, type Ornament } from './ornaments'
import { barrel, darken, lighten, shadow } from './paint'

export interface Gaiwan {
  colour: string
  decor?: Ornament
  ink?: string
  /** Rim line, as on 描金 ware. */
  rim?: string
}

export function drawGaiwan({ colour, decor = 'none', ink = '#5C83A0', rim }: Gaiwan): string {
  const edge = rim ?? darken(colour, 0.22)
  const width = rim ? 2.2 : 1.4
  return [
    barrel('bowl', colour),
    barrel('lid', darken(colour, 0.02)),
    barrel('dish', darken(colour, 0.06)),
    shadow(126, 199, 86, 13),
    '<path d="M40 176c20 16 50 22 80 22s60-6 80-22c-24 8-52 11-80 11s-56-3-80-11z" ' +
      'fill="url(#dish)"/>',
    `<ellipse cx="120" cy="176" rx="80" ry="12" fill="${lighten(colour, 0.3)}"/>`,
    `<ellipse cx="122" cy="177" rx="54" ry="7.4" fill="${darken(colour, 0.16)}"/>`,
    rim
      ? '<ellipse cx="120" cy="176" rx="80" ry="12" fill="none" ' +
        `stroke="${rim}" stroke-width="1.4"/>`
      : '',
    '<path d="M56 92h128c-4 48-26 84-48 86h-32c-22-2-44-38-48-86z" fill="url(#bowl)"/>',
    '<path d="M70 86c8-22 28-31 50-31s42 9 50 31c-28 8-72 8-100 0z" fill="url(#lid)"/>',
    `<path d="M70 86c28 8 72 8 100 0" stroke="${darken(colour, 0.3)}" ` +
      'stroke-opacity=".4" fill="none"/>',
    `<path d="M56 92c34 11 94 11 128 0" stroke="${edge}" stroke-width="${width}" fill="none"/>`,
    `<path d="M106 56c0-8 5-11 14-11s14 3 14 11z" fill="url(#lid)" stroke="${edge}"/>`,
    ornament(decor, [90, 108, 56], ink),
    '<path d="M68 102c3 29 12 50 22 62" stroke="#fff" stroke-width="6" opacity=".6" fill="none" ' +
      'stroke-linecap="round"/>',
  ].join('')
}
