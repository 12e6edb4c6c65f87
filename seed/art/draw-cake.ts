// A pressed tea cake: wrapped in pleated paper, or unwrapped with its leaves to be seen.
import { column, leaf, line, looseLeaves, seal } from './ornaments'
import { darken, lighten, n, radial, shadow } from './paint'

export interface Cake {
  label: string
  mark: string
  /** Paper of the wrapper, or the tea itself when unwrapped. */
  colour: string
  ink: string
  isUnwrapped?: boolean
}

const [cx, cy, r] = [120, 118, 80]
const at = (turn: number, far: number): string =>
  `${n(cx + Math.cos(turn) * far)} ${n(cy + Math.sin(turn) * far)}`

function pleats(ink: string): string {
  const folds = Array.from({ length: 36 }, (_, i) => {
    const turn = (i / 36) * Math.PI * 2 + 0.1
    const inner = 53 + ((i * 7) % 5) * 2.4
    const path = `M${at(turn, r - 1)}Q${at(turn + 0.12, r - 13)} ${at(turn + 0.05, inner)}`
    return `<path d="${path}" stroke-opacity="${n(0.2 + (i % 3) * 0.08)}"/>`
  })
  return `<g stroke="${ink}" stroke-width="1.3" fill="none">${folds.join('')}</g>`
}

/** Leaves pressed every way; the golden angle spreads them evenly without a pattern. */
function pressedLeaves(tea: string): string {
  const shades = [darken(tea, 0.3), lighten(tea, 0.16), darken(tea, 0.14), lighten(tea, 0.34)]
  return Array.from({ length: 230 }, (_, i) => {
    const turn = i * 2.399963
    const far = Math.sqrt(i / 230) * (r - 7)
    const [x, y] = [cx + Math.cos(turn) * far, cy + Math.sin(turn) * far]
    return leaf(x, y, (i * 83) % 360, 0.34 + (i % 4) * 0.07, shades[i % 4] ?? tea)
  }).join('')
}

function innerTicket(label: string, mark: string, ink: string): string {
  const disc =
    `<circle cx="${cx}" cy="${cy}" r="47" fill="#FAF4E6"/>` +
    `<circle cx="${cx}" cy="${cy}" r="43" fill="none" stroke="#A43C29" stroke-width="1.4"/>` +
    `<circle cx="${cx}" cy="${cy}" r="40" fill="none" stroke="#A43C29" stroke-width=".7"/>`
  const [first, second] = [label.slice(0, 2), label.slice(2)]
  const text = second
    ? column(first, 105, 113, 21, ink) + column(second, 132, 105, 21, ink)
    : column(first, 105, 113, 21, ink)
  return disc + text + seal(mark, 132, second.length > 1 ? 145 : 130, 13)
}

export function drawCake({ label, mark, colour, ink, isUnwrapped = false }: Cake): string {
  const lit = isUnwrapped ? 0.1 : 0.36
  return [
    radial(
      'cake',
      [0.36, 0.3, 0.85],
      [0, lighten(colour, lit)],
      [0.65, colour],
      [1, darken(colour, 0.26)],
    ),
    radial('dim', [0.36, 0.3, 0.85], [0.5, '#000000', 0], [1, '#1c120a', 0.42]),
    shadow(126, 202, 94, 13),
    `<circle cx="${cx}" cy="${cy}" r="${r}" fill="url(#cake)"/>`,
    isUnwrapped ? pressedLeaves(colour) : pleats(darken(colour, 0.4)),
    isUnwrapped ? `<circle cx="${cx}" cy="${cy}" r="${r}" fill="url(#dim)"/>` : '',
    isUnwrapped
      ? '<rect x="86" y="98" width="68" height="40" rx="2" fill="#FAF4E6"/>' +
        '<rect x="89" y="101" width="62" height="34" fill="none" ' +
        'stroke="#A43C29" stroke-width=".9"/>' +
        line(label, 120, 125, 60 / (label.length + 0.4), ink)
      : innerTicket(label, mark, ink),
    looseLeaves(24, 208, isUnwrapped ? colour : '#7B6A48'),
  ].join('')
}
