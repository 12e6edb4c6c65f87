// A clay teapot: the low three-cornered 石瓢 or the round 西施.
import { ornament, type Ornament } from './ornaments'
import { ball, darken, lighten, linear, shadow } from './paint'

export interface Teapot {
  colour: string
  form: 'stone-ladle' | 'round'
  decor?: Ornament
}

const forms = {
  'stone-ladle': {
    body: 'M86 92h68c22 26 40 56 42 84c0 10-8 16-22 16H66c-14 0-22-6-22-16c2-28 20-58 42-84z',
    spout: 'M68 132C48 118 42 98 22 92c-4-.6-5 4-2 6c14 14 14 46 36 62z',
    handle: 'M172 116c34-22 58 2 46 26c-6 12-18 22-30 32',
    lid: 'M84 92c4-9 18-13 36-13s32 4 36 13c-18 6-54 6-72 0z',
    knob: 'M106 80c0-12 6-16 14-16s14 4 14 16c-8 3-20 3-28 0z',
    foot: 'M64 191h16l-3 7H68zM160 191h16l-4 7h-9z',
    mouth: 'M82 94c22 8 54 8 76 0',
  },
  round: {
    body: 'M56 134c0-36 28-56 64-56s64 20 64 56c0 38-26 58-64 58s-64-20-64-58z',
    spout: 'M64 124c-14-6-16-20-30-26c-5-1-7 4-4 7c10 12 12 36 38 50z',
    handle: 'M178 108c28-12 44 4 37 26c-6 19-20 29-38 30',
    lid: 'M78 86c8-12 24-17 42-17s34 5 42 17c-22 9-62 9-84 0z',
    knob: 'M108 70c0-10 5-15 12-15s12 5 12 15c-7 2-17 2-24 0z',
    foot: 'M86 188c18 6 50 6 68 0l-3 8c-18 4-44 4-62 0z',
    mouth: 'M76 88c24 10 64 10 88 0',
  },
} as const

export function drawTeapot({ colour, form, decor = 'none' }: Teapot): string {
  const part = forms[form]
  const [dark, deep] = [darken(colour, 0.3), darken(colour, 0.5)]
  return [
    ball('body', colour),
    linear('lid', 'across', [0, lighten(colour, 0.2)], [1, darken(colour, 0.24)]),
    linear('spout', 'slant', [0, lighten(colour, 0.16)], [1, dark]),
    linear('grip', 'down', [0, lighten(colour, 0.06)], [1, deep]),
    shadow(126, 195, 98, 14),
    `<path d="${part.spout}" fill="url(#spout)"/>`,
    `<path d="${part.handle}" fill="none" stroke="url(#grip)" stroke-width="10.5" ` +
      'stroke-linecap="round"/>',
    `<path d="${part.foot}" fill="${deep}"/>`,
    `<path d="${part.body}" fill="url(#body)" stroke-linejoin="round"/>`,
    `<path d="${part.lid}" fill="url(#lid)"/>`,
    `<path d="${part.mouth}" stroke="${deep}" stroke-width="1.6" fill="none" opacity=".6"/>`,
    `<path d="${part.knob}" fill="url(#lid)"/>`,
    '<ellipse cx="92" cy="122" rx="13" ry="22" fill="#fff" opacity=".13" ' +
      'transform="rotate(24 92 122)"/>',
    ornament(decor, [116, 124, 48], lighten(colour, 0.62), 0.55),
  ].join('')
}
