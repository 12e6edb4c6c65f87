// `npm test`: format, types, lint, tidy, docs, then every specification; one line a step, a count at the end.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './find-chromium'

const ROOT = join(__dirname, '..')
const REPORT = join(ROOT, '.cache', 'test-report.json')

interface Step {
  readonly title: string
  readonly command: readonly string[]
}

const STEPS: readonly Step[] = [
  { title: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'lint', command: ['eslint', '.'] },
  { title: 'unused', command: ['knip'] },
  { title: 'docs/api.md', command: ['tsx', 'scripts/describe-api.ts', '--check'] },
  {
    title: 'specifications',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${REPORT}`],
  },
]

function run({ title, command }: Step): boolean {
  console.log(`\n── ${title}`)
  const startedAt = Date.now()
  const { status } = spawnSync('npx', ['--no-install', ...command], { cwd: ROOT, stdio: 'inherit' })
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`)
  return status === 0
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

function main(): void {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  process.env['CHROMIUM_PATH'] ??= ensureChromium()
  const failed = STEPS.filter((step) => !run(step))
  const failedChecks = failed.filter((step) => step.title !== 'specifications').length
  console.log(`\n${closingLine(failedChecks)}`)
  if (failed.length > 0) {
    console.log(`failed: ${failed.map((step) => step.title).join(', ')}`)
    process.exitCode = 1
  }
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
