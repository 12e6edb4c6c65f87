// Small marks laid on vessels and tables: labels in serif, seals, leaves, blossoms, sprigs.
import { lighten, n } from './paint'

const serif = 'font-family="Noto Serif CJK SC,Songti SC,STSong,serif" font-weight="700"'

export type Ornament = 'none' | 'leaves' | 'plum' | 'bamboo' | 'orchid' | 'hills' | 'cloud'

/** One horizontal line of characters centred on x. */
export const line = (text: string, x: number, y: number, size: number, fill: string): string =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" ${serif} fill="${fill}" ` +
  `text-anchor="middle">${text}</text>`

/** Characters one under another; y is the baseline of the first. */
export const column = (text: string, x: number, y: number, size: number, fill: string): string =>
  [...text].map((c, i) => line(c, x, y + i * size * 1.12, size, fill)).join('')

/** A square cinnabar seal centred on (x, y), one or two characters. */
export function seal(text: string, x: number, y: number, size = 16, fill = '#A93F2B'): string {
  const glyphs = [...text]
  const high = glyphs.length > 1 ? size * 1.6 : size
  const box =
    `<rect x="${n(x - size / 2)}" y="${n(y - high / 2)}" width="${n(size)}" ` +
    `height="${n(high)}" rx="${n(size * 0.16)}" fill="${fill}"/>`
  const letter = size * 0.68
  const first = glyphs.length > 1 ? y - letter * 0.2 : y + letter * 0.37
  return box + column(text, x, first, letter, '#F9EBD5')
}

/** A paper label with a fine frame; the text fills it as a column, or two for long names. */
export function paperLabel(
  [x, y, w, h]: readonly [number, number, number, number],
  text: string,
  ink: string,
  paper = '#F7F1E0',
): string {
  const size = Math.min(h / ([...text].length * 1.12 + 0.7), w * 0.56)
  const top = y + (h - [...text].length * size * 1.12) / 2 + size * 0.93
  const frame =
    `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="2" fill="${paper}"/>` +
    `<rect x="${n(x + 3)}" y="${n(y + 3)}" width="${n(w - 6)}" height="${n(h - 6)}" rx="1" ` +
    `fill="none" stroke="${ink}" stroke-opacity=".4" stroke-width=".9"/>`
  return frame + column(text, x + w / 2, top, size, ink)
}

export const leaf = (x: number, y: number, turn: number, scale: number, fill: string): string =>
  `<path transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)}) scale(${n(scale)})" ` +
  `d="M0 0C4-9 15-12 26-8 20 3 10 7 0 0Z" fill="${fill}"/>`

/** Two dry leaves on the table, in front and to the right. */
export const looseLeaves = (x: number, y: number, fill: string): string =>
  leaf(x, y, -28, 0.8, fill) + leaf(x + 11, y + 4, -150, 0.55, lighten(fill, 0.16))

export function blossom(x: number, y: number, size: number, fill: string, heart: string): string {
  const petal = (turn: number): string =>
    `<ellipse cy="${n(-size * 0.62)}" rx="${n(size * 0.42)}" ry="${n(size * 0.5)}" ` +
    `transform="rotate(${turn})" fill="${fill}"/>`
  const petals = [0, 72, 144, 216, 288].map(petal).join('')
  const middle = `<circle r="${n(size * 0.26)}" fill="${heart}"/>`
  return `<g transform="translate(${n(x)} ${n(y)})">${petals}${middle}</g>`
}

const strokes = (ink: string, width: number, ...paths: string[]): string =>
  `<g stroke="${ink}" stroke-width="${width}" fill="none" stroke-linecap="round">` +
  paths.map((d) => `<path d="${d}"/>`).join('') +
  '</g>'

/** Each sprig is drawn in a box of 60 × 60. */
const sprigs: Record<Exclude<Ornament, 'none'>, (ink: string) => string> = {
  leaves: (ink) =>
    strokes(ink, 1.6, 'M4 52C18 40 34 42 54 20') +
    leaf(16, 44, -70, 0.62, ink) +
    leaf(30, 38, -16, 0.62, ink) +
    leaf(40, 32, -96, 0.56, ink),
  plum: (ink) =>
    strokes(ink, 1.8, 'M6 56C14 40 30 36 36 8', 'M24 36C34 32 42 32 52 24') +
    blossom(36, 10, 7, '#D98A7E', '#8C3A28') +
    blossom(51, 24, 6, '#E3A398', '#8C3A28') +
    blossom(16, 42, 5, '#E3A398', '#8C3A28'),
  bamboo: (ink) =>
    strokes(ink, 2, 'M22 60V42', 'M22 38V20', 'M22 16V2', 'M40 60V34', 'M40 30V10') +
    leaf(22, 18, -8, 0.7, ink) +
    leaf(22, 40, 196, 0.6, ink) +
    leaf(40, 32, -30, 0.66, ink) +
    leaf(40, 12, 14, 0.6, ink),
  orchid: (ink) =>
    strokes(
      ink,
      1.8,
      'M10 58C20 36 36 28 56 26',
      'M22 42C16 38 12 33 13 26',
      'M34 33C32 26 34 20 39 16',
      'M28 46C36 50 44 50 51 46',
      'M42 35C48 40 56 41 60 37',
    ),
  hills: (ink) =>
    strokes(
      ink,
      1.4,
      'M2 46C12 24 20 24 28 36C36 16 46 16 58 44',
      'M8 52C18 40 28 44 34 48C42 38 50 42 56 50',
      'M36 16a6 6 0 1 0 .1 0',
    ),
  cloud: (ink) =>
    strokes(
      ink,
      1.6,
      'M8 36c-6-8 2-18 12-14 2-12 20-12 22 0 10-4 18 6 12 14z',
      'M22 30c0-6 8-6 8 0s-6 6-6 3',
    ),
}

/** An ornament in a box of `size` whose upper left corner is (x, y). */
export function ornament(
  kind: Ornament,
  [x, y, size]: readonly [number, number, number],
  ink: string,
  opacity = 1,
): string {
  if (kind === 'none') return ''
  const place = `translate(${n(x)} ${n(y)}) scale(${n(size / 60)})`
  return `<g transform="${place}" opacity="${n(opacity)}">${sprigs[kind](ink)}</g>`
}
