// A round tea tin with a paper label; tall, regular or squat.
import { column, looseLeaves, ornament, seal, type Ornament } from './ornaments'
import { barrel, darken, lighten, n, shadow } from './paint'

export interface Tin {
  label: string
  mark: string
  colour: string
  build?: 'tall' | 'regular' | 'squat'
  paper?: string
  ink?: string
  decor?: Ornament
  /** Colour of the two leaves beside the tin. */
  leaf?: string
}

const builds = {
  tall: { half: 40, top: 40, lid: 26 },
  regular: { half: 48, top: 56, lid: 24 },
  squat: { half: 60, top: 72, lid: 22 },
}

/** The label follows the curve of the tin. */
function wrapLabel(half: number, top: number, high: number, paper: string, ink: string): string {
  const sheet = (inset: number): string => {
    const left = 120 - half + inset
    const wide = (half - inset) * 2
    return (
      `M${n(left)} ${n(top + inset)}q${n(wide / 2)} 6 ${n(wide)} 0v${n(high - inset * 2)}` +
      `q${n(-wide / 2)} 6 ${n(-wide)} 0z`
    )
  }
  return (
    `<path d="${sheet(0)}" fill="${paper}"/>` +
    `<path d="${sheet(3.5)}" fill="none" stroke="${ink}" stroke-opacity=".4"/>`
  )
}

export function drawTin({ label, mark, colour, build = 'regular', ...more }: Tin): string {
  const { paper = '#F7F1E0', ink = darken(colour, 0.5), decor = 'none', leaf } = more
  const { half, top, lid } = builds[build]
  const [left, right, base] = [120 - half, 120 + half, 190]
  const ry = half * 0.2
  const labelTop = top + lid + (build === 'squat' ? 14 : 20)
  const labelHigh = base - labelTop - (build === 'squat' ? 0 : 4)
  // The seal takes 20 at the foot of the label; the name gets what is left.
  const size = Math.min(21, (labelHigh - 32) / (label.length * 1.12))
  const textTop = labelTop + 8 + (labelHigh - 26 - label.length * size * 1.12) / 2 + size * 0.9
  return [
    barrel('body', colour),
    barrel('cap', lighten(colour, 0.12)),
    shadow(126, 200, half * 1.5, 13),
    `<path d="M${left} ${top + 10}H${right}V${base}a${half} ` +
      `${n(ry * 0.7)} 0 0 1 ${-half * 2} 0z" ` +
      'fill="url(#body)"/>',
    ornament(decor, [left + 2, base - 62, 44], lighten(colour, 0.5), 0.6),
    ornament(decor, [right - 42, base - 74, 40], lighten(colour, 0.5), 0.4),
    `<path d="M${left - 2} ${top}h${half * 2 + 4}v${lid}a${half + 2} ${n(ry * 0.8)} 0 0 1 ` +
      `${-half * 2 - 4} 0z" fill="url(#cap)"/>`,
    `<path d="M${left} ${top + lid + 1}a${half} ${n(ry * 0.8)} 0 0 0 ${half * 2} 0" fill="none" ` +
      `stroke="${darken(colour, 0.6)}" stroke-opacity=".35" stroke-width="2"/>`,
    `<ellipse cx="120" cy="${top}" rx="${half + 2}" ry="${n(ry)}" ` +
      `fill="${lighten(colour, 0.26)}"/>`,
    `<ellipse cx="119" cy="${top - 1}" rx="${half - 7}" ry="${n(ry * 0.72)}" ` +
      `fill="${lighten(colour, 0.36)}"/>`,
    wrapLabel(half * 0.56, labelTop, labelHigh, paper, ink),
    column(label, 120, textTop, size, ink),
    seal(mark, 120, labelTop + labelHigh - 9, 9),
    leaf ? looseLeaves(right + 8, 204, leaf) : '',
  ].join('')
}
