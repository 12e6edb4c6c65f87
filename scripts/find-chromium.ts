// Finds Chromium and a Chinese font for tests; installs Debian's when they are missing and that is allowed.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const PACKAGES = ['chromium', 'fonts-noto-cjk']
const COMMAND = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`

/** The flags with which Chromium runs headless without asking anything of the network. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Where Chromium is, or null. `CHROMIUM_PATH` wins. */
export function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH']
  if (given) return existsSync(given) ? given : null
  return PLACES.find((place) => existsSync(place)) ?? null
}

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** Makes sure of both; throws with the one command to run when it can't install them itself. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found && hasChineseFont()) return found
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (!isDebianRoot) {
    throw new Error(`Chromium and a Chinese font are needed. Run: sudo ${COMMAND}`)
  }
  console.log('installing Chromium and a Chinese font (once) …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  execFileSync('sh', ['-c', `${COMMAND} -qq >/dev/null`], { stdio: 'inherit', env })
  const installed = findChromium()
  if (!installed) throw new Error(`Chromium did not install. Run: ${COMMAND}`)
  return installed
}

if (require.main === module) {
  try {
    console.log(ensureChromium())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
