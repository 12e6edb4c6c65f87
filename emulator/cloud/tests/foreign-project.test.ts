/** A project that knows nothing of this repository, served by following emulator/README.md alone. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const ROOT = join(__dirname, '..', '..', '..')

const HELLO = `const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const { greet } = require('./greet')
exports.main = async (event) => {
  const db = cloud.database()
  const { OPENID } = cloud.getWXContext()
  if (event.visit) await db.collection('visits').add({ data: { _id: OPENID, by: 'hello' } })
  if (event.names) return event.names.map((name) => process.env[name] ?? null)
  return greet(process.env.GREETING, OPENID ?? event.path ?? event.Type)
}`

const SETTINGS = {
  version: '2.0',
  envId: 'foreign-1a2b3c',
  functionRoot: 'cloudfunctions',
  functions: [
    {
      name: 'hello',
      handler: 'index.main',
      timeout: 5,
      memorySize: 128,
      installDependency: true,
      envVariables: { GREETING: '{{env.GREETING}}' },
      triggers: [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }],
      path: '/api/hello',
    },
  ],
}

let project: string
let running: Command[] = []

function write(path: string, content: string | object): void {
  const file = join(project, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
}

interface Command {
  child: ChildProcess
  printed: () => string
  ended: Promise<number | null>
}

function emulate(...args: string[]): Command {
  const command = ['--import', 'tsx', 'emulator/main.ts', '--project', project, '--port', '0']
  const child = spawn(process.execPath, [...command, ...args], { cwd: ROOT })
  let text = ''
  const take = (chunk: Buffer): void => void (text += chunk.toString())
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  // `close`, not `exit`: at its exit a process's last words may still be in the pipe.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const started = { child, printed: () => text, ended }
  running.push(started)
  return started
}

/** The address that the command prints; fails with what was printed instead. */
async function addressOf({ printed, ended }: Command): Promise<string> {
  let isOver = false
  void ended.then(() => (isOver = true))
  for (;;) {
    const [, url, name] = /curl (http:\/\/[^/]+)\/functions\/(\w+)/.exec(printed()) ?? []
    if (url && name) return url
    if (isOver) throw new Error(printed())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function stop({ child, ended }: Command): Promise<number | null> {
  child.kill('SIGTERM')
  return ended
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'foreign-project-'))
  write('cloudbaserc.json', SETTINGS)
  write('.env', 'GREETING=hello\nUNASKED=secret\n')
  write('.env.local', 'GREETING=你好\n')
  write('cloudfunctions/hello/index.js', HELLO)
  write('cloudfunctions/hello/greet.js', 'exports.greet = (greeting, who) => `${greeting}, ${who}`')
})
afterEach(async () => {
  await Promise.all(running.map(stop))
  running = []
  rmSync(project, { recursive: true })
})

/** As `npm install` in the project would. */
const install = (): void => symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))

const ask = async (url: string, body?: object, headers = {}): Promise<unknown> => {
  const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers }
  const answer = await fetch(url, init)
  return (answer.headers.get('content-type') ?? '').includes('json') ? answer.json() : answer.text()
}
const MEI = { 'x-wx-openid': 'o-mei' }

