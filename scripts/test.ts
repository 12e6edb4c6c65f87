// `npm test`: checks and builds beside each other, one a core; then every specification; a count at the end.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './find-chromium'

const ROOT = join(__dirname, '..')
const REPORT = join(ROOT, '.cache', 'test-report.json')

interface Step {
  readonly title: string
  readonly command: readonly string[]
}

/** What takes longest comes first, so that none is left alone at the end. */
const CHECKS: readonly Step[] = [
  { title: 'lint', command: ['eslint', '.'] },
  ...['h5', 'weapp', 'functions'].map((what) => ({
    title: `build ${what}`,
    command: ['tsx', 'scripts/bring-up-to-date.ts', what],
  })),
  { title: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'unused', command: ['knip'] },
  { title: 'docs/api.md', command: ['tsx', 'scripts/describe-api.ts', '--check'] },
]

/** They start their own workers, and find everything built. */
const SPECIFICATIONS: Step = {
  title: 'specifications',
  command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${REPORT}`],
}

/** True when it succeeds; what it prints comes at its end where others print beside it. */
function run({ title, command }: Step, isAlone: boolean): Promise<boolean> {
  if (isAlone) console.log(`\n── ${title}`)
  const startedAt = Date.now()
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...command], {
      cwd: ROOT,
      stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    const keep = (chunk: Buffer) => void (printed += chunk.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const end = (isRight: boolean) => {
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
      if (!isRight && printed !== '') console.log(`\n${printed.trimEnd()}`)
      console.log(`── ${title}: ${isRight ? 'ok' : 'FAILED'} (${seconds} s)`)
      resolve(isRight)
    }
    child.on('error', (error) => {
      printed += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

/** Runs steps, so many at a time; answers with those that failed. */
async function runBeside(steps: readonly Step[], lanes: number): Promise<readonly Step[]> {
  const waiting = [...steps]
  const failed: Step[] = []
  const follow = async (): Promise<void> => {
    const step = waiting.shift()
    if (!step) return
    if (!(await run(step, false))) failed.push(step)
    await follow()
  }
  await Promise.all(Array.from({ length: lanes }, follow))
  return failed
}

function closingLine(failedSteps: number): string {
  try {
    const report = JSON.parse(readFileSync(REPORT, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    return `${report.numPassedTests} passed, ${report.numFailedTests + failedSteps} failed`
  } catch {
    return `0 passed, ${failedSteps} failed`
  }
}

async function main(): Promise<void> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  process.env['CHROMIUM_PATH'] ??= ensureChromium()
  rmSync(REPORT, { force: true })
  const failed = await runBeside(CHECKS, availableParallelism())
  const areSpecificationsMet = await run(SPECIFICATIONS, true)
  console.log(`\n${closingLine(failed.length)}`)
  const titles = [...failed, ...(areSpecificationsMet ? [] : [SPECIFICATIONS])].map((s) => s.title)
  if (titles.length > 0) {
    console.log(`failed: ${titles.join(', ')}`)
    process.exitCode = 1
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
