// Two small tea cups, one before the other, with tea in them.
import { ornament, type Ornament } from './ornaments'
import { barrel, darken, lighten, n, shadow } from './paint'

export interface Cups {
  colour: string
  second?: string
  tea: string
  decor?: Ornament
  ink?: string
}

function cup(
  id: string,
  [x, y, half]: readonly [number, number, number],
  colour: string,
  tea: string,
): string {
  const [ry, deep] = [half * 0.26, half * 1.16]
  return [
    barrel(id, colour),
    shadow(x + 6, y + deep + 4, half * 1.2, 10),
    `<path d="M${n(x - half)} ${y}c${n(half * 0.05)} ${n(deep * 0.7)} ` +
      `${n(half * 0.34)} ${n(deep)} ` +
      `${n(half * 0.6)} ${n(deep)}h${n(half * 0.8)}c${n(half * 0.26)} 0 ${n(half * 0.55)} ` +
      `${n(-deep * 0.3)} ${n(half * 0.6)} ${n(-deep)}z" fill="url(#${id})"/>`,
    `<path d="M${n(x - half * 0.4)} ${n(y + deep)}h${n(half * 0.8)}l-3 6h${n(-half * 0.8 + 6)}z" ` +
      `fill="${darken(colour, 0.3)}"/>`,
    `<ellipse cx="${x}" cy="${y}" rx="${half}" ry="${n(ry)}" fill="${lighten(colour, 0.4)}"/>`,
    `<ellipse cx="${x}" cy="${n(y + 2)}" rx="${n(half * 0.9)}" ` +
      `ry="${n(ry * 0.78)}" fill="${tea}"/>`,
    `<ellipse cx="${n(x - half * 0.24)}" cy="${n(y + 0.6)}" rx="${n(half * 0.4)}" ` +
      `ry="${n(ry * 0.26)}" fill="${lighten(tea, 0.5)}" opacity=".6"/>`,
    `<path d="M${n(x - half * 0.82)} ${n(y + half * 0.3)}q${n(half * 0.08)} ${n(half * 0.4)} ` +
      `${n(half * 0.28)} ${n(half * 0.6)}" stroke="#fff" ` +
      'stroke-width="4" opacity=".5" fill="none" ' +
      'stroke-linecap="round"/>',
  ].join('')
}

const steam =
  '<g stroke="#fff" stroke-width="3" stroke-linecap="round" fill="none" opacity=".55">' +
  '<path d="M140 62c-8-10 8-16 0-28M160 66c-8-10 8-16 0-28"/></g>'

export function drawCups({
  colour,
  second = colour,
  tea,
  decor = 'none',
  ink = '#5C83A0',
}: Cups): string {
  return [
    steam,
    cup('back', [150, 98, 48], second, tea),
    cup('front', [88, 128, 52], colour, tea),
    ornament(decor, [72, 146, 36], ink),
  ].join('')
}
