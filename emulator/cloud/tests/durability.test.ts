import { buildSync } from 'esbuild'
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { DataFolderInUse, type Cloud } from '../index'
import { startProbe } from './probe'

let cloud: Cloud | undefined
afterEach(() => close())

const folder = (): string => mkdtempSync(join(tmpdir(), 'emulator-data-'))
const open = async (data: string): Promise<Cloud> => (cloud = await startProbe({ data }))
const close = async (): Promise<void> => {
  await cloud?.stop()
  cloud = undefined
}
const reopen = async (data: string): Promise<Cloud> => {
  await close()
  return open(data)
}

/** The writing child as one script: five children start faster than five compilers. */
function childScript(): string {
  const outfile = resolve('.cache', 'emulator-tests', `kill-child-${process.pid}.cjs`)
  buildSync({
    entryPoints: [join(import.meta.dirname, 'kill-child.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
    outfile,
  })
  return outfile
}
const script = childScript()
afterAll(() => rmSync(script, { force: true }))

/** Runs a writing child, kills it -9 soon after so many acknowledgements; returns what it was told is kept. */
function writeAndKill(data: string, round: number, enough: number): Promise<string[]> {
  return new Promise((answer, reject) => {
    const child = spawn(process.execPath, [script, data, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    let isDoomed = false
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (isDoomed || output.split('\n').length < enough) return
      isDoomed = true
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 30)
    })
    child.on('error', reject)
    child.on('exit', () => {
      // The last line may be cut in the middle of being printed.
      const whole = output.slice(0, output.lastIndexOf('\n') + 1)
      answer(whole.split('\n').filter((id) => id.includes('-')))
    })
  })
}

describe('a data folder', () => {
  test('killed at any moment, it keeps every acknowledged write and never half a transaction', async () => {
    const data = folder()
    const acknowledged: string[] = []
    for (let round = 0; round < 5; round++) {
      acknowledged.push(...(await writeAndKill(data, round, 10 + Math.random() * 60)))
    }
    const { database } = await open(data)
    const kept = new Set(database.list<{ _id: string }>('items').map((one) => one._id))
    expect(acknowledged.length).toBeGreaterThan(50)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    const halves = [...kept].filter(
      (id) => id.startsWith('pair-') && !kept.has(id.replace(/.$/, (c) => (c === 'a' ? 'b' : 'a'))),
    )
    expect(halves).toEqual([])
  }, 40_000)

  test('a torn or garbled tail is cut off, and writing goes on', async () => {
    const data = folder()
    const log = join(data, 'store.log')
    const first = await open(data)
    first.database.put('items', [{ _id: 'whole' }])
    first.database.put('items', [{ _id: 'torn' }])
    await close()
    truncateSync(log, statSync(log).size - 3)
    const second = await open(data)
    expect(second.database.list('items')).toEqual([{ _id: 'whole' }])
    second.database.put('items', [{ _id: 'later', at: new Date(7) }])
    await close()
    appendFileSync(log, Buffer.from([9, 0, 0, 0, 1, 2, 3, 4, 65, 66, 67, 68, 69, 70, 71, 72, 73]))
    expect((await open(data)).database.list('items')).toEqual([
      { _id: 'whole' },
      { _id: 'later', at: new Date(7) },
    ])
  })

  test('keeps buckets, unique indexes, undeclared collections and the shift of the clock', async () => {
    const data = folder()
    await open(data)
    cloud?.state.put('wechat', 'inbox', [1, 2])
    cloud?.database.put('people', [{ _id: 'a', email: 'x' }])
    cloud?.database.import({ made: [{ _id: 1 }] })
    await cloud?.advance(86_400_000)
    const again = await reopen(data)
    expect(again.state.get('wechat', 'inbox')).toEqual([1, 2])
    expect(again.database.list('made')).toEqual([{ _id: 1 }])
    expect(again.clock.now()).toBeGreaterThan(Date.now() + 86_000_000)
    expect(() => again.database.put('people', [{ _id: 'b', email: 'x' }])).toThrow(/E11000/)
  })

  test('restore and reset reach the disk', async () => {
    const data = folder()
    await open(data)
    cloud?.database.put('items', [{ _id: 'a' }])
    const snapshot = cloud?.snapshot()
    cloud?.database.put('items', [{ _id: 'b' }])
    if (snapshot) await cloud?.restore(snapshot)
    expect((await reopen(data)).database.list('items')).toEqual([{ _id: 'a' }])
    await cloud?.reset()
    expect((await reopen(data)).database.list('items')).toEqual([])
  })

  test('serves one emulator at a time', async () => {
    const data = folder()
    await open(data)
    const child = spawn(process.execPath, [script, data, '0'], { stdio: 'pipe' })
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
    await new Promise((exited) => child.on('exit', exited))
    expect(text).toContain(DataFolderInUse.name)
  })
})
