/** The command: starts the local cloud with the fake WeChat for a project, this one or any other. */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  BadFunctionSettings,
  CollectionsInvalid,
  DataFolderInUse,
  LogDamaged,
  NoFunctions,
  NotALog,
  PortTaken,
  startCloud,
  STORAGE_ACLS,
  type Cloud,
  type StorageAcl,
} from './cloud'
import { BadProject, readProject } from './read-project'
import { createWechat } from './wechat'

const HELP = `npm run emulator -- [--project DIR] [--port 8787] [--data DIR | --memory] …

  --project      folder of the mini-program's project (the current one)
  --port         port to listen on (8787; 0 takes any free one)
  --data         folder that keeps the data between runs (.data/emulator in the project)
  --memory       keep nothing
  --instances    instances a function may scale to (4)
  --host         address to listen on (127.0.0.1)
  --allow        a host beyond this machine that functions may reach; again for another, * for all (none)
  --storage-acl  who may read stored files: ${STORAGE_ACLS.join(', ')} (READONLY)
`

const SEE_HELP = 'All options: npm run emulator -- --help'

class BadUsage extends Error {}

interface Settings {
  project: string
  port: number
  host: string
  data: string | null
  instances: number
  hosts: string[]
  storageAcl: StorageAcl
}

function readSettings(args: string[]): Settings | null {
  const { values } = parseArgs({
    args,
    options: {
      project: { type: 'string', default: '.' },
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      memory: { type: 'boolean', default: false },
      instances: { type: 'string', default: '4' },
      allow: { type: 'string', multiple: true, default: [] },
      'storage-acl': { type: 'string', default: 'READONLY' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  if (values.memory && values.data) throw new BadUsage('either --data or --memory, not both')
  const project = resolve(values.project)
  const kept = values.data ? resolve(values.data) : join(project, '.data', 'emulator')
  return {
    project,
    port: readCount('--port', values.port, 0, 65_535),
    host: values.host,
    data: values.memory ? null : kept,
    instances: readCount('--instances', values.instances, 1, 64),
    hosts: values.allow,
    storageAcl: readAcl(values['storage-acl']),
  }
}

function readAcl(text: string): StorageAcl {
  const acl = STORAGE_ACLS.find((one) => one === text)
  if (acl) return acl
  throw new BadUsage(`--storage-acl is one of ${STORAGE_ACLS.join(', ')}, not "${text}"`)
}

function readCount(name: string, text: string, low: number, high: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= low && value <= high) return value
  throw new BadUsage(`${name} must be a whole number from ${low} to ${high}, not "${text}"`)
}

/** Starts the cloud, and says what it serves and how to ask it. */
async function startEmulator({ project, ...settings }: Settings): Promise<Cloud> {
  const { notes, pages, ...found } = readProject(project)
  const extensions = [createWechat({ pages })]
  const cloud = await startCloud({ ...settings, ...found, extensions })
  const { functions } = (await (await fetch(`${cloud.base}/__emulator__/health`)).json()) as {
    functions: { name: string }[]
  }
  const names = functions.map(({ name }) => name)
  for (const note of notes) console.log(note)
  console.log(`Local cloud on ${cloud.base}`)
  console.log(settings.data ? `Data in ${settings.data}` : 'Data in memory only')
  console.log(`Functions in ${found.functionsDir}: ${names.join(', ') || 'none yet'}`)
  if (names[0]) {
    console.log(`  curl ${cloud.base}/functions/${names[0]} -H 'x-wx-openid: o-somebody' -d '{}'`)
  }
  return cloud
}

function explain(error: unknown): string {
  if (error instanceof PortTaken) {
    return `Port ${error.port} is taken. Choose another with --port, or --port 0 for any free one.`
  }
  if (error instanceof NoFunctions) {
    const here = 'In this repository: npm run build:functions.'
    return `${error.message}. ${here} Elsewhere cloudbaserc.json names it: functionRoot.`
  }
  if (error instanceof CollectionsInvalid) {
    return `database/collections.json: ${error.mistakes.join('; ')}`
  }
  if (error instanceof BadFunctionSettings || error instanceof BadProject) return error.message
  if (error instanceof DataFolderInUse) return `${error.message}. Stop it, or use another --data.`
  if (error instanceof LogDamaged || error instanceof NotALog) return error.message
  if (error instanceof BadUsage) return `${error.message}. ${SEE_HELP}`
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (String(code).startsWith('ERR_PARSE_ARGS')) return `${firstSentence(message)}. ${SEE_HELP}`
  // What the system refuses (a folder, an address) says itself what it was.
  if (syscall !== undefined) return message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Node adds advice about dashes, which helps nobody here. */
function firstSentence(message: string): string {
  return message.split(/[.\n]/)[0] ?? message
}

async function main(): Promise<void> {
  const settings = readSettings(process.argv.slice(2))
  if (!settings) return console.log(HELP)
  const starting = startEmulator(settings)
  let isStopping = false
  const stop = (): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    void starting.then((cloud) => cloud.stop()).then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  await starting
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exitCode = 1
})
