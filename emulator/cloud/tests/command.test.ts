import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..', '..', '..')
const FUNCTION = "exports.main = async () => 'served'"

const folders: string[] = []
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A project's folder with these files; `null` leaves one of the usual files out. */
function makeProject(files: Record<string, string | null> = {}): string {
  const project = mkdtempSync(join(tmpdir(), 'project-'))
  folders.push(project)
  const usual: Record<string, string | null> = {
    'cloudbaserc.json': '{ "functionRoot": "dist/cloudfunctions", "functions": [] }',
    'database/collections.json': '{ "items": { "acl": "ADMINONLY", "indexes": [] } }',
    'dist/cloudfunctions/greet/index.js': FUNCTION,
  }
  for (const [path, text] of Object.entries({ ...usual, ...files })) {
    if (text === null) continue
    mkdirSync(join(project, path, '..'), { recursive: true })
    writeFileSync(join(project, path), text)
  }
  return project
}

interface Running {
  child: ChildProcess
  output: { out: string; err: string }
  ended: Promise<number | null>
}

/** The command, as `npm run emulator -- …` runs it. */
function run(args: string[]): Running {
  const command = ['--import', 'tsx', join(ROOT, 'emulator', 'main.ts'), ...args]
  const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  children.push(child)
  const output = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.err += chunk.toString()))
  // `close`, not `exit`: at its exit a process's last words may still be in the pipe.
  const ended = new Promise<number | null>((answer) => child.on('close', (code) => answer(code)))
  return { child, output, ended }
}

/** Runs a command that must refuse; answers with its one line. */
async function refusal(...args: string[]): Promise<string> {
  const { output, ended } = run(args)
  expect(await ended).toBe(1)
  expect(output.out).toBe('')
  const lines = output.err.trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  return lines[0] ?? ''
}

async function started(...args: string[]): Promise<Running & { base: string }> {
  const running = run(args)
  const isUp = new Promise<string>((answer) => {
    running.child.stdout?.on('data', () => {
      const [, base] = /Local cloud on (\S+)/.exec(running.output.out) ?? []
      if (base) answer(base)
    })
  })
  const base = await Promise.race([isUp, running.ended.then(() => '')])
  expect(base, running.output.err).not.toBe('')
  return { ...running, base }
}

describe.concurrent('the command', () => {
  test.each([
    ['a flag it does not know', ['--frobnicate'], "Unknown option '--frobnicate'"],
    ['a word that is no flag', ['start'], "Unexpected argument 'start'"],
    ['a folder and no folder', ['--memory', '--data', 'x'], 'either --data or --memory, not both'],
    ['a port that is no number', ['--port', 'http'], '--port must be a whole number'],
    ['a port beyond all ports', ['--port', '70000'], '--port must be a whole number'],
    ['no instances', ['--instances', '0'], '--instances must be a whole number from 1 to 64'],
    ['half an instance', ['--instances', '1.5'], '--instances must be a whole number from 1 to 64'],
    ['a flag without its value', ['--data'], "Option '--data <value>' argument missing"],
    ['rules it does not know', ['--storage-acl', 'OPEN'], '--storage-acl is one of'],
    ['a host it does not have', ['--host', '192.0.2.1', '--memory'], '192.0.2.1'],
  ])('refuses %s', async (_what, args, words) => {
    expect(await refusal('--project', makeProject(), ...args)).toContain(words)
  })

  test.each([
    [
      'without built functions',
      { 'dist/cloudfunctions/greet/index.js': null },
      /dist\/cloudfunctions.*npm run build:functions/,
    ],
    [
      'whose cloudbaserc.json is no JSON',
      { 'cloudbaserc.json': '{,}' },
      /cloudbaserc\.json is not/,
    ],
    [
      'whose collections.json is no JSON',
      { 'database/collections.json': '{ "items": ' },
      /collections\.json is not JSON/,
    ],
    [
      'whose collections.json says what it can’t',
      { 'database/collections.json': '{ "items": { "indexes": [{ "name": "n" }] } }' },
      /collections\.json: .*items/,
    ],
    [
      'whose function has a time-out of none',
      {
        'cloudbaserc.json':
          '{ "functionRoot": "dist/cloudfunctions", "functions": [{ "name": "greet", "timeout": 0 }] }',
      },
      /function greet: timeout/,
    ],
    ['whose log is another file', { 'data/store.log': 'Dear diary' }, /store\.log is not a log/],
    [
      'whose log is damaged',
      { 'data/store.log': 'FENYOU-LOG-1\n\u0007\0\0\0\u0001\0\0\0{"n":1}' },
      /damaged at byte 13/,
    ],
    ['whose data folder is a file', { data: 'not a folder' }, /data/],
  ])('refuses a project %s', async (_what, files, words) => {
    const project = makeProject(files)
    expect(
      await refusal('--project', project, '--data', join(project, 'data'), '--port', '0'),
    ).toMatch(words)
  })

  test('refuses a taken port, and leaves no lock behind', async () => {
    const server = createServer()
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const address = server.address()
    const port = String(typeof address === 'object' ? address?.port : '')
    const args = ['--project', makeProject()]
    expect(await refusal(...args, '--port', port)).toBe(
      `Port ${port} is taken. Choose another with --port, or --port 0 for any free one.`,
    )
    const { child, ended } = await started(...args, '--port', '0')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    server.close()
  })

  test('refuses data that another one holds, keeps them over a restart, and ends when told to', async () => {
    const args = ['--project', makeProject(), '--port', '0', '--instances', '2']
    const first = await started(...args)
    const put = await fetch(`${first.base}/__emulator__/import`, {
      method: 'POST',
      body: JSON.stringify({ items: [{ _id: 'kept' }] }),
    })
    expect(put.status).toBe(200)
    expect(await refusal(...args)).toMatch(
      /is in use by process \d+\. Stop it, or use another --data/,
    )
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
    const second = await started(...args)
    const kept = (await (await fetch(`${second.base}/__emulator__/export`)).json()) as object
    expect(kept).toMatchObject({ items: [{ _id: 'kept' }] })
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
  })

  test('keeps nothing with --memory, and calls functions', async () => {
    const project = makeProject()
    const { base, child, output, ended } = await started(
      '--project',
      project,
      '--port',
      '0',
      '--memory',
    )
    const answer = await fetch(`${base}/functions/greet`, { method: 'POST', body: '{}' })
    expect(await answer.json()).toBe('served')
    expect(output.out).toContain('Data in memory only')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })
})
