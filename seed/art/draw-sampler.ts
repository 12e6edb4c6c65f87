// A row of small tins, each its own tea, standing before their folded card.
import { column, line } from './ornaments'
import { barrel, darken, lighten, n, shadow } from './paint'

export interface Sampler {
  /** Two to four teas: the word on the tin and the colour of the tin. */
  tins: readonly (readonly [label: string, colour: string])[]
  title: string
  card: string
}

function smallTin(x: number, half: number, label: string, colour: string, i: number): string {
  const size = Math.min(half * 0.62, 36 / label.length)
  const top = 118
  return [
    barrel(`tin${i}`, colour),
    `<ellipse cx="${n(x + 5)}" cy="201" rx="${n(half * 1.3)}" ry="8" fill="url(#shadow)"/>`,
    `<path d="M${n(x - half)} ${top}h${n(half * 2)}v76a${n(half)} 6 0 0 1 ${n(-half * 2)} 0z" ` +
      `fill="url(#tin${i})"/>`,
    `<path d="M${n(x - half - 1)} ${top - 8}h${n(half * 2 + 2)}v15a${n(half)} 5 0 0 1 ` +
      `${n(-half * 2 - 2)} 0z" fill="url(#tin${i})"/>`,
    `<path d="M${n(x - half)} ${top + 8}a${n(half)} 5 0 0 0 ${n(half * 2)} 0" fill="none" ` +
      `stroke="${darken(colour, 0.6)}" stroke-opacity=".4" stroke-width="1.6"/>`,
    `<ellipse cx="${n(x)}" cy="${top - 8}" rx="${n(half + 1)}" ` +
      `ry="5.5" fill="${lighten(colour, 0.3)}"/>`,
    `<rect x="${n(x - half * 0.6)}" y="138" width="${n(half * 1.2)}" height="52" rx="1.5" ` +
      'fill="#F7F1E0"/>',
    column(
      label,
      x,
      164 - (label.length * size * 1.12) / 2 + size * 0.9,
      size,
      darken(colour, 0.5),
    ),
  ].join('')
}

export function drawSampler({ tins, title, card }: Sampler): string {
  const step = tins.length > 3 ? 46 : tins.length > 2 ? 58 : 76
  const half = step * 0.42
  const first = 120 - ((tins.length - 1) * step) / 2
  return [
    shadow(126, 196, 104, 14),
    `<rect x="36" y="44" width="168" height="146" rx="4" fill="${card}"/>`,
    `<path d="M36 44h10v146H40a4 4 0 0 1-4-4z" fill="#000" opacity=".1"/>`,
    `<rect x="44" y="52" width="152" height="130" rx="2" fill="none" stroke="#E8D6AA" ` +
      'stroke-opacity=".7"/>',
    line(title, 120, 92, Math.min(24, 132 / title.length), '#F6E9CB'),
    ...tins.map(([label, colour], i) => smallTin(first + i * step, half, label, colour, i)),
  ].join('')
}
