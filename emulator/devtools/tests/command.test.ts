import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import automator from 'miniprogram-automator'
import { afterAll, describe, expect, it } from 'vitest'
import { dropApps, writeApp } from './write-app'

const ROOT = resolve(import.meta.dirname, '..', '..', '..')
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  dropApps()
})

interface Running {
  child: ChildProcess
  output: { out: string; err: string }
  ended: Promise<number | null>
}

/** The command, as `npm run devtools -- …` runs it. */
function run(args: string[], env: Record<string, string> = {}): Running {
  const command = ['--import', 'tsx', 'emulator/devtools/main.ts', ...args]
  const options = { cwd: ROOT, env: { ...process.env, ...env } }
  const child = spawn(process.execPath, command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const output = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()))
  // `close`, not `exit`: at its exit a process's last words may still be in the pipe.
  const ended = new Promise<number | null>((answer) => child.on('close', (code) => answer(code)))
  return { child, output, ended }
}

async function ready({ output, ended }: Running): Promise<string> {
  let hasEnded = false
  void ended.then(() => (hasEnded = true))
  for (;;) {
    const found = /automator\.connect\(\{ wsEndpoint: '([^']+)' \}\)/.exec(output.out)?.[1]
    if (found) return found
    if (hasEnded) throw new Error(output.err)
    await new Promise((answer) => setTimeout(answer, 20))
  }
}

/** Processes below another, by /proc. */
function descendants(pid: number): number[] {
  const listed = spawnSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).stdout
  const pairs = listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  const below = (parent: number): number[] =>
    pairs.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)])
  return below(pid)
}

const isRunning = (pid: number): boolean => {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z')
}

describe('the command', () => {
  it('opens the app, says where, and serves the client', async () => {
    const running = run([
      '--dist',
      writeApp(),
      '--port',
      '0',
      '--path',
      'pages/me/me?a=1',
      '--openid',
      'o-mei',
    ])
    const miniProgram = await automator.connect({ wsEndpoint: await ready(running) })
    expect(running.output.out).toMatch(
      /^Simulated host on ws:\/\/127\.0\.0\.1:\d+\n {2}compile \d+ ms, bundle \d+ ms, browser \d+ ms, ready \d+ ms/m,
    )
    expect((await miniProgram.currentPage())?.path).toBe('pages/me/me')
    miniProgram.disconnect()
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
    expect(running.output.err).toBe('')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('leaves no process behind on %s', async (signal) => {
    const running = run(['--dist', writeApp(), '--port', '0'])
    await ready(running)
    const below = descendants(running.child.pid ?? 0)
    expect(below.length).toBeGreaterThan(0)
    running.child.kill(signal)
    expect(await running.ended).toBe(0)
    expect(below.filter(isRunning)).toEqual([])
  })

  it('ends when it is told so while starting', async () => {
    const running = run(['--dist', writeApp(), '--port', '0'])
    // Node itself must be up before it can hear.
    await new Promise((answer) => setTimeout(answer, 600))
    const below = descendants(running.child.pid ?? 0)
    running.child.kill('SIGTERM')
    await running.ended
    expect(below.filter(isRunning)).toEqual([])
  })

  it('tells broken rules and errors of the app, and goes on', async () => {
    const dist = writeApp({
      'app.js': 'App({})\neval',
      'pages/home/home.js':
        'Page({ onReady() { throw new Error("a mistake") } }); function f() { eval("1") }',
    })
    const running = run(['--dist', dist, '--port', '0'])
    await ready(running)
    expect(running.output.out).toContain(
      'error code-from-strings pages/home/home.js:1: eval makes code',
    )
    expect(running.output.err).toContain('exception: Error: a mistake')
    running.child.kill('SIGTERM')
    expect(await running.ended).toBe(0)
  })
})

const HELP = 'All options: npm run devtools -- --help'

describe('what it cannot do is refused in one line', () => {
  it.each<[args: string[], line: string]>([
    [
      ['--dist', '/nowhere'],
      `--dist /nowhere is not there. In this repository: npm run build:weapp. ${HELP}`,
    ],
    [['--port', 'x'], `--port must be a whole number from 0 to 65535, not "x". ${HELP}`],
    [
      ['--cloud', '8787'],
      `--cloud must be an address like http://127.0.0.1:8787, not "8787". ${HELP}`,
    ],
    [['--openid', ''], `--openid must not be empty. ${HELP}`],
    [['--size', 'big'], `--size is like 375x812, not "big". ${HELP}`],
    [
      ['--size', '10x812'],
      `--size: the width must be a whole number from 240 to 2000, not "10". ${HELP}`,
    ],
    [['--theme', 'pink'], `--theme is light or dark, not "pink". ${HELP}`],
    [['--taps', 'soft'], `--taps is real or direct, not "soft". ${HELP}`],
    [['--font-size', '40'], `--font-size must be a whole number from 16 to 23, not "40". ${HELP}`],
    [['--speed', '2'], `Unknown option '--speed'. ${HELP}`],
    [['weapp'], `Unexpected argument 'weapp'. ${HELP}`],
  ])('%j', async (args, line) => {
    const dist = args.includes('--dist') ? [] : ['--dist', writeApp()]
    const { output, ended } = run([...dist, ...args])
    expect(await ended).toBe(1)
    expect(output).toEqual({ out: '', err: `${line}\n` })
  })

  it('a broken app, by file and line', async () => {
    const { output, ended } = run([
      '--dist',
      writeApp({ 'pages/me/me.wxml': '\n<view a="{{b}"/>' }),
      '--port',
      '0',
    ])
    expect(await ended).toBe(1)
    expect(output.err).toMatch(/^pages\/me\/me\.wxml:2: .*\n$/)
  })

  it('a port that is taken, and Chromium that is missing', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((answer) => server.once('listening', answer))
    const { port } = server.address() as AddressInfo
    const taken = run(['--dist', writeApp(), '--port', String(port)])
    const missing = run(['--dist', writeApp(), '--port', '0'], {
      CHROMIUM_PATH: '/nowhere/chromium',
    })
    expect([await taken.ended, await missing.ended]).toEqual([1, 1])
    server.close()
    expect(taken.output.err).toBe(
      `Port ${port} is taken. Choose another with --port, or --port 0 for any free one.\n`,
    )
    expect(missing.output.err).toBe(
      'CHROMIUM_PATH names /nowhere/chromium, which is missing: ' +
        'install it (apt-get install chromium) or set CHROMIUM_PATH\n',
    )
  })

  it('--help lists every option', async () => {
    const { output, ended } = run(['--help'])
    expect(await ended).toBe(0)
    for (const name of [
      'dist',
      'port',
      'cloud',
      'openid',
      'path',
      'scene',
      'size',
      'theme',
      'font-size',
      'taps',
      'allow',
      'headed',
    ]) {
      expect(output.out).toContain(`  --${name} `)
    }
  })
})
