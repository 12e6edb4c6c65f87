/** Replaces positions in a bundle by those in its sources, in stacks and printed lines, by the map beside it. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'

interface Loaded {
  changedAt: number
  map: SourceMap | null
}

const loaded = new Map<string, Loaded>()

/** `…/index.js:1:4711` becomes `src/orders/place-order.ts:12:5`; other text stays as it is. */
export function mapPositions(text: string, file: string): string {
  if (!text.includes(`${file}:`)) return text
  const map = readMap(file)
  if (!map) return text
  const position = new RegExp(`${escapeForRegExp(file)}:(\\d+):(\\d+)`, 'g')
  return text.replace(position, (whole, line: string, column: string) => {
    const entry = map.findEntry(Number(line) - 1, Number(column) - 1)
    if (!('originalSource' in entry) || !entry.originalSource) return whole
    const source = showPath(resolve(dirname(file), entry.originalSource))
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  })
}

/** The map that stands beside the bundle (`index.js.map`) or is written into its last line. */
function readMap(file: string): SourceMap | null {
  const beside = `${file}.map`
  const from = existsSync(beside) ? beside : file
  const changedAt = statSync(from, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const known = loaded.get(file)
  if (known?.changedAt === changedAt) return known.map
  const map = parseMap(from, from === beside)
  loaded.set(file, { changedAt, map })
  return map
}

function parseMap(from: string, isMap: boolean): SourceMap | null {
  try {
    const text = readFileSync(from, 'utf8')
    const payload = isMap ? text : readInlineMap(text)
    return payload ? new SourceMap(JSON.parse(payload) as SourceMapPayload) : null
  } catch {
    return null
  }
}

function readInlineMap(script: string): string | null {
  const at = script.lastIndexOf('//# sourceMappingURL=data:application/json')
  const encoded = at < 0 ? undefined : /base64,([\w+/=]+)/.exec(script.slice(at))?.[1]
  return encoded ? Buffer.from(encoded, 'base64').toString() : null
}

function showPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') || isAbsolute(short) ? path : join(short)
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
