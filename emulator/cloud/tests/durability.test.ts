import { buildSync } from 'esbuild'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { truncateSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { DataFolderInUse, LogDamaged, type Cloud, type CloudOptions } from '../index'
import { readDocuments } from '../database/read-documents'
import { CloudState } from '../state'
import { Files } from '../storage/files'
import { COLLECTIONS, startProbe } from './probe'

const KILLS = 30
const SEED = 20_261_122
/** Machines are slow at times; nothing here is about speed. */
const PATIENT = { timeout: 600_000, interval: 5 }

let cloud: Cloud | undefined
const folders: string[] = []
afterEach(() => close())
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-data-'))
  folders.push(folder)
  return folder
}
const open = async (data: string, options: Partial<CloudOptions> = {}): Promise<Cloud> =>
  (cloud = await startProbe({ data, ...options }))
const close = async (): Promise<void> => {
  await cloud?.stop()
  cloud = undefined
}
const reopen = async (data: string): Promise<Cloud> => {
  await close()
  return open(data)
}

/** The writing child as one script: many children start faster than many compilers. */
function childScript(): string {
  const outfile = resolve('.cache', 'emulator-tests', `kill-child-${process.pid}.cjs`)
  buildSync({
    entryPoints: [join(import.meta.dirname, 'kill-child.ts')],
    bundle: true,
    external: ['esbuild'],
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

function seededRandom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

interface Doom {
  /** Acknowledgements after which the child may be killed. */
  enough: number
  /** How much longer it lives then, ms; `compacting`: until it is seen to rewrite its log. */
  delay: number | 'compacting'
}

/** Runs a writing child and kills it -9; returns what it was told is kept. */
function writeAndKill(data: string, round: number, { enough, delay }: Doom): Promise<string[]> {
  return new Promise((answer, reject) => {
    const child = spawn(process.execPath, [script, data, String(round)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    let isDoomed = false
    const killWhenCompacting = (): void => {
      const watcher = watch(data, (_event, name) => {
        if (name === 'store.log.new') child.kill('SIGKILL')
      })
      child.once('exit', () => watcher.close())
    }
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (isDoomed || output.split('\n').length < enough) return
      isDoomed = true
      if (delay === 'compacting') killWhenCompacting()
      else setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.on('error', reject)
    // `close`, not `exit`: at its exit a process's last words may still be in the pipe.
    child.on('close', () => {
      // The last line may be cut in the middle of being printed.
      const whole = output.slice(0, output.lastIndexOf('\n') + 1)
      answer(whole.split('\n').filter((line) => line !== '' && line !== 'ready'))
    })
  })
}

/** What lies in a folder, read as the next start would read it. */
async function inspect(data: string) {
  const state = CloudState.open({ folder: data, collections: COLLECTIONS, sync: 'behind' })
  const documents = readDocuments(state.store)
  const items = new Map(
    documents.list<{ _id: string; n?: number }>('items').map((one) => [one._id, one]),
  )
  const files = new Files(state, data)
  const isFileWhole = (id: string): boolean => {
    const file = files.find(id)
    const path = id.slice(id.indexOf('files/'))
    return file !== null && files.read(file).toString() === path.repeat(2000)
  }
  // The log takes writes again.
  const written = `after-${items.size}`
  documents.put('items', [{ _id: written }])
  await state.close()
  return { items, isFileWhole }
}

/** Everything wrong with what was kept, in words. */
function complaints(
  acknowledged: ReadonlySet<string>,
  { items, isFileWhole }: Awaited<ReturnType<typeof inspect>>,
): string[] {
  const wrong: string[] = []
  const told = [...acknowledged].map((line) => line.split(/:(.*)/s) as [string, string?])
  for (const [kind, id = ''] of told) {
    if (kind === 'gone' && items.has(id)) wrong.push(`${id} was removed and came back`)
    if (kind === 'file' && !isFileWhole(id)) wrong.push(`${id} was lost or is not whole`)
    if (id === '' && !items.has(kind)) wrong.push(`${kind} was lost`)
  }
  for (const id of items.keys()) {
    const other = id.replace(/[ab]$/, (side) => (side === 'a' ? 'b' : 'a'))
    if (id.startsWith('pair-') && !items.has(other)) wrong.push(`${id} without ${other}`)
  }
  const last = (kind: string): number =>
    Math.max(0, ...told.filter(([one]) => one === kind).map(([, n]) => Number(n)))
  const scales = ['scale-left', 'scale-middle', 'scale-right'].map((id) => items.get(id)?.n ?? 0)
  if (new Set(scales).size > 1) wrong.push(`half a transaction: ${scales.join(', ')}`)
  if ((scales[0] ?? 0) < last('scale')) wrong.push(`the scales fell back to ${scales[0]}`)
  if ((items.get('count')?.n ?? 0) < last('count')) wrong.push('the count fell back')
  return wrong
}

describe('a data folder', () => {
  test(
    `killed -9 ${KILLS} times, it keeps every acknowledged write and never half a transaction`,
    async () => {
      const data = newFolder()
      const random = seededRandom(SEED)
      const acknowledged = new Set<string>()
      let cutCompactions = 0
      for (let round = 1; round <= KILLS; round++) {
        const isForCompaction = round % 3 === 0
        const doom: Doom = {
          enough: 1 + Math.floor(random() * 120),
          delay: isForCompaction ? 'compacting' : random() * 40,
        }
        for (const line of await writeAndKill(data, round, doom)) acknowledged.add(line)
        if (existsSync(join(data, 'store.log.new'))) cutCompactions++
        expect(complaints(acknowledged, await inspect(data)), `after kill ${round}`).toEqual([])
      }
      const kinds = ['plain', 'gone', 'pair', 'scale', 'count', 'file']
      const count = (kind: string): number =>
        [...acknowledged].filter((line) => line.startsWith(kind)).length
      for (const kind of kinds) expect(count(kind), kind).toBeGreaterThan(KILLS)
      expect(cutCompactions).toBeGreaterThan(0)
    },
    PATIENT.timeout,
  )

  test('what a full disk refuses is told to the caller and not kept; smaller writes go on', async () => {
    const data = newFolder()
    // Files of this process may have 64 blocks; a write beyond fails half-way, as on a full disk.
    const run = `ulimit -f 64; exec "$0" "$@"`
    const child = spawnSync('sh', ['-c', run, process.execPath, script, data, 'fill'])
    const lines = child.stdout.toString().trim().split('\n')
    const refusal = lines.find((line) => line.startsWith('refused:')) ?? ''
    expect(refusal).toContain('SYS_ERR')
    expect(refusal).toMatch(/store\.log can't be written: EFBIG/)
    const acknowledged = lines.filter((line) => /^(large-\d+|small)$/.test(line))
    expect(acknowledged.length).toBeGreaterThan(2)
    const { items } = await inspect(data)
    expect([...items.keys()].sort()).toEqual(acknowledged.sort())
  })

  test('a record that was cut short is left out, and writing goes on', async () => {
    const data = newFolder()
    const log = join(data, 'store.log')
    const first = await open(data)
    first.database.put('items', [{ _id: 'whole' }])
    first.database.put('items', [{ _id: 'torn' }])
    await close()
    truncateSync(log, statSync(log).size - 3)
    const second = await open(data)
    expect(second.database.list('items')).toEqual([{ _id: 'whole' }])
    second.database.put('items', [{ _id: 'later', at: new Date(7) }])
    expect((await reopen(data)).database.list('items')).toEqual([
      { _id: 'whole' },
      { _id: 'later', at: new Date(7) },
    ])
  })

  test('a commit of several documents is kept whole or not at all, wherever the log is cut off', async () => {
    const data = newFolder()
    const log = join(data, 'store.log')
    const ids = ['left', 'middle', 'right']
    await inspect(data)
    const before = statSync(log).size
    const first = await open(data)
    first.database.put(
      'items',
      ids.map((_id) => ({ _id })),
    )
    await close()
    const bytes = readFileSync(log)
    for (let length = before; length <= bytes.length; length++) {
      writeFileSync(log, bytes.subarray(0, length))
      const { items } = await inspect(data)
      const kept = ids.filter((id) => items.has(id))
      expect(kept, `${length} bytes`).toEqual(length === bytes.length ? ids : [])
    }
  })

  test('a damaged log is not opened, and its folder is free for who mends it', async () => {
    const data = newFolder()
    const log = join(data, 'store.log')
    const first = await open(data)
    first.database.put('items', [{ _id: 'first', text: 'kettle' }])
    first.database.put('items', [{ _id: 'second' }])
    await close()
    const bytes = readFileSync(log)
    bytes[bytes.indexOf('kettle')] = 0x4b
    writeFileSync(log, bytes)
    await expect(open(data)).rejects.toThrow(LogDamaged)
    await expect(open(data)).rejects.toThrow(/store\.log is damaged at byte \d+.*1 whole record/)
    expect(readFileSync(log)).toEqual(bytes)
    expect(existsSync(join(data, 'lock'))).toBe(false)
  })

  test('keeps buckets, unique indexes, undeclared collections and the shift of the clock', async () => {
    const data = newFolder()
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

  test.each(['always', 'behind', 'never'] as const)(
    'synced %s, it keeps what was written at once from many sides',
    async (sync) => {
      const data = newFolder()
      const { base } = await open(data, { sync })
      const insert = async (n: number): Promise<unknown> => {
        const data = [JSON.stringify({ _id: `n-${n}` })]
        const body = { action: 'database.insertDocument', collectionName: 'items', data }
        const method = 'POST'
        const headers = { 'content-type': 'application/json' }
        return fetch(`${base}/admin`, { method, headers, body: JSON.stringify(body) })
      }
      await Promise.all(Array.from({ length: 40 }, (_, n) => insert(n)))
      expect((await reopen(data)).database.count('items')).toBe(40)
    },
  )

  test('restore and reset reach the disk, and what is written while the log is rewritten stays', async () => {
    const data = newFolder()
    await open(data)
    cloud?.database.put('items', [{ _id: 'a' }])
    const snapshot = cloud?.snapshot()
    cloud?.database.put('items', [{ _id: 'b' }])
    if (snapshot) {
      const restored = cloud?.restore(snapshot)
      cloud?.database.put('items', [{ _id: 'meanwhile' }])
      await restored
    }
    const kept = [{ _id: 'a' }, { _id: 'meanwhile' }]
    expect((await reopen(data)).database.list('items')).toEqual(kept)
    await cloud?.reset()
    expect((await reopen(data)).database.list('items')).toEqual([])
  })
})

describe('the log of a data folder', () => {
  const sizeOf = (data: string): number => statSync(join(data, 'store.log')).size
  const rewriteOften = (target: Cloud | undefined, times: number): void => {
    for (let n = 0; n < times; n++) {
      target?.database.put('items', [{ _id: 'same', n, filler: 'x'.repeat(1000) }])
    }
  }

  test('is rewritten when it has outgrown what it tells', async () => {
    const data = newFolder()
    const compactFrom = 50_000
    await open(data, { compactFrom })
    for (let round = 0; round < 5; round++) {
      rewriteOften(cloud, 100)
      await vi.waitFor(() => expect(sizeOf(data)).toBeLessThan(compactFrom), PATIENT)
    }
    expect((await reopen(data)).database.list('items')).toMatchObject([{ _id: 'same', n: 99 }])
  })

  test('is not rewritten for growing with what it tells', async () => {
    const data = newFolder()
    await open(data, { compactFrom: 1000 })
    const before = statSync(join(data, 'store.log')).ino
    for (let n = 0; n < 2; n++) cloud?.database.put('items', [{ _id: n, filler: 'x'.repeat(100) }])
    await close()
    expect(statSync(join(data, 'store.log')).ino).toBe(before)
  })

  test('that has outgrown its contents is rewritten soon after opening', async () => {
    const data = newFolder()
    await open(data)
    rewriteOften(cloud, 200)
    await close()
    const outgrown = sizeOf(data)
    await open(data, { compactFrom: 50_000 })
    await close()
    expect(sizeOf(data)).toBeLessThan(outgrown / 20)
    expect((await open(data)).database.list('items')).toMatchObject([{ _id: 'same', n: 199 }])
  })
})

describe('two emulators and one folder', () => {
  const startChild = async (data: string): Promise<string> => {
    const child = spawn(process.execPath, [script, data, 'fill'], { stdio: 'pipe' })
    let text = ''
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.stdout.on('data', () => child.kill('SIGKILL'))
    await new Promise((closed) => child.on('close', closed))
    return text
  }

  test('the second is refused, in another process and in the same', async () => {
    const data = newFolder()
    await open(data)
    expect(await startChild(data)).toContain(DataFolderInUse.name)
    await expect(startProbe({ data })).rejects.toThrow(DataFolderInUse)
    cloud?.database.put('items', [{ _id: 'still ours' }])
    expect((await reopen(data)).database.count('items')).toBe(1)
  })

  test('a killed one leaves a lock that counts for nothing', async () => {
    const data = newFolder()
    await startChild(data)
    expect(existsSync(join(data, 'lock'))).toBe(true)
    await expect(open(data)).resolves.toBeDefined()
  })

  test.runIf(process.platform === 'linux')(
    'a lock counts for nothing when its number has been given to another process',
    async () => {
      const data = newFolder()
      writeFileSync(join(data, 'lock'), `${process.ppid} 1`)
      await expect(open(data)).resolves.toBeDefined()
    },
  )
})
