// The h5 build's page as one person's phone: it knows whose it is and what time the cloud has.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OWN_HISTORY } from './own-history'

export interface PreviewPerson {
  readonly key: string
  readonly openid: string
  readonly name: string
  /** What they are in the shop, for the picker: 店主, 分销员 … */
  readonly role: string
}

/** Runs before the app: Date follows the cloud's clock, as a real phone's clock follows the real one. */
const SHIFT_CLOCK = `(offset) => {
  const Real = Date
  const now = () => Real.now() + offset
  class Shifted extends Real {
    constructor(...args) {
      if (args.length === 0) super(now())
      else super(...args)
    }
    static now() { return now() }
  }
  globalThis.Date = Shifted
}`

function embed(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}

/** index.html with the person and the clock written into its head. */
export function phonePage(appFolder: string, person: PreviewPerson, offsetMs: number): string {
  const html = readFileSync(join(appFolder, 'index.html'), 'utf8')
  const script = [
    `window.__FENYOU_PERSON__=${embed(person)}`,
    `(${OWN_HISTORY})()`,
    // A frozen or barely moved clock needs no shifting.
    Math.abs(offsetMs) < 1000 ? '' : `(${SHIFT_CLOCK})(${offsetMs})`,
  ].join(';')
  return html.replace('<head>', `<head><script>${script}</script>`)
}
