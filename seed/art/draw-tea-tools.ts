// A bamboo cup holding the six tools of tea 茶道六件, with a scoop laid before it.
import { column } from './ornaments'
import { barrel, darken, lighten, linear, shadow } from './paint'

export interface TeaTools {
  wood: string
  label: string
}

export function drawTeaTools({ wood, label }: TeaTools): string {
  const [light, dark] = [lighten(wood, 0.2), darken(wood, 0.3)]
  return [
    barrel('cup', wood),
    linear('stick', 'across', [0, light], [1, dark]),
    shadow(124, 200, 86, 13),
    '<g fill="url(#stick)">' +
      '<path d="M92 110L74 34c-2-8 6-12 9-4l20 78z"/>' +
      '<path d="M106 110L98 30c0-6 8-6 8 0l8 80z"/>' +
      '<path d="M122 110V24c0-5 7-5 7 0v86z"/>' +
      '<path d="M132 110l12-74c1-6 8-5 7 1l-10 74z"/>' +
      '<path d="M142 112l20-66c2-6 9-3 7 2l-18 66z"/></g>',
    `<ellipse cx="76" cy="34" rx="8" ry="15" transform="rotate(-14 76 34)" fill="${light}"/>`,
    `<ellipse cx="77" cy="35" rx="4.6" ry="10.5" transform="rotate(-14 76 34)" fill="${dark}" ` +
      'opacity=".45"/>',
    `<ellipse cx="125.5" cy="24" rx="9" ry="5" fill="${light}"/>` +
      `<ellipse cx="125.5" cy="24" rx="5.5" ry="2.6" fill="${dark}" opacity=".5"/>`,
    `<path d="M82 100h76l-5 90c-1 8-15 11-33 11s-32-3-33-11z" fill="url(#cup)"/>`,
    `<ellipse cx="120" cy="100" rx="38" ry="9" fill="${light}"/>`,
    `<path d="M90 101c8 5 52 5 60 0-8-5-52-5-60 0z" fill="${darken(wood, 0.55)}"/>`,
    '<g fill="url(#stick)"><path d="M96 102l-3-12h10l3 13zM122 ' +
      '103V90h7v13zM133 103l3-13h7l-3 13z"/>' +
      '<path d="M106 103l-2-13h8l2 13zM143 102l4-12h7l-5 12z"/></g>',
    `<path d="M84 130c18 7 54 7 72 0M87 186c16 6 50 6 66 0" stroke="${darken(wood, 0.45)}" ` +
      'stroke-width="1.6" opacity=".5" fill="none"/>',
    column(label, 120, 157, 17, darken(wood, 0.62)),
    '<path d="M92 112l4 80" stroke="#fff" stroke-width="5" opacity=".2" stroke-linecap="round"/>',
    `<path d="M150 216c16-2 28-6 38-9l22-1c5 1 5 6 0 7l-22 3c-12 3-24 6-37 6-4-1-4-5-1-6z" ` +
      `fill="${light}"/><path d="M190 209l18-1" stroke="${dark}" stroke-width="1.4" opacity=".6"/>`,
  ].join('')
}
