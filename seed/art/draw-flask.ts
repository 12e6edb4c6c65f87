// A steel brewing flask with a lacquered body and a cup for a lid.
import { ornament, seal, type Ornament } from './ornaments'
import { barrel, lighten, shadow } from './paint'

export interface Flask {
  colour: string
  mark: string
  decor?: Ornament
}

export function drawFlask({ colour, mark, decor = 'hills' }: Flask): string {
  return [
    barrel('body', colour),
    barrel('steel', '#BDB8AA'),
    shadow(126, 202, 60, 11),
    '<path d="M82 84h76v106c0 7-16 12-38 12s-38-5-38-12z" fill="url(#body)"/>',
    '<path d="M82 182c10 6 66 6 76 0v10c0 6-16 10-38 10s-38-4-38-10z" fill="url(#steel)"/>',
    '<path d="M84 70h72l2 16c-14 5-62 5-76 0z" fill="url(#steel)"/>',
    '<path d="M88 34c0-5 12-9 32-9s32 4 32 9l3 38c-12 5-58 5-70 0z" fill="url(#body)"/>',
    `<ellipse cx="120" cy="33" rx="31" ry="7" fill="${lighten(colour, 0.28)}"/>`,
    '<path d="M86 62c12 5 56 5 68 0" stroke="#C9A45C" stroke-width="1.6" fill="none"/>',
    '<path d="M82 94c12 5 64 5 76 0" stroke="#C9A45C" stroke-width="1.2" fill="none"/>',
    ornament(decor, [92, 104, 56], '#E9D9B2', 0.85),
    seal(mark, 120, 172, 13),
    '<path d="M91 42l-2 24M90 100v74" stroke="#fff" stroke-width="5" opacity=".26" ' +
      'stroke-linecap="round"/>',
    '<path d="M148 42l1 24M150 100v76" stroke="#000" stroke-width="4" opacity=".08" ' +
      'stroke-linecap="round"/>',
  ].join('')
}
