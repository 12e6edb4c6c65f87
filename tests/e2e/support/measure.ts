// Measures a page as it lies on the screen: what is wider than the phone, too small to hit, or cut off by larger text.
import type { Page } from 'playwright-core'

/** Fingers need this much height, in px on a phone 375 wide. */
const TAP = 44

/** Shared by the scripts below; they run in the browser. */
const WORDS = `
  const shown = (one) => {
    const { width, height } = one.getBoundingClientRect()
    return width > 0 && height > 0 && one.checkVisibility({ visibilityProperty: true })
  }
  const pages = [...document.querySelectorAll('.taro_page')].filter(shown)
  const page = pages[pages.length - 1] ?? document.body
  const all = [...page.querySelectorAll('*')].filter(shown)
  const say = (one) => {
    const words = (one.getAttribute('aria-label') ?? one.innerText ?? '').replace(/\\s+/g, ' ')
    return '.' + String(one.className).split(' ').slice(0, 2).join('.') + ' “' + words.slice(0, 20) + '”'
  }
`

/** What reaches over the right edge, except within something that scrolls or crops on purpose. */
const TOO_WIDE = `(() => { ${WORDS}
  const isCropped = (one) => {
    for (let up = one.parentElement; up && up !== page; up = up.parentElement) {
      if (getComputedStyle(up).overflowX !== 'visible') return true
    }
    return false
  }
  return all
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !isCropped(one))
    .map((one) => say(one) + ' reaches ' + Math.round(one.getBoundingClientRect().right))
})()`

/** What answers to taps but is not ${TAP} high, counting whatever grows its hit area. */
const TOO_SMALL = `(() => { ${WORDS}
  // Where Taro keeps what a component listens to.
  const handler = (one) => one.__events && one.__events.click
  const isHit = (one, x, y) => {
    const at = document.elementFromPoint(x, y)
    return at !== null && one.contains(at)
  }
  return all.filter(handler).flatMap((one) => {
    one.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, top, width, height } = one.getBoundingClientRect()
    if (height >= ${TAP} - 0.5) return []
    const reach = ${TAP} / 2 - 1
    const [x, y] = [left + width / 2, top + height / 2]
    if (isHit(one, x, y - reach) && isHit(one, x, y + reach)) return []
    return [say(one) + ' is ' + Math.round(height) + ' high']
  })
})()`

/** Enlarges every text by 30 %, as a person with weaker eyes has it. */
const ENLARGE = `(() => { ${WORDS}
  const texts = all.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  const sizes = texts.map((one) => parseFloat(getComputedStyle(one).fontSize))
  texts.forEach((one, at) => { one.style.fontSize = sizes[at] * 1.3 + 'px' })
})()`

/** Buttons whose words don't fit into them. */
const CUT_OFF = `(() => { ${WORDS}
  return all
    .filter((one) => one.classList.contains('fy-btn'))
    .flatMap((button) => {
      const range = document.createRange()
      range.selectNodeContents(button)
      const words = range.getBoundingClientRect()
      const box = button.getBoundingClientRect()
      const isInside = words.left >= box.left - 1 && words.right <= box.right + 1 && words.height <= box.height + 8
      return isInside ? [] : [say(button) + ' does not fit its words']
    })
})()`

/** A page that was resized is laid out anew within two frames. */
const SETTLED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))'

/** Everything that is wrong with the page on top, in words. */
export async function measure(page: Page): Promise<string[]> {
  const { width = 375, height = 812 } = page.viewportSize() ?? {}
  const found = await page.evaluate<string[]>(TOO_SMALL)
  for (const other of [320, 430, width]) {
    await page.setViewportSize({ width: other, height })
    await page.evaluate(SETTLED)
    const wide = await page.evaluate<string[]>(TOO_WIDE)
    found.push(...wide.map((one) => `at ${other}: ${one}`))
  }
  await page.evaluate(ENLARGE)
  const wide = await page.evaluate<string[]>(TOO_WIDE)
  const cut = await page.evaluate<string[]>(CUT_OFF)
  found.push(...[...wide, ...cut].map((one) => `with large text: ${one}`))
  return found
}
