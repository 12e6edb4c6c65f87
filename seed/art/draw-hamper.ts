// A woven basket with a high handle, filled with a tin, a jar, a box and a pouch.
import { line } from './ornaments'
import { barrel, darken, face, lighten, linear, n, shadow } from './paint'

export interface Hamper {
  basket: string
  label: string
  ribbon: string
}

function weave(basket: string): string {
  const [dark, light] = [darken(basket, 0.36), lighten(basket, 0.18)]
  const rows = Array.from({ length: 5 }, (_, row) => {
    const y = 140 + row * 12
    const inset = row * 2.6
    const knots = Array.from({ length: 13 }, (_, i) => {
      const x = 40 + inset + i * ((160 - inset * 2) / 13) + (row % 2 ? 4 : 0)
      return `<path d="M${n(x)} ${y + 3}q5 -5 10 0"/>`
    })
    return knots.join('')
  })
  return (
    `<g stroke="${light}" stroke-width="3" fill="none" ` +
    `stroke-linecap="round">${rows.join('')}</g>` +
    `<g stroke="${dark}" stroke-opacity=".35" fill="none">` +
    [150, 162, 174, 186].map((y) => `<path d="M40 ${y}c50 6 110 6 160 0"/>`).join('') +
    '</g>'
  )
}

const contents =
  '<path d="M56 88h44v60H56z" fill="url(#tin)"/><ellipse cx="78" cy="88" rx="22" ry="5" ' +
  'fill="#8DB08A"/><path d="M64 104h28v34H64z" fill="#F7F1E0"/>' +
  '<path d="M108 78h42v70h-42z" fill="url(#pouch)"/><path d="M108 78h42v9h-42z" fill="#2F3E52"/>' +
  '<path d="M116 98h26v40h-26z" fill="#F6F2E6"/>' +
  '<path d="M150 108c0-5 4-7 7-8h26c3 1 7 3 7 8v40h-40z" fill="#E9B653"/>' +
  '<rect x="154" y="88" width="32" height="13" rx="3" fill="#8B6033"/>' +
  '<path d="M158 116h24v20h-24z" fill="#FBF5E6"/>'

const sides = 'M36 136h168l-16 58c-1 5-5 8-10 8H62c-5 0-9-3-10-8z'

export function drawHamper({ basket, label, ribbon }: Hamper): string {
  return [
    barrel('tin', '#517A58'),
    barrel('pouch', '#455872'),
    face('basket', basket),
    linear('arch', 'across', [0, lighten(basket, 0.2)], [1, darken(basket, 0.34)]),
    shadow(126, 202, 100, 14),
    '<path d="M44 142C40 20 200 20 196 142" fill="none" stroke="url(#arch)" stroke-width="9"/>',
    '<path d="M44 142C40 20 200 20 196 142" fill="none" stroke="#3a2408" stroke-opacity=".25" ' +
      'stroke-width="9" stroke-dasharray="2 7"/>',
    contents,
    line('茶', 78, 128, 18, '#2F4E37') + line('白', 129, 125, 17, '#28374A'),
    line('蜜', 170, 132, 14, '#5B3C10'),
    `<path d="${sides}" fill="url(#basket)"/>`,
    `<clipPath id="sides"><path d="${sides}"/></clipPath>`,
    `<g clip-path="url(#sides)">${weave(basket)}</g>`,
    `<rect x="32" y="130" width="176" height="11" rx="5.5" fill="${lighten(basket, 0.14)}"/>`,
    '<path d="M32 137h176" stroke="#3a2408" stroke-opacity=".3"/>',
    '<path d="M120 50c-16-16-32-10-24 0 6 6 16 4 24 0 16-16 ' +
      '32-10 24 0-6 6-16 4-24 0" fill="none" ' +
      `stroke="${ribbon}" stroke-width="5"/><path d="M118 52l-12 ` +
      `24M122 52l12 24" stroke="${ribbon}" ` +
      'stroke-width="5" stroke-linecap="round"/>',
    `<circle cx="120" cy="171" r="20" fill="${ribbon}"/>` +
      '<circle cx="120" cy="171" r="17" fill="none" stroke="#F3E3BF" stroke-width="1"/>',
    line(label, 120, 178.5, 20, '#F9EBD5'),
  ].join('')
}
