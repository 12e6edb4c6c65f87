// `npm start`: builds what is stale, starts the cloud with the demo shop, and lays three phones on a desk.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ChildProcess } from 'node:child_process'
import { checkFolderIsFree, DataFolderInUse, type Cloud } from '../emulator/cloud'
import { servePreview, type Preview, type PreviewPerson } from '../emulator/preview/serve-preview'
import { seedPeople, type SeedPerson } from '../seed/people.data'
import { DEMO_ENDS_AT } from '../seed/seed-demo-shop'
import { openidOf } from '../seed/stage'
import { buildApp } from './build-app'
import { buildFunctions } from './build-functions'
import { ensureDemoData, layOutShop, SHOP_DATA, startShopCloud } from './demo-shop'
import { SOURCES, whenStale } from './freshness'

const ROOT = join(__dirname, '..')
const HELP = `npm start -- [--port 8600] [--host 127.0.0.1] [--data DIR]

  --port   port of the desk (8600; the next free one when it is taken); phones take the ports after it
  --host   address to listen on; 0.0.0.0 lets other machines in
  --data   folder that keeps the shop between runs (.data/shop)

npm run reset lays the demo shop out afresh.
`
const FIRST_PHONES = ['mei', 'xia', 'owner']
const SAVE_CLOCK_EVERY_MS = 5000

class BadUsage extends Error {}

function readArguments() {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      port: { type: 'string', default: '8600' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string', default: SHOP_DATA },
      'reset-only': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_000) {
    throw new BadUsage(`--port must be a number from 1 to 65000, not "${values.port}"`)
  }
  return { ...values, port, data: resolve(values.data) }
}

/** One line that is rewritten on a terminal, and printed now and then elsewhere. */
function showProgress(title: string) {
  const startedAt = Date.now()
  let lastPercent = -1
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`
  return {
    at(done: number, total: number) {
      const percent = Math.floor((done * 100) / total)
      if (percent === lastPercent) return
      if (process.stdout.isTTY) process.stdout.write(`\r${title} ${percent} % (${seconds()})   `)
      else if (percent % 20 === 0) console.log(`${title} ${percent} %`)
      lastPercent = percent
    },
    done() {
      console.log(`${process.stdout.isTTY ? '\r' : ''}${title}: ready after ${seconds()}   `)
    },
  }
}

/** Everything that must end with us. */
class Household {
  private readonly endings: (() => Promise<unknown> | void)[] = []
  private isEnding = false

  add(ending: () => Promise<unknown> | void): void {
    this.endings.unshift(ending)
  }

  listen(): void {
    const onSignal = () => {
      if (this.isEnding) process.exit(1)
      this.isEnding = true
      // Whatever hangs, the terminal is free again after two seconds.
      setTimeout(() => process.exit(1), 1800).unref()
      void this.end().then(() => process.exit(0))
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  }

  async end(): Promise<void> {
    for (const ending of this.endings) await ending()
  }
}

async function buildStale(): Promise<void> {
  await whenStale('functions', SOURCES.functions, 'dist/cloudfunctions', async () => {
    const progress = showProgress('cloud functions')
    await buildFunctions()
    progress.done()
  })
}

function buildPhoneApp(household: Household): Promise<boolean> {
  return whenStale('h5', SOURCES.app, 'dist/h5', async () => {
    const progress = showProgress('the mini-program for the browser')
    let child: ChildProcess | undefined
    household.add(() => {
      child?.kill('SIGTERM')
    })
    await buildApp('h5', (one) => {
      child = one
    })
    progress.done()
  })
}

/** The demo shop in the data folder, unless a shop is there that may stay. */
async function prepareShop(data: string, isReset: boolean): Promise<void> {
  if (!isReset && existsSync(join(data, 'store.log'))) return
  const progress = showProgress('a year of the demo shop')
  const { folder, isNew } = await ensureDemoData((day, days) => progress.at(day, days))
  if (isNew) progress.done()
  checkFolderIsFree(data)
  layOutShop(folder, data)
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  owner: '店主',
  finance: '财务',
  manager: '渠道经理',
  distributor: '分销员',
  shopper: '顾客',
}

function previewPerson(person: SeedPerson): PreviewPerson {
  const role = ROLE_NAMES[person.role] ?? ''
  return { key: person.key, openid: openidOf(person.key), name: person.nickname, role }
}

/** The shop's clock goes on from where it stood when the shop was last closed. */
function keepClock(cloud: Cloud, household: Household): void {
  const save = () => cloud.state.put('desk', 'clock', cloud.clock.now())
  const timer = setInterval(save, SAVE_CLOCK_EVERY_MS)
  household.add(() => {
    clearInterval(timer)
    save()
  })
}

async function openDesk(
  args: ReturnType<typeof readArguments>,
  household: Household,
): Promise<Preview> {
  const { cloud } = await startShopCloud({
    data: args.data,
    startAt: DEMO_ENDS_AT,
    timers: true,
  })
  household.add(() => cloud.stop())
  const stoodAt = cloud.state.get('desk', 'clock')
  if (typeof stoodAt === 'number') cloud.clock.set(stoodAt)
  keepClock(cloud, household)
  const preview = await servePreview({
    cloud,
    app: join(ROOT, 'dist', 'h5'),
    people: seedPeople.map(previewPerson),
    phones: FIRST_PHONES,
    title: '茶与礼 · 分友预览',
    port: args.port,
    host: args.host,
  })
  household.add(() => preview.stop())
  return preview
}

async function main(): Promise<void> {
  const args = readArguments()
  if (args.help) return console.log(HELP)
  checkFolderIsFree(args.data)
  const household = new Household()
  household.listen()
  await buildStale()
  // The year and the app use one core each.
  const isReset = args['reset-only']
  const app = isReset ? Promise.resolve(false) : buildPhoneApp(household)
  await prepareShop(args.data, isReset)
  if (isReset) return console.log(`The demo shop is laid out afresh in ${args.data}`)
  await app
  const preview = await openDesk(args, household)
  if (preview.port !== args.port) {
    console.log(`Port ${args.port} is taken: the desk is on ${preview.port} instead.`)
  }
  console.log(
    `\n  茶与礼 is open: ${preview.url}\n\n  Ctrl-C closes the shop; npm run reset starts afresh.\n`,
  )
}

function explain(error: unknown): string {
  if (error instanceof BadUsage) return `${error.message}\n\n${HELP}`
  if (error instanceof DataFolderInUse) return `${error.message}. Close the other shop first.`
  const isArgument = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  if (isArgument) return `${(error as Error).message}\n\n${HELP}`
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
