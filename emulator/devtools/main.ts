/** The command: opens a built mini-program in the simulated host and waits for miniprogram-automator to connect. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { PortTaken } from './automator/serve-automator'
import { BrokenApp } from './compile/broken-app'
import { describeFinding } from './compile/finding'
import type { Host, HostOptions } from './host'
import { NoChromium } from './launch-browser'
import { startHost } from './start-host'

const HELP = `npm run devtools -- [--dist dist/weapp] [--port 9420] [--cloud URL] [--openid ID] …

  --dist       folder of the built mini-program (dist/weapp)
  --port       port of the automator's WebSocket (9420; 0 takes any free one)
  --cloud      address of a local cloud, http://127.0.0.1:8787 (none: every wx.cloud call fails)
  --openid     who holds the phone (o-somebody)
  --path       page to open, with its query: pages/a/b?scene=x (the app's first)
  --scene      number of WeChat's scene (1001)
  --size       width and height of the phone in CSS pixels (375x812)
  --theme      light or dark (light)
  --font-size  WeChat's text size in CSS pixels, 16 to 23 (16)
  --taps       real: through the browser's input, on what is there; direct: dispatched on the element (real)
  --allow      a host beyond this machine that the app may reach; again for another, * for all (none)
  --headed     shows the browser's window
`

const SEE_HELP = 'All options: npm run devtools -- --help'

class BadUsage extends Error {}

function readOptions(args: string[]): (HostOptions & { port: number }) | null {
  const { values } = parseArgs({
    args,
    options: {
      dist: { type: 'string', default: 'dist/weapp' },
      port: { type: 'string', default: '9420' },
      cloud: { type: 'string' },
      openid: { type: 'string', default: 'o-somebody' },
      path: { type: 'string' },
      scene: { type: 'string', default: '1001' },
      size: { type: 'string', default: '375x812' },
      theme: { type: 'string', default: 'light' },
      'font-size': { type: 'string', default: '16' },
      taps: { type: 'string', default: 'real' },
      allow: { type: 'string', multiple: true, default: [] },
      headed: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const [width, height] = readSize(values.size)
  return {
    dist: readFolder(values.dist),
    port: readCount('--port', values.port, 0, 65_535),
    cloud: values.cloud === undefined ? undefined : readAddress(values.cloud),
    openid: readName('--openid', values.openid),
    launch: {
      ...(values.path === undefined ? {} : { path: values.path }),
      scene: readCount('--scene', values.scene, 1, 9999),
    },
    width,
    height,
    theme: readOne('--theme', values.theme, ['light', 'dark'] as const),
    fontSize: readCount('--font-size', values['font-size'], 16, 23),
    taps: readOne('--taps', values.taps, ['real', 'direct'] as const),
    allow: values.allow,
    headed: values.headed,
  }
}

function readFolder(text: string): string {
  if (existsSync(text)) return text
  throw new BadUsage(`--dist ${text} is not there. In this repository: npm run build:weapp`)
}

function readAddress(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text
  throw new BadUsage(`--cloud must be an address like http://127.0.0.1:8787, not "${text}"`)
}

function readName(name: string, text: string): string {
  if (text.trim() !== '') return text
  throw new BadUsage(`${name} must not be empty`)
}

function readSize(text: string): [width: number, height: number] {
  const found = /^(\d+)x(\d+)$/.exec(text)
  if (!found) throw new BadUsage(`--size is like 375x812, not "${text}"`)
  return [
    readCount('--size: the width', found[1] ?? '', 240, 2000),
    readCount('--size: the height', found[2] ?? '', 320, 4000),
  ]
}

function readOne<T extends string>(name: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text)
  if (found) return found
  throw new BadUsage(`${name} is ${known.join(' or ')}, not "${text}"`)
}

function readCount(name: string, text: string, low: number, high: number): number {
  const value = Number(text)
  if (text !== '' && Number.isInteger(value) && value >= low && value <= high) return value
  throw new BadUsage(`${name} must be a whole number from ${low} to ${high}, not "${text}"`)
}

function explain(error: unknown): string {
  if (error instanceof PortTaken) {
    return `Port ${error.port} is taken. Choose another with --port, or --port 0 for any free one.`
  }
  if (error instanceof BrokenApp || error instanceof NoChromium) return error.message
  if (error instanceof BadUsage) return `${error.message}. ${SEE_HELP}`
  const { code, message, stack } = error as NodeJS.ErrnoException
  if (String(code).startsWith('ERR_PARSE_ARGS')) return `${firstSentence(message)}. ${SEE_HELP}`
  return stack ?? String(error)
}

/** Node adds advice about dashes, which helps nobody here. */
function firstSentence(message: string): string {
  return message.split(/[.\n]/)[0] ?? message
}

function announce({ wsEndpoint, timings, findings }: Host): void {
  for (const finding of findings) console.log(describeFinding(finding))
  const figures = Object.entries(timings).map(([name, ms]) => `${name} ${Math.round(ms)} ms`)
  console.log(`Simulated host on ${wsEndpoint}`)
  console.log(`  ${figures.join(', ')}`)
  console.log(`  automator.connect({ wsEndpoint: '${wsEndpoint}' })`)
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (!options) return console.log(HELP)
  const onProblem: HostOptions['onProblem'] = ({ kind, message, stack }) => {
    if (kind === 'exception' || kind === 'unknown-call')
      console.error(`${kind}: ${stack ?? message}`)
  }
  const starting = startHost({ ...options, onProblem })
  let isEnding = false
  const end = (): void => {
    if (isEnding) return
    isEnding = true
    void starting
      .then((host) => host.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  // Told twice, it doesn't wait.
  const stop = (): void => (isEnding ? process.exit(1) : end())
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  const host = await starting
  announce(host)
  // Tool.close, or a window that was shut, ends the command too.
  host.page.context().on('close', end)
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exitCode = 1
})
