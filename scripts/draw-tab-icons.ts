/** Draws the native tab bar's icons (81 × 81 PNG: normal and selected, light and dark) from the icon shapes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { iconShapes } from '../src/components/icon/shapes.data'

const target = path.join(__dirname, '../src/assets/tab')
const tabs = {
  home: 'home',
  category: 'grid',
  distribution: 'sprout',
  cart: 'cart',
  me: 'user',
} as const
const looks = [
  { suffix: '', stroke: '#676C5F', fill: '0.16' },
  { suffix: '-on', stroke: '#2C5A46', fill: '0.3' },
  { suffix: '-dark', stroke: '#969A8C', fill: '0.16' },
  { suffix: '-dark-on', stroke: '#8CC4A6', fill: '0.3' },
]

async function draw(): Promise<void> {
  mkdirSync(target, { recursive: true })
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } })
  for (const [file, icon] of Object.entries(tabs)) {
    for (const look of looks) {
      const shape = iconShapes[icon].replaceAll('fill-opacity=".16"', `fill-opacity="${look.fill}"`)
      await page.setContent(
        `<style>body{margin:0}</style><svg width="81" height="81" viewBox="0 0 24 24" color="${look.stroke}"
        fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"
        stroke-linejoin="round">${shape}</svg>`,
      )
      const png = await page.screenshot({ omitBackground: true })
      writeFileSync(path.join(target, `${file}${look.suffix}.png`), png)
    }
  }
  await browser.close()
}

void draw()
