// A wooden box with a sliding lid, grain to be seen, its name burnt into the wood.
import { looseLeaves, paperLabel, seal } from './ornaments'
import { darken, face, lighten, n, shadow } from './paint'

export interface WoodenBox {
  label: string
  mark: string
  wood: string
  leaf?: string
}

function grain(wood: string): string {
  const lines = Array.from({ length: 13 }, (_, i) => {
    const y = 76 + i * 9.4
    const bend = ((i * 7) % 5) - 2
    return `<path d="M42 ${n(y)}c40 ${bend * 2} 90 ${-bend * 3} 156 ${bend}"/>`
  })
  const dark = darken(wood, 0.42)
  return (
    `<g stroke="${dark}" stroke-opacity=".26" stroke-width="1.1" fill="none">${lines.join('')}` +
    '<path d="M160 128c10-8 22-8 28 0-6 8-18 8-28 0z"/><path d="M166 ' +
    '128c6-4 12-4 16 0-4 4-10 4-16 0z"/>' +
    '</g>'
  )
}

export function drawWoodenBox({ label, mark, wood, leaf = '#5C4A33' }: WoodenBox): string {
  const dark = darken(wood, 0.5)
  return [
    face('side', wood),
    face('top', lighten(wood, 0.24)),
    shadow(126, 200, 100, 14),
    '<path d="M58 50h124l18 22H40z" fill="url(#top)"/>',
    `<path d="M66 55h108l12 13H54z" fill="none" stroke="${dark}" stroke-opacity=".4"/>`,
    '<path d="M106 58h28c0 6-28 6-28 0z" fill="#3a2408" opacity=".45"/>',
    '<path d="M40 72h160v122a3 3 0 0 1-3 3H43a3 3 0 0 1-3-3z" fill="url(#side)"/>',
    grain(wood),
    `<path d="M40 72h160v5H40z" fill="${dark}" opacity=".3"/>`,
    `<path d="M48 72v125M192 72v125" stroke="${dark}" stroke-opacity=".3"/>`,
    '<g fill="#C9A45C"><rect x="40" y="176" width="12" height="21" rx="1"/>' +
      '<rect x="188" y="176" width="12" height="21" rx="1"/>' +
      '<rect x="40" y="76" width="12" height="15" rx="1"/>' +
      '<rect x="188" y="76" width="12" height="15" rx="1"/></g>',
    '<rect x="102" y="92" width="40" height="88" fill="#2a1a0c" opacity=".2"/>',
    paperLabel([100, 90, 40, 88], label, dark),
    seal(mark, 156, 168, 15),
    looseLeaves(22, 212, leaf),
  ].join('')
}
