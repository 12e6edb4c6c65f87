// Rasterises the drawings of the demo shop into seed/art/pictures; --sheet adds one to look at.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import {
  bannerPictures,
  categoryPictures,
  detailPictures,
  galleryPictures,
  productPictures,
} from '../seed/art/pictures.data'

const root = path.resolve(__dirname, '..')
const folder = path.join(root, 'seed/art/pictures')
const limit = { bytes: 30 * 1024, total: 1536 * 1024 }

interface Size {
  width: number
  height: number
}

const square: Size = { width: 600, height: 600 }
const groups: readonly (readonly [Record<string, string>, Size])[] = [
  [productPictures, square],
  [galleryPictures, square],
  [detailPictures, square],
  [bannerPictures, { width: 1029, height: 552 }],
  [categoryPictures, { width: 240, height: 240 }],
]

function findChromium(): string {
  const places = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome']
  const found = places.find((place) => place && existsSync(place))
  if (!found) throw new Error('Chromium is not installed; set CHROMIUM_PATH to its program file')
  return found
}

/** The highest quality that stays under the limit: flat colours band when squeezed too hard. */
async function rasterise(page: Page, svg: string, size: Size): Promise<Buffer> {
  await page.setViewportSize(size)
  await page.setContent(
    `<style>*{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
  )
  for (const quality of [88, 84, 80, 74, 66]) {
    const jpeg = await page.screenshot({ type: 'jpeg', quality })
    if (jpeg.length <= limit.bytes) return jpeg
  }
  throw new Error('a drawing is too rich for 30 KB')
}

async function drawAll(page: Page): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let total = 0
  for (const [drawings, size] of groups) {
    for (const [key, svg] of Object.entries(drawings)) {
      const jpeg = await rasterise(page, svg, size)
      writeFileSync(path.join(folder, `${key}.jpg`), jpeg)
      total += jpeg.length
      console.log(`${String(jpeg.length).padStart(6)}  ${key}.jpg`)
    }
  }
  console.log(`${String(total).padStart(6)}  in all`)
  if (total > limit.total) throw new Error('the pictures together are over 1.5 MB')
}

async function drawSheet(page: Page): Promise<void> {
  const cells = readdirSync(folder).map((file) => {
    const code = readFileSync(path.join(folder, file)).toString('base64')
    const image = `<img src="data:image/jpeg;base64,${code}">`
    return `<figure>${image}<figcaption>${file}</figcaption></figure>`
  })
  const style =
    'body{margin:8px;background:#F6F3EB;font:12px sans-serif;display:flex;flex-wrap:wrap;gap:8px}' +
    'figure{margin:0;width:224px}img{width:224px;height:224px;object-fit:cover;border-radius:12px}'
  await page.setViewportSize({ width: 1640, height: 900 })
  await page.setContent(`<style>${style}</style>${cells.join('')}`)
  const target = path.join(root, '.cache/pictures-sheet.png')
  mkdirSync(path.dirname(target), { recursive: true })
  await page.screenshot({ path: target, fullPage: true })
  console.log(`sheet: ${path.relative(root, target)}`)
}

async function main(): Promise<void> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  const browser = await chromium.launch({ executablePath: findChromium(), args })
  try {
    const page = await browser.newPage()
    if (!process.argv.includes('--sheet-only')) await drawAll(page)
    if (process.argv.some((word) => word.startsWith('--sheet'))) await drawSheet(page)
  } finally {
    await browser.close()
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
