// A glass sharing pitcher 公道杯 with brewed tea, and a strainer beside it.
import { barrel, darken, lighten, linear, shadow } from './paint'

export interface Pitcher {
  tea: string
}

export function drawPitcher({ tea }: Pitcher): string {
  return [
    linear('glass', 'across', [0, '#DDE7E4'], [0.2, '#FFFFFF'], [0.6, '#EDF3F0'], [1, '#B6C4C0']),
    linear(
      'tea',
      'across',
      [0, darken(tea, 0.1)],
      [0.25, lighten(tea, 0.34)],
      [1, darken(tea, 0.24)],
    ),
    barrel('steel', '#B9B4A6'),
    shadow(122, 200, 84, 13),
    '<path d="M166 96c34-6 44 16 36 38-7 18-22 26-38 28" fill="none" stroke="#C9D6D2" ' +
      'stroke-width="10" stroke-linecap="round"/>',
    '<path d="M164 94c34-6 42 16 34 38" fill="none" stroke="#fff" stroke-width="3" opacity=".8" ' +
      'stroke-linecap="round"/>',
    '<path d="M64 66c-8-2-18-8-24-4-3 3 2 7 6 9 10 6 14 14 16 ' +
      '28-8 50-8 70 2 90 6 8 14 11 24 11h52' +
      'c10 0 18-3 24-11 14-26 8-70-2-118-1-3-3-5-6-5z" fill="url(#glass)" fill-opacity=".72" ' +
      'stroke="#9FB0AB" stroke-opacity=".7" stroke-width="1.4"/>',
    '<path d="M62 118c34 8 72 8 106 0 4 30 4 52-4 68-5 7-12 10-20 10H90c-8 0-16-3-21-10' +
      '-8-16-10-38-7-68z" fill="url(#tea)" opacity=".92"/>',
    `<ellipse cx="115" cy="118" rx="53" ry="8" fill="${lighten(tea, 0.3)}"/>`,
    `<ellipse cx="104" cy="116.5" rx="24" ry="2.6" fill="#fff" opacity=".5"/>`,
    '<ellipse cx="113" cy="67" rx="49" ry="7" fill="#F5FAF8" ' +
      'stroke="#9FB0AB" stroke-opacity=".7"/>',
    '<path d="M72 84c-6 40-6 76 4 98" stroke="#fff" stroke-width="6" opacity=".65" fill="none" ' +
      'stroke-linecap="round"/>',
    '<path d="M156 84c6 24 9 48 8 70" stroke="#fff" stroke-width="2" opacity=".6" fill="none"/>',
  ].join('')
}
