// `npm run simulate`: what a plan would have paid on orders from CSV files. Refusals go to standard error, exit code 2.
import { join } from 'node:path'
import { BadUsage, readArguments, USAGE, type Asked } from './simulate/read-arguments'
import { FileInvalid } from './simulate/read-table'
import { clearProgress, drawProgress, showResults } from './simulate/show-results'
import { PlanRefused, simulateFiles } from './simulate/simulate-files'
import { writeResults } from './simulate/write-results'

function main(): void {
  const asked = readArguments(process.argv.slice(2), typedIn())
  const results = simulateFiles(asked, drawProgress(process.stderr))
  write(asked, results.commissionsCsv, results.summaryJson)
  clearProgress(process.stderr)
  console.log(showResults(results))
  console.log(`written: ${join(asked.out, 'commissions.csv')}, ${join(asked.out, 'summary.json')}`)
}

/** npm runs its scripts in the package's folder, but paths are meant from where the command was typed. */
function typedIn(): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env
  return script === 'simulate' && folder ? folder : process.cwd()
}

function write(asked: Asked, commissionsCsv: string, summaryJson: string): void {
  try {
    writeResults(asked.out, { 'commissions.csv': commissionsCsv, 'summary.json': summaryJson })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new BadUsage(`--out cannot be written: ${reason}`)
  }
}

try {
  main()
} catch (error) {
  clearProgress(process.stderr)
  const said = refusalOf(error)
  console.error(said ?? error)
  process.exitCode = said === null ? 1 : 2
}

function refusalOf(error: unknown): string | null {
  if (error instanceof BadUsage) return `USAGE ${error.message}\n${USAGE}`
  if (error instanceof FileInvalid) return `FILE_INVALID ${error.message}`
  return error instanceof PlanRefused ? error.message : null
}
