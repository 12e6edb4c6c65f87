/** The two scripts that run in the browser, bundled from TypeScript: the logic layer and the page's frame. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { HOST, keepBuilt, keyOf } from '../compile/keep-built'

export interface BrowserCode {
  logic: string
  view: string
}

const ENTRIES: BrowserCode = { logic: 'logic/boot.ts', view: 'view/entry.ts' }
const SOURCES = ['logic', 'view', 'shell', 'shared']

export async function bundleBrowserCode(): Promise<BrowserCode> {
  const key = keyOf(SOURCES, versionOf('glass-easel'), versionOf('glass-easel-miniprogram-adapter'))
  const built = await keepBuilt('browser', key, async () => JSON.stringify(await bundleBoth()))
  return JSON.parse(built) as BrowserCode
}

async function bundleBoth(): Promise<BrowserCode> {
  const [logic, view] = await Promise.all([bundle(ENTRIES.logic), bundle(ENTRIES.view)])
  return { logic, view }
}

async function bundle(entry: string): Promise<string> {
  const { build } = await import('esbuild')
  const built = await build({
    entryPoints: [join(HOST, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome110',
    minifySyntax: true,
    minifyWhitespace: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  return built.outputFiles[0]?.text ?? ''
}

function versionOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name)
  return readFileSync(entry, 'utf8').length + entry
}
