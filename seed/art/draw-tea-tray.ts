// A bamboo tea tray seen from above the table, with a small pot and cups on it.
import { ball, darken, lighten, linear, n, shadow } from './paint'

export interface TeaTray {
  wood: string
  pot: string
  cup: string
}

const smallCup = (x: number, y: number, colour: string): string =>
  `<ellipse cx="${x + 3}" cy="${y + 17}" rx="17" ry="4" fill="#2a1a0c" opacity=".3"/>` +
  `<path d="M${x - 15} ${y}c1 12 6 18 10 18h10c4 0 9-6 10-18z" fill="${darken(colour, 0.1)}"/>` +
  `<path d="M${x - 15} ${y}c1 12 6 18 10 18h4c-6-4-9-10-9-18z" fill="#fff" opacity=".35"/>` +
  `<ellipse cx="${x}" cy="${y}" rx="15" ry="4.4" fill="${lighten(colour, 0.3)}"/>` +
  `<ellipse cx="${x}" cy="${y + 1}" rx="12.6" ry="3.2" fill="#B8763A"/>`

export function drawTeaTray({ wood, pot, cup }: TeaTray): string {
  const slats = Array.from({ length: 11 }, (_, i) => {
    const [top, bottom] = [62 + i * 11.6, 44 + i * 15.2]
    return `<path d="M${n(top)} 142L${n(bottom)} 182" />`
  }).join('')
  return [
    linear('board', 'across', [0, lighten(wood, 0.2)], [0.6, wood], [1, darken(wood, 0.16)]),
    linear('front', 'down', [0, darken(wood, 0.18)], [1, darken(wood, 0.42)]),
    ball('pot', pot),
    shadow(124, 208, 112, 15),
    '<path d="M48 134h144l28 56H20z" fill="url(#board)"/>',
    '<path d="M20 190h200v13a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4z" fill="url(#front)"/>',
    `<g stroke="${darken(wood, 0.5)}" stroke-width="2" stroke-opacity=".55">${slats}</g>`,
    '<path d="M48 134h144l28 56H20z" fill="none" ' +
      `stroke="${lighten(wood, 0.36)}" stroke-width="1.6"/>`,
    '<ellipse cx="112" cy="164" rx="52" ry="8" fill="#2a1a0c" opacity=".34"/>',
    `<path d="M66 122c-14-4-16-18-28-21-4 0-4 4-2 6 8 8 8 28 32 38z" fill="${darken(pot, 0.14)}"/>`,
    '<path d="M146 112c24-10 38 4 31 22-5 13-16 21-30 22" ' +
      `fill="none" stroke="${darken(pot, 0.2)}" ` +
      'stroke-width="8" stroke-linecap="round"/>',
    '<path d="M58 132c0-28 21-43 48-43s48 15 48 43c0 24-18 34-48 ' +
      '34s-48-10-48-34z" fill="url(#pot)"/>',
    `<path d="M76 94c5-9 16-13 30-13s25 4 30 13c-16 6-44 6-60 0z" fill="${lighten(pot, 0.12)}"/>`,
    `<path d="M74 96c18 7 46 7 64 0" stroke="${darken(pot, 0.5)}" stroke-width="1.4" fill="none" ` +
      'opacity=".6"/>',
    `<circle cx="106" cy="75" r="7.5" fill="${lighten(pot, 0.16)}"/>`,
    '<ellipse cx="84" cy="120" rx="8" ry="15" fill="#fff" ' +
      'opacity=".16" transform="rotate(24 84 120)"/>',
    smallCup(182, 150, cup),
    smallCup(196, 172, cup),
    smallCup(158, 174, cup),
  ].join('')
}
