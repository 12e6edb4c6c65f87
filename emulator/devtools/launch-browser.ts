/** Finds Chromium and starts it so that it reaches nothing but this machine and the hosts allowed. */
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export class NoChromium extends Error {
  override name = 'NoChromium'
}

/** CHROMIUM_PATH wins. @throws NoChromium */
export function findChromium(): string {
  const given = process.env['CHROMIUM_PATH']
  const found = given ? [given].find(existsSync) : PLACES.find(existsSync)
  if (found) return found
  const where = given ? `CHROMIUM_PATH names ${given}, which is missing` : 'Chromium was not found'
  throw new NoChromium(`${where}: install it (apt-get install chromium) or set CHROMIUM_PATH`)
}

/** A browser that several hosts can share: each has a context, and so a storage, of its own. */
export async function launchBrowser(
  options: { headed?: boolean; allow?: readonly string[] } = {},
): Promise<Browser> {
  const { headed = false, allow = [] } = options
  const excluded = ['127.0.0.1', 'localhost', ...allow].map((host) => `EXCLUDE ${host}`)
  const rules = allow.includes('*')
    ? []
    : [`--host-resolver-rules=MAP * ~NOTFOUND , ${excluded.join(' , ')}`]
  return chromium.launch({
    executablePath: findChromium(),
    headless: !headed,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...rules,
    ],
  })
}
