// Bundles each cloud function into dist/cloudfunctions/<name>/: functions cannot share files at run time.
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const ROOT = join(__dirname, '..')
const SOURCE = join(ROOT, 'cloudfunctions', 'functions')
const OUT = join(ROOT, 'dist', 'cloudfunctions')

interface Declared {
  readonly name: string
  readonly timeout: number
  readonly memorySize: number
  readonly triggers?: readonly object[]
}

/** Cloud calls of WeChat that a function makes: DevTools grants them on upload. */
const OPENAPI: Readonly<Record<string, readonly string[]>> = {
  distributor: ['wxacode.getUnlimited'],
}

async function declaredFunctions(): Promise<readonly Declared[]> {
  const text = await readFile(join(ROOT, 'cloudbaserc.json'), 'utf8')
  return (JSON.parse(text) as { functions: Declared[] }).functions
}

/** Content types are looked up by file extension: those that have none are two thirds of the table, and never found. */
const leanMimeTable: Plugin = {
  name: 'lean-mime-table',
  setup(bundler) {
    bundler.onLoad({ filter: /mime-db[\\/]db\.json$/ }, async ({ path }) => {
      const table = JSON.parse(await readFile(path, 'utf8')) as Record<string, object>
      const found = Object.entries(table).filter(([, type]) => 'extensions' in type)
      return { contents: JSON.stringify(Object.fromEntries(found)), loader: 'json' }
    })
  },
}

async function bundle(name: string): Promise<number> {
  const outfile = join(OUT, name, 'index.js')
  await build({
    entryPoints: [join(SOURCE, name, 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // Nodejs20.19 is deployed; 18.15 also runs.
    target: 'node18',
    minify: true,
    keepNames: true,
    sourcemap: 'external',
    tsconfig: join(ROOT, 'tsconfig.json'),
    logLevel: 'warning',
    plugins: [leanMimeTable],
    external: [],
  })
  return (await stat(outfile)).size
}

async function describeFunction(declared: Declared): Promise<void> {
  const folder = join(OUT, declared.name)
  const write = (file: string, content: object) =>
    writeFile(join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
  await write('package.json', { name: declared.name, version: '1.0.0', main: 'index.js' })
  await write('config.json', {
    permissions: { openapi: OPENAPI[declared.name] ?? [] },
    triggers: declared.triggers ?? [],
  })
}

/** Builds all functions; answers with their sizes in bytes. */
export async function buildFunctions(): Promise<ReadonlyMap<string, number>> {
  const declared = await declaredFunctions()
  const folders = await readdir(SOURCE)
  const missing = declared.filter((one) => !folders.includes(one.name))
  if (missing.length > 0) throw new Error(`no source for ${missing.map((one) => one.name).join()}`)
  const sizes = new Map<string, number>()
  await Promise.all(
    declared.map(async (one) => {
      await mkdir(join(OUT, one.name), { recursive: true })
      sizes.set(one.name, await bundle(one.name))
      await describeFunction(one)
    }),
  )
  return sizes
}

if (require.main === module) {
  buildFunctions().then(
    (sizes) => {
      for (const [name, bytes] of [...sizes].sort()) {
        console.log(`${name.padEnd(14)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`)
      }
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    },
  )
}
