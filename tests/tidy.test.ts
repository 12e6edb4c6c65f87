// The house rules that no type checker knows: import direction, sizes, banned words, complete codes.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { actions } from '@contract/api'
import { REFUSALS } from '@contract/refusals'

const ROOT = join(__dirname, '..')
const ROOMS = ['contract', 'cloudfunctions', 'src', 'emulator', 'seed', 'scripts', 'tests', 'bench']
const MAX_FILE_LINES = 300
const MAX_FUNCTION_LINES = 70
const MAX_COLUMNS = 120

function sources(folder: string): string[] {
  let entries
  try {
    entries = readdirSync(join(ROOT, folder), { withFileTypes: true })
  } catch {
    return []
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

const files = ROOMS.flatMap(sources)
const textOf = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
const isData = (file: string) => /\.data\.tsx?$|\.d\.ts$/.test(file)
const isTest = (file: string) => /(^|\/)tests\//.test(file)

/** What each room may import; paths are prefixes inside the repository. */
const DIRECTION: readonly (readonly [room: string, mayImport: readonly string[]])[] = [
  ['contract/', ['contract/']],
  ['cloudfunctions/domain/', ['contract/', 'cloudfunctions/domain/']],
  ['cloudfunctions/ports/', ['contract/', 'cloudfunctions/ports/']],
  [
    'cloudfunctions/workflows/',
    ['contract/', 'cloudfunctions/domain/', 'cloudfunctions/ports/', 'cloudfunctions/workflows/'],
  ],
  [
    'cloudfunctions/adapters/',
    [
      'contract/',
      'cloudfunctions/ports/',
      'cloudfunctions/adapters/',
      'cloudfunctions/domain/refuse',
      'cloudfunctions/domain/assert',
    ],
  ],
  [
    'cloudfunctions/kernel/',
    [
      'contract/',
      'cloudfunctions/domain/',
      'cloudfunctions/ports/',
      'cloudfunctions/adapters/',
      'cloudfunctions/kernel/',
    ],
  ],
  ['cloudfunctions/functions/', ['contract/', 'cloudfunctions/']],
  ['src/', ['contract/', 'src/']],
  ['emulator/', ['emulator/']],
  [
    'seed/',
    ['contract/', 'cloudfunctions/workflows/', 'cloudfunctions/kernel/ids', 'emulator/', 'seed/'],
  ],
]

function importsOf(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(textOf.get(file) ?? '', true, true)
  return importedFiles.map(({ fileName }) => {
    if (fileName.startsWith('@contract/')) return fileName.replace('@contract/', 'contract/')
    if (fileName.startsWith('@/')) return fileName.replace('@/', 'src/')
    if (!fileName.startsWith('.')) return ''
    return relative(ROOT, resolve(ROOT, dirname(file), fileName))
  })
}

function functionsOver(file: string, limit: number): string[] {
  const source = ts.createSourceFile(file, textOf.get(file) ?? '', ts.ScriptTarget.ES2022, true)
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart()) + 1
      if (lines > limit) found.push(`${file}:${lineOf(node.getStart()) + 1} has ${lines} lines`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

describe('the house', () => {
  it.each(DIRECTION)('%s imports only what lies below it', (room, mayImport) => {
    const wrong = files
      .filter((file) => file.startsWith(room) && !(room === 'emulator/' && isTest(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter(
            (target) => target !== '' && !mayImport.some((prefix) => target.startsWith(prefix)),
          )
          .map((target) => `${file} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('the mini-program takes types, and only the small pure modules, from the contract', () => {
    const heavy = /import (?!type)[^;]*?from '@contract\/(api|schema|action)/
    const wrong = files.filter(
      (file) => file.startsWith('src/') && heavy.test(textOf.get(file) ?? ''),
    )
    expect(wrong).toEqual([])
  })

  it(`files have at most ${MAX_FILE_LINES} lines`, () => {
    const long = files
      .filter((file) => !isData(file) && !isTest(file))
      .map((file) => [file, (textOf.get(file) ?? '').split('\n').length - 1] as const)
      .filter(([, lines]) => lines > MAX_FILE_LINES)
    expect(long).toEqual([])
  })

  it(`functions have at most ${MAX_FUNCTION_LINES} lines`, () => {
    const rooms = files.filter((file) => !isTest(file) && !file.endsWith('.tsx'))
    expect(rooms.flatMap((file) => functionsOver(file, MAX_FUNCTION_LINES))).toEqual([])
  })

  it(`lines have at most ${MAX_COLUMNS} columns`, () => {
    const long = files
      .filter((file) => !isData(file))
      .flatMap((file) =>
        (textOf.get(file) ?? '')
          .split('\n')
          .flatMap((line, index) => (line.length > MAX_COLUMNS ? [`${file}:${index + 1}`] : [])),
      )
    expect(long).toEqual([])
  })

  it('no file is a service, manager, helper, utils or common', () => {
    const vague = /(^|[-/.])(services?|managers?|helpers?|utils?|common)\.tsx?$/
    expect(files.filter((file) => vague.test(file))).toEqual([])
  })

  it('domain and workflows never read the clock, draw lots, use floats for money or print', () => {
    const bannedWords =
      /\bDate\.now\b|\bnew Date\(|\bMath\.random\b|\.toFixed\(|\bparseFloat\b|\bconsole\.|: any\b|\bas any\b/
    const wrong = files
      .filter((file) => /^cloudfunctions\/(domain|workflows)\//.test(file))
      .filter((file) =>
        bannedWords.test((textOf.get(file) ?? '').replace(/^\s*(\/\/|\*).*$/gm, '')),
      )
    expect(wrong).toEqual([])
  })

  it('every module opens with a sentence that says what it is', () => {
    const silent = files
      .filter((file) => /^(contract|cloudfunctions|emulator|seed|scripts)\//.test(file))
      .filter((file) => !isTest(file))
      .filter((file) => !/^(#!.*\n)?(\/\/|\/\*\*?)/.test(textOf.get(file) ?? ''))
    expect(silent).toEqual([])
  })

  it('every refusal has a Chinese sentence', () => {
    for (const text of Object.values(REFUSALS)) expect(text).toMatch(/[\u4e00-\u9fff]/)
  })

  it('every action says who may call it, in a sentence', () => {
    for (const [name, action] of Object.entries(actions)) {
      expect(action.summary, name).toMatch(/\.$/)
      expect(action.who.length, name).toBeGreaterThan(0)
    }
  })
})
