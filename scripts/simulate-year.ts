// Plays a long simulated year: `npm run simulate:year -- --seed N --steps N`; exits 1 when the books go wrong.
import { parseArgs } from 'node:util'
import { playYear } from '../tests/simulation/play-year'
import { buildFunctions } from './build-functions'

const USAGE = 'simulate:year -- [--seed N] [--steps N] [--story]'

function readNumber(text: string, name: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new RangeError(`--${name} must be a whole number above 0`)
  return Number(text)
}

function readArguments(): { seed: number; steps: number; story: boolean } {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      steps: { type: 'string', default: '2000' },
      story: { type: 'boolean', default: false },
    },
  })
  const { seed, steps, story } = values
  return { seed: readNumber(seed, 'seed'), steps: readNumber(steps, 'steps'), story }
}

async function main(): Promise<number> {
  const { seed, steps, story } = readArguments()
  await buildFunctions()
  const isTerminal = process.stderr.isTTY
  const year = await playYear(seed, steps, (step) => {
    if (isTerminal) process.stderr.write(`\r${step} of ${steps} steps`)
  })
  if (isTerminal) process.stderr.write('\n')
  const isRight = year.findings.length === 0
  const lines = story ? year.story : isRight ? [] : year.story.slice(-20)
  for (const line of [...lines, ...year.findings]) console.log(line)
  const counts = Object.entries(year.counts).map(([name, count]) => `${count} ${name}`)
  console.log(`seed ${seed}, ${year.story.length} steps: ${counts.join(', ')}`)
  console.log(isRight ? 'the books were right after every step' : 'the books went wrong')
  return isRight ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    console.error(USAGE)
    process.exit(2)
  },
)
