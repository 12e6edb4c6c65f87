// `npm run simulate` as a person types it: exit codes, standard error, and files that are whole or not there.
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { simulateFiles } from '../../../scripts/simulate/simulate-files'
import { writeResults } from '../../../scripts/simulate/write-results'
import { drawProgress } from '../../../scripts/simulate/show-results'
import { BadUsage, readArguments } from '../../../scripts/simulate/read-arguments'
import { FILES, layOut } from '../support/simulated-files'

const ROOT = join(__dirname, '..', '..', '..')
const EXAMPLE = join(ROOT, 'docs', 'examples', 'simulate')
const RESULTS = ['commissions.csv', 'summary.json']

let laidOut: ReturnType<typeof layOut> | null = null
afterEach(() => {
  laidOut?.clear()
  laidOut = null
})
function prepare(changes: Partial<typeof FILES> = {}) {
  laidOut = layOut({ ...FILES, ...changes })
  return laidOut
}

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

function run(args: readonly string[], cwd = ROOT): Promise<Ended> {
  const command = ['--silent', '--prefix', ROOT, 'run', 'simulate', '--', ...args]
  return new Promise((resolve) => {
    execFile('npm', command, { cwd }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}
const argumentsOf = (asked: ReturnType<typeof layOut>['asked']) => [
  ...['--plan', asked.plan, '--members', asked.members, '--orders', asked.orders],
  ...(asked.refunds === null ? [] : ['--refunds', asked.refunds]),
  ...['--out', asked.out],
]

describe('the command', () => {
  it('writes both files into a folder it makes, prints a table, and is silent on standard error', async () => {
    const { asked, folder } = prepare()
    // Paths are those of the folder in which it is typed.
    const names = ['plan', 'members', 'orders', 'refunds'] as const
    const files = names.flatMap((name) => [`--${name}`, asked[name]!.slice(folder.length + 1)])
    const ended = await run([...files, '--out=deep/er'], folder)
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout).toContain('plan 2026-11-A: 2 orders, 3 lines')
    const out = join(folder, 'deep', 'er')
    expect(readdirSync(out).sort()).toEqual(RESULTS)
    const expected = simulateFiles(asked, () => undefined)
    expect(readFileSync(join(out, 'commissions.csv'), 'utf8')).toBe(expected.commissionsCsv)
    expect(readFileSync(join(out, 'summary.json'), 'utf8')).toBe(expected.summaryJson)
  })

  it('refuses a malformed file with code, file, line and column, and leaves what was there', async () => {
    const { asked } = prepare({ orders: FILES.orders.toString().replace(',2,9900', ',two,9900') })
    mkdirSync(asked.out)
    writeFileSync(join(asked.out, 'summary.json'), 'of yesterday')
    const { code, stdout, stderr } = await run(argumentsOf(asked))
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^FILE_INVALID orders\.csv:2 column qty: ./)
    expect(readdirSync(asked.out)).toEqual(['summary.json'])
    expect(readFileSync(join(asked.out, 'summary.json'), 'utf8')).toBe('of yesterday')
  })

  it('refuses a plan that may not be published by its code, and makes no folder', async () => {
    const plan = FILES.plan.replace('"capBps":3000', '"capBps":3001')
    const { asked, folder } = prepare({ plan })
    const { code, stderr } = await run(argumentsOf(asked))
    expect(code).toBe(2)
    expect(stderr).toMatch(/^COMPLIANCE_CAP_TOO_HIGH /)
    expect(readdirSync(folder)).not.toContain('out')
  })

  it('says how it is used when the arguments are wrong', async () => {
    const { code, stderr } = await run(['--plan', 'plan.json'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^USAGE .*--members/)
    expect(stderr).toContain('npm run simulate -- --plan plan.json')
  })

  it('says so when the folder cannot be made', async () => {
    const { asked } = prepare()
    const { code, stderr } = await run(argumentsOf({ ...asked, out: join(asked.plan, 'out') }))
    expect(code).toBe(2)
    expect(stderr).toMatch(/^USAGE --out cannot be written: /)
  })
})

describe('its arguments', () => {
  const good = ['--plan', 'p', '--members', 'm', '--orders', 'o', '--out', 'd']
  it.each([
    ['nothing at all', []],
    ...['--plan', '--members', '--orders', '--out'].map((name) => {
      const at = good.indexOf(name)
      return [`no ${name}`, [...good.slice(0, at), ...good.slice(at + 2)]] as const
    }),
    ['an unknown option', [...good, '--fast']],
    ['a word too many', [...good, 'more']],
    ['an option without its value', [...good, '--refunds']],
    ['an option instead of a value', ['--plan', '--members', ...good.slice(2)]],
    ['the same option twice', [...good, '--out', 'e']],
    ['an empty path', [...good, '--refunds', '']],
  ] as const)('are wrong: %s', (_label, args) => {
    expect(() => readArguments(args, '/')).toThrow(BadUsage)
  })

  it('are paths from where the command was typed', () => {
    expect(readArguments(good, '/shop')).toEqual({
      plan: '/shop/p',
      members: '/shop/m',
      orders: '/shop/o',
      refunds: null,
      out: '/shop/d',
    })
  })
})

describe('a file that is not there', () => {
  it.each(['plan', 'members', 'orders', 'refunds'] as const)('%s', (name) => {
    const { asked } = prepare()
    const missing = { ...asked, [name]: join(asked.out, `no-${name}`) }
    expect(() => simulateFiles(missing, () => undefined)).toThrow(
      `no-${name}: there is no such file`,
    )
  })

  it('or is a folder', () => {
    const { asked, folder } = prepare()
    expect(() => simulateFiles({ ...asked, members: folder }, () => undefined)).toThrow(
      /cannot be read/,
    )
  })
})

describe('the results', () => {
  it('are both as before when one cannot be put in its place', () => {
    const { asked } = prepare()
    mkdirSync(join(asked.out, 'summary.json'), { recursive: true })
    writeFileSync(join(asked.out, 'commissions.csv'), 'of yesterday')
    const files = { 'commissions.csv': 'of today', 'summary.json': '{}' }
    expect(() => writeResults(asked.out, files)).toThrow()
    expect(readdirSync(asked.out).sort()).toEqual(RESULTS)
    expect(readFileSync(join(asked.out, 'commissions.csv'), 'utf8')).toBe('of yesterday')
    expect(readdirSync(join(asked.out, 'summary.json'))).toEqual([])
  })

  it('are neither there when one cannot be put in its place, and none was before', () => {
    const { asked } = prepare()
    mkdirSync(join(asked.out, 'summary.json'), { recursive: true })
    const files = { 'commissions.csv': 'of today', 'summary.json': '{}' }
    expect(() => writeResults(asked.out, files)).toThrow()
    expect(readdirSync(asked.out)).toEqual(['summary.json'])
  })

  it('of the guide’s example are those printed there', () => {
    const files = ['plan.json', 'members.csv', 'orders.csv', 'refunds.csv']
    const [plan = '', members = '', orders = '', refunds = ''] = files.map((name) =>
      join(EXAMPLE, name),
    )
    const asked = { plan, members, orders, refunds, out: '' }
    const { commissionsCsv, summaryJson } = simulateFiles(asked, () => undefined)
    const said = (name: string) => readFileSync(join(EXAMPLE, 'result', name), 'utf8')
    expect(commissionsCsv).toBe(said('commissions.csv'))
    expect(summaryJson).toBe(said('summary.json'))
    const guide = readFileSync(join(ROOT, 'docs', 'simulate.md'), 'utf8')
    expect(guide).toContain(commissionsCsv)
  })
})

describe('the progress bar', () => {
  const drawn = (isTTY: boolean) => {
    let text = ''
    const stream = { isTTY, write: (part: string) => Boolean((text += part)) }
    const tell = drawProgress(stream as unknown as NodeJS.WriteStream)
    for (let done = 0; done <= 1000; done += 1) tell('computing', done, 1000)
    return text
  }
  it('is drawn on a terminal, once for each of its steps', () => {
    expect(drawn(true).split('\r')).toHaveLength(1 + 25)
    expect(drawn(true)).toContain('computing  ████████████░░░░░░░░░░░░')
  })
  it('and nowhere else', () => {
    expect(drawn(false)).toBe('')
  })
})
