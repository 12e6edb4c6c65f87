/** The gallery's own page: a row a page, a column a state, failures in red. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Taken } from './take-pictures'

const STYLE = `
  body { margin: 0; padding: 16px; background: #ddd; font: 14px/1.5 system-ui, sans-serif; }
  section { display: flex; gap: 16px; overflow-x: auto; padding-bottom: 24px; align-items: flex-start; }
  figure { margin: 0; flex: none; }
  figcaption { padding: 4px 0; }
  img { width: 280px; display: block; box-shadow: 0 1px 8px #0003; }
  .failed { color: #b00020; max-width: 280px; overflow-wrap: anywhere; }
  nav a { margin-right: 12px; }
`

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

function figureOf({ page, state, file, failure }: Taken): string {
  const image = `<a href="${file}"><img loading="lazy" src="${file}" alt="${page} ${state}"></a>`
  const words = failure === null ? '' : `<p class="failed">${escape(failure)}</p>`
  return `<figure><figcaption>${state}</figcaption>${failure === null ? image : words}</figure>`
}

export function writeIndex(out: string, taken: readonly Taken[]): void {
  const pages = [...new Set(taken.map(({ page }) => page))]
  const links = pages.map((page) => `<a href="#${page}">${page}</a>`).join('')
  const sections = pages.map((page) => {
    const figures = taken.filter((one) => one.page === page).map(figureOf)
    return `<h2 id="${page}">${page}</h2><section>${figures.join('')}</section>`
  })
  const head = `<meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style>`
  mkdirSync(out, { recursive: true })
  writeFileSync(
    join(out, 'index.html'),
    `<!doctype html>${head}<nav>${links}</nav>${sections.join('\n')}`,
  )
}
