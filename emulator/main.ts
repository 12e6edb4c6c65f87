/** The command: starts the local cloud with the fake WeChat from what is built and declared in this repository. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  BadFunctionSettings,
  CollectionsInvalid,
  DataFolderInUse,
  NoFunctions,
  PortTaken,
  startCloud,
  type Cloud,
  type CollectionsFile,
  type FunctionSettings,
} from './cloud'
import { createWechat } from './wechat'

const HELP = `npm run emulator -- [--port 8787] [--data DIR | --memory] [--instances N] [--host H]

  --port       port to listen on (8787; 0 takes any free one)
  --data       folder that keeps the data between runs (.data/emulator)
  --memory     keep nothing
  --instances  instances a function may scale to (4)
  --host       address to listen on (127.0.0.1)
`

class BadUsage extends Error {}

interface Settings {
  port: number
  host: string
  data: string | null
  instances: number
}

function readSettings(args: string[]): Settings | null {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      memory: { type: 'boolean', default: false },
      instances: { type: 'string', default: '4' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  if (values.memory && values.data) throw new BadUsage('either --data or --memory, not both')
  const data = values.memory ? null : resolve(values.data ?? join('.data', 'emulator'))
  return {
    port: readCount('--port', values.port, 0, 65_535),
    host: values.host,
    data,
    instances: readCount('--instances', values.instances, 1, 64),
  }
}

function readCount(name: string, text: string, low: number, high: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw new BadUsage(`${name} must be a whole number from ${low} to ${high}, not "${text}"`)
}

function readJson<T>(path: string, fallback: T): T {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : fallback
}

interface AppFile {
  pages?: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** The pages of the mini-program as built; none when it isn't, and then every page counts as published. */
function readPages(root: string): string[] {
  const app = readJson<AppFile>(join(root, 'dist', 'weapp', 'app.json'), {})
  const inner = (app.subPackages ?? []).flatMap(({ root: folder, pages }) =>
    pages.map((page) => `${folder.replace(/\/$/, '')}/${page}`),
  )
  return [...(app.pages ?? []), ...inner]
}

/** A cloud for this repository, as the command starts it. */
async function startEmulator(settings: Settings, root = process.cwd()): Promise<Cloud> {
  const collectionsPath = join(root, 'database', 'collections.json')
  if (!existsSync(collectionsPath)) throw new BadUsage(`${collectionsPath} is missing`)
  const declared = readJson<{ functions?: FunctionSettings[] }>(join(root, 'cloudbaserc.json'), {})
  return startCloud({
    ...settings,
    functionsDir: join(root, 'dist', 'cloudfunctions'),
    functions: declared.functions ?? [],
    collections: readJson<CollectionsFile>(collectionsPath, {}),
    // Keys of this machine alone; a deployment has its own.
    env: readJson<Record<string, string>>(join(root, 'database', 'local-keys.json'), {}),
    extensions: [createWechat({ pages: readPages(root) })],
  })
}

function explain(error: unknown): string {
  if (error instanceof PortTaken) {
    return `Port ${error.port} is taken. Choose another with --port, or --port 0 for any free one.`
  }
  if (error instanceof NoFunctions) {
    return `No functions in dist/cloudfunctions. Build them first: npm run build`
  }
  if (error instanceof CollectionsInvalid) return `database/collections.json: ${error.message}`
  if (error instanceof BadFunctionSettings) return error.message
  if (error instanceof DataFolderInUse) return `${error.message}. Stop it, or use another --data.`
  if (error instanceof BadUsage) return `${error.message}\n\n${HELP}`
  const isArgument = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  if (isArgument) return `${(error as Error).message}\n\n${HELP}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2))
  if (!settings) return console.log(HELP)
  const cloud = await startEmulator(settings)
  console.log(`Local cloud on ${cloud.base}`)
  console.log(settings.data ? `Data in ${settings.data}` : 'Data in memory only')
  let isStopping = false
  const stop = (): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    void cloud.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exitCode = 1
})
