// A carton of tea bags, one pyramid bag hanging out beside a cup's worth of string.
import { blossom, column, leaf, line } from './ornaments'
import { darken, face, lighten, linear, shadow } from './paint'

export interface TeaBags {
  label: string
  note: string
  colour: string
  tea: string
}

const pyramidBag = (x: number, y: number, tea: string): string =>
  `<path d="M${x} ${y}l26 44c-14 7-38 7-52 0z" fill="#F9F6EA" ` +
  'fill-opacity=".9" stroke="#C9C2AA"/>' +
  leaf(x - 14, y + 42, -10, 0.6, tea) +
  leaf(x + 2, y + 40, -40, 0.6, lighten(tea, 0.2)) +
  leaf(x - 6, y + 34, -80, 0.5, darken(tea, 0.2)) +
  blossom(x + 8, y + 38, 4, '#fff', '#E3B866') +
  `<path d="M${x} ${y}l-8 45M${x} ${y}l10 45" stroke="#fff" stroke-opacity=".6"/>`

export function drawTeaBags({ label, note, colour, tea }: TeaBags): string {
  const deep = darken(colour, 0.5)
  return [
    face('front', colour),
    linear('top', 'down', [0, lighten(colour, 0.36)], [1, lighten(colour, 0.18)]),
    shadow(116, 200, 98, 14),
    '<path d="M40 78l18-20h116l-14 20z" fill="url(#top)"/>',
    `<path d="M160 78l14-20v118l-14 22z" fill="${darken(colour, 0.3)}"/>`,
    '<path d="M30 78h130v116a5 5 0 0 1-5 5H35a5 5 0 0 1-5-5z" fill="url(#front)"/>',
    '<path d="M30 78h130v5H30z" fill="#fff" opacity=".2"/>',
    '<path d="M46 98h64v86H46z" fill="#F8F4E6"/>',
    `<path d="M50 102h56v78H50z" fill="none" stroke="${deep}" stroke-opacity=".4"/>`,
    column(label.slice(0, 2), 90, 128, 23, deep) + column(label.slice(2), 64, 140, 17, deep),
    blossom(128, 112, 11, '#FBF8EC', '#E3B866') + blossom(140, 136, 7, '#FBF8EC', '#E3B866'),
    leaf(120, 134, 30, 0.8, lighten(colour, 0.4)),
    line(note, 130, 178, 9, '#FBF8EC'),
    '<path d="M166 66c30 10 40 50 32 86" stroke="#E9E2CC" stroke-width="1.6" fill="none"/>',
    '<rect x="154" y="58" width="18" height="16" rx="2" fill="#F8F4E6" ' +
      'transform="rotate(-14 163 66)"/>' +
      `<rect x="158" y="62" width="10" height="8" rx="1" fill="${colour}" ` +
      'transform="rotate(-14 163 66)"/>',
    '<ellipse cx="200" cy="202" rx="32" ry="7" fill="url(#shadow)"/>',
    pyramidBag(197, 152, tea),
  ].join('')
}
