/** A gate: do Tencent's own compilers (wcc and wcsc of miniprogram-compiler) take the app's templates and styles? */
import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readPackage, type Package } from './read-package'

interface Compiler {
  wxmlToJs(folder: string, options: object): string
}

/** What they write for a large app, in bytes, with room to spare. */
const MOST_OUTPUT = 256 * 1024 * 1024
const load = createRequire(import.meta.url)

/**
 * What the compilers say against the app, one line each: `base.wxml:1:6534: expect end-tag …`. Empty when they take
 * all. They run on Linux (x64), macOS and Windows.
 *
 * @throws BrokenApp when there is no app to compile
 */
export function checkWithWcc(dist: string): string[] {
  const pack = readPackage(dist)
  return [...templateMistakes(pack), ...styleMistakes(pack)]
}

function templateMistakes(pack: Package): string[] {
  const compiler = load('miniprogram-compiler') as Compiler
  const options = {
    wxmlList: filesOf(pack, '.wxml'),
    wxsList: filesOf(pack, '.wxs'),
    maxBuffer: MOST_OUTPUT,
  }
  try {
    compiler.wxmlToJs(pack.folder, options)
    return []
  } catch (error) {
    return linesOf(error instanceof Error ? error.message : String(error))
  }
}

/** Asked itself: the package's `wxssToJs` loses what wcsc says. */
function styleMistakes(pack: Package): string[] {
  const command = commandPath('wcsc')
  // The package's files needn't be executable as installed.
  chmodSync(command, 0o755)
  const args = ['-db', '-pc', '0', ...filesOf(pack, '.wxss')]
  const ran = spawnSync(command, args, { cwd: pack.folder, maxBuffer: MOST_OUTPUT })
  if (ran.error) throw ran.error
  return ran.status === 0 ? [] : linesOf(ran.stderr.toString())
}

function commandPath(name: string): string {
  const folder = join(dirname(load.resolve('miniprogram-compiler')), 'bin')
  if (process.platform === 'darwin') return join(folder, 'mac', name)
  return process.platform === 'win32'
    ? join(folder, 'windows', `${name}.exe`)
    : join(folder, 'linux', name)
}

function filesOf({ texts }: Package, extension: string): string[] {
  return [...texts.keys()].filter((file) => file.endsWith(extension))
}

function linesOf(said: string): string[] {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^(编译 \.\w+ 文件错误：|ERR: )/, '').trim())
  return lines.filter((line) => line !== '' && !/^error file count: \d+$/.test(line))
}
