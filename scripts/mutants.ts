// Applies known-bad changes to a copy of the project, one at a time, and runs the specifications over each:
// `npm run mutants [-- --only WORDS,WORDS]`. Exits 1 when one survives.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MUTANTS, type Mutant } from '../tests/mutants/mutants.data'

const ROOT = join(__dirname, '..')
/** The fast layers first: most mutants don't come further. */
const LAYERS: readonly (readonly string[])[] = [
  ['--project', 'domain', '--exclude', '**/mutants.test.ts'],
  ['--project', 'workflows', 'tests/workflows/money', 'tests/workflows/trade'],
  ['--project', 'workflows', 'tests/simulation'],
]

interface Report {
  readonly testResults: readonly {
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutants-'))
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: ROOT })
  for (const file of listed.toString().split('\0').filter(Boolean)) {
    cpSync(join(ROOT, file), join(folder, file))
  }
  rmSync(join(folder, 'node_modules'), { force: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

type Layers = readonly (readonly string[])[]

/** What is expected to fail comes first, so that a mutant that is caught is caught soon. */
function layersFor({ caughtBy }: Mutant): Layers {
  return caughtBy === undefined ? LAYERS : [['--project', 'workflows', caughtBy], ...LAYERS]
}

/** Of some mutants only: what they are expected to be caught by, and the fast layer. */
function baselineFor(chosen: readonly Mutant[]): Layers {
  if (chosen.length === MUTANTS.length) return LAYERS
  const named = new Set(chosen.flatMap(({ caughtBy }) => caughtBy ?? []))
  const [fast = []] = LAYERS
  return named.size === 0 ? [fast] : [fast, ['--project', 'workflows', ...named]]
}

/** The first specification that fails, or null when all hold. */
function firstFailure(folder: string, layers: Layers): string | null {
  for (const layer of layers) {
    const output = join(folder, 'report.json')
    rmSync(output, { force: true })
    const options = ['--bail', '1', '--reporter', 'json', '--outputFile', output]
    const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
    const { status } = spawnSync(process.execPath, [vitest, 'run', ...layer, ...options], {
      cwd: folder,
      stdio: 'ignore',
    })
    if (status === 0) continue
    const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Report
    const failed = testResults
      .flatMap((file) => file.assertionResults)
      .find((one) => one.status === 'failed')
    return (
      failed?.fullName ?? testResults.find((file) => file.message)?.message ?? 'it does not run'
    )
  }
  return null
}

function spoil(folder: string, { file, from, to }: Mutant): () => void {
  const path = join(folder, file)
  const sound = readFileSync(path, 'utf8')
  if (sound.split(from).length !== 2) throw new RangeError(`${file} has not once: ${from}`)
  writeFileSync(
    path,
    sound.replace(from, () => to),
  )
  return () => writeFileSync(path, sound)
}

function main(): number {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
  const words = values.only.split(',')
  const chosen = MUTANTS.filter(({ name }) => words.some((word) => name.includes(word)))
  if (chosen.length === 0) throw new RangeError(`no mutant is called ${values.only}`)
  const folder = copyProject()
  try {
    const before = firstFailure(folder, baselineFor(chosen))
    if (before !== null) throw new Error(`without any mutant, this fails already: ${before}`)
    const survivors = chosen.filter((mutant) => {
      const restore = spoil(folder, mutant)
      const killer = firstFailure(folder, layersFor(mutant))
      restore()
      console.log(`${killer === null ? 'SURVIVED' : 'killed'}  ${mutant.name}`)
      if (killer !== null) console.log(`          by: ${killer.split('\n')[0] ?? ''}`)
      return killer === null
    })
    console.log(`${chosen.length - survivors.length} killed, ${survivors.length} survived`)
    return survivors.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  process.exitCode = main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 2
}
