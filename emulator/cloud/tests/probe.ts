/** A cloud with one function, `probe`, that runs whatever code a test sends it, through the real wx-server-sdk. */
import { buildSync } from 'esbuild'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud, type Cloud, type CloudOptions, type CollectionsFile } from '../index'

const SOURCE = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database()
const tools = { cloud, db, _: db.command, $: db.command.aggregate }
exports.main = async (event, context) => {
  if (!event.code) return { event, context, wx: cloud.getWXContext() }
  return new Function('const __name = (f) => f; return ' + event.code)()({ ...tools, event, context }, event.argument)
}
`

let bundle: string | null = null
const made: string[] = []
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** The bundled probe, built once a process. */
export function probeBundle(): string {
  bundle ??= buildSync({
    stdin: { contents: SOURCE, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    platform: 'node',
    target: 'node18',
    minify: true,
    write: false,
  }).outputFiles[0]?.text as string
  return bundle
}

/** A folder of functions with the given sources; each `name: source` becomes `<name>/index.js`. */
export function makeFunctions(sources: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'functions-'))
  made.push(folder)
  for (const [name, source] of Object.entries(sources)) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'index.js'), source)
  }
  return folder
}

export const COLLECTIONS: CollectionsFile = {
  items: { acl: 'ADMINONLY', indexes: [] },
  counters: {},
  people: { indexes: [{ name: 'email', keys: [['email', 1]], unique: true }] },
  orders: {
    indexes: [
      {
        name: 'shop_at',
        keys: [
          ['shop', 1],
          ['at', -1],
        ],
      },
    ],
  },
}

let probeAlone: string | null = null

/** The probe and nothing else always lies in one folder: what an instance compiled, the next cloud starts with. */
function probeFolder(sources: Record<string, string>): string {
  if (Object.keys(sources).length > 0) return makeFunctions({ probe: probeBundle(), ...sources })
  return (probeAlone ??= makeFunctions({ probe: probeBundle() }))
}

export async function startProbe(
  options: Partial<CloudOptions> & { sources?: Record<string, string> } = {},
): Promise<Cloud> {
  const { sources = {}, ...rest } = options
  return startCloud({
    functionsDir: probeFolder(sources),
    collections: COLLECTIONS,
    timers: false,
    quiet: true,
    ...rest,
  })
}

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- the SDK's own types are looser than this */
export type Tools = Record<'cloud' | 'db' | '_' | '$' | 'event' | 'context', any>

/** Runs `code` inside the function; it sees its parameters only. */
export async function run<R, A = undefined>(
  cloud: Cloud,
  code: (tools: Tools, argument: A) => R | Promise<R>,
  argument?: A,
): Promise<R> {
  const event = { code: code.toString(), argument }
  return (await cloud.call('probe', event, { openid: 'o-tester' })) as R
}