describe('a foreign project', () => {
  test('is served: calls, HTTP access, timer, collections, files; and kept over a restart', async () => {
    install()
    const first = emulate()
    const base = await addressOf(first)
    expect(first.printed()).toContain('There is no database/collections.json')
    expect(first.printed()).toContain(`Functions in ${join(project, 'cloudfunctions')}: hello`)
    expect(await ask(`${base}/functions/hello`, {}, MEI)).toBe('你好, o-mei')
    expect(await ask(`${base}/http/hello/any/path?a=1`)).toBe('你好, /any/path')
    expect(await ask(`${base}/http/api/hello/x`)).toBe('你好, /x')
    expect(await ask(`${base}/__emulator__/timers/hello/run`, {})).toEqual({
      result: '你好, Timer',
    })
    const names = ['GREETING', 'UNASKED']
    expect(await ask(`${base}/functions/hello`, { names })).toEqual(['你好', null])
    expect(await ask(`${base}/functions/hello`, { visit: true }, MEI)).toMatchObject({
      error: { message: expect.stringContaining('Db or Table not exist: visits') as string },
    })
    await ask(`${base}/__emulator__/collections`, { name: 'visits' })
    expect(await ask(`${base}/functions/hello`, { visit: true }, MEI)).toBe('你好, o-mei')
    write(
      'cloudfunctions/hello/greet.js',
      'exports.greet = (greeting, who) => `${who}: ${greeting}!`',
    )
    expect(await ask(`${base}/functions/hello`, {}, MEI)).toBe('o-mei: 你好!')
    expect(await stop(first)).toBe(0)

    const again = await addressOf(emulate())
    expect(await ask(`${again}/__emulator__/export`)).toEqual({
      visits: [{ _id: 'o-mei', by: 'hello' }],
    })
    expect(await ask(`${again}/__emulator__/health`)).toMatchObject({
      functions: [{ name: 'hello', timeoutMs: 5000, memoryMb: 128, timers: [{ name: 'nightly' }] }],
    })
  })

  test('is told what to install, what has no value, and what is not run', async () => {
    rmSync(join(project, '.env.local'))
    rmSync(join(project, '.env'))
    const web = { name: 'site', type: 'HTTP' }
    write('cloudbaserc.json', { ...SETTINGS, functions: [...SETTINGS.functions, web] })
    const command = emulate('--memory')
    const base = await addressOf(command)
    expect(command.printed()).toContain('function site is a web server (type HTTP): not run here')
    const { error } = (await ask(`${base}/functions/hello`, {})) as { error: { message: string } }
    expect(error.message).toMatch(/^Cannot find module 'wx-server-sdk'/)
    expect(error.message).toContain(`install it in ${join(project, 'cloudfunctions', 'hello')}`)
    expect(command.printed()).toContain(
      'hello: without a value (.env.local may give one): GREETING',
    )
  })

  test('needs no cloudbaserc.json: DevTools names the folder', async () => {
    rmSync(join(project, 'cloudbaserc.json'))
    write('project.config.json', { appid: 'wx1', cloudfunctionRoot: 'functions/' })
    write('functions/sum/index.js', 'exports.main = ({ a, b }) => a + b')
    write('functions/notes.txt', 'not a function')
    const command = emulate('--memory')
    const base = await addressOf(command)
    expect(command.printed()).toMatch(/Functions in .*functions.*: sum\n/)
    expect(await ask(`${base}/functions/sum`, { a: 1, b: 2 })).toBe(3)
  })
})

describe('what keeps it from starting is said in a line', () => {
  const fails = async (...args: string[]): Promise<string> => {
    const command = emulate('--memory', ...args)
    expect(await command.ended).toBe(1)
    expect(command.printed()).not.toMatch(/\n {4}at /)
    return command.printed()
  }

  test.each([
    [
      'a cron that is none',
      () => {
        const [hello] = SETTINGS.functions
        const triggers = [{ name: 'nightly', type: 'timer', config: '0 2 * * *' }]
        write('cloudbaserc.json', { ...SETTINGS, functions: [{ ...hello, triggers }] })
      },
      /function hello, trigger nightly: cron "0 2 \* \* \*": it needs seven fields/,
    ],
    [
      'settings that are no JSON',
      () => write('cloudbaserc.json', '{ "functions": '),
      /cloudbaserc\.json is not JSON/,
    ],
    [
      'no folder of functions',
      () => write('cloudbaserc.json', { ...SETTINGS, functionRoot: 'fns' }),
      /there is no folder .*fns with functions.*functionRoot/,
    ],
  ])('%s', async (_what, spoil, expected) => {
    spoil()
    expect(await fails()).toMatch(expected)
  })

  test('a setting of the command', async () => {
    expect(await fails('--storage-acl', 'OPEN')).toMatch(/READONLY, PRIVATE.*not "OPEN"/)
    expect(await fails('--instances', '0')).toMatch(/--instances must be a whole number from 1/)
    expect(await fails('--colour', 'red')).toMatch(/--colour/)
  })
})
