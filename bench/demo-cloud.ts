// How long the local cloud takes to start with the demo shop, and what memory it and its function instances need.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDemoData, layOutShop } from '../scripts/demo-shop'
import { median } from './median'
import type { Row } from './row'

const ROOT = join(__dirname, '..')
const CACHE = join(ROOT, '.cache')
const STARTS = 5
const INSTANCES = 4
const MAIN = join(ROOT, 'emulator', 'main.ts')

/** A demo shop of whatever state of the code: only its size matters. Played anew when there is none. */
async function anyDemoShop(): Promise<string> {
  const folders = existsSync(CACHE)
    ? readdirSync(CACHE).filter((name) => name.startsWith('demo-') && !name.endsWith('.draft'))
    : []
  const [newest] = folders
    .map((name) => join(CACHE, name))
    .filter((folder) => existsSync(join(folder, 'store.log')))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  if (newest) return newest
  console.log('No demo shop yet: its year is played first.')
  return (await ensureDemoData(() => {})).folder
}

interface Started {
  readonly child: ChildProcess
  readonly base: string
  readonly ms: number
}

/** From the start of the process to the line that says it serves. */
function startCommand(data: string): Promise<Started> {
  const startedAt = performance.now()
  const args = ['--import', 'tsx', MAIN, '--project', ROOT, '--data', data, '--port', '0']
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const [, base] = /Local cloud on (\S+)/.exec(text) ?? []
      if (base) resolve({ child, base, ms: performance.now() - startedAt })
    })
    child.once('exit', (code) => reject(new Error(`the emulator ended with ${code}`)))
  })
}

async function stop({ child }: Started): Promise<void> {
  const ended = new Promise((over) => child.once('exit', over))
  child.kill('SIGTERM')
  await ended
}

/** Resident memory of the process with all its threads, MB. */
async function memoryOf({ base }: Started): Promise<number> {
  const health = (await (await fetch(`${base}/__emulator__/health`)).json()) as {
    memoryMb: number
  }
  return health.memoryMb
}

/** Calls that come at once each get an instance of their own. */
async function openShop({ base }: Started, people: number): Promise<void> {
  const body = JSON.stringify({ action: 'mall.home', input: {} })
  const call = async (n: number) => {
    const headers = { 'content-type': 'application/json', 'x-wx-openid': `bench-${n}` }
    const answer = await fetch(`${base}/functions/mall`, { method: 'POST', headers, body })
    const { ok } = (await answer.json()) as { ok?: boolean }
    if (!ok) throw new Error('the shop did not open')
  }
  await Promise.all(Array.from({ length: people }, (_, n) => call(n)))
}

export async function measureDemoCloud(): Promise<Row[]> {
  const demo = await anyDemoShop()
  const data = mkdtempSync(join(CACHE, 'bench-demo-'))
  layOutShop(demo, data)
  const times: number[] = []
  let started: Started | null = null
  try {
    for (let round = 0; round < STARTS; round += 1) {
      if (started) await stop(started)
      started = await startCommand(data)
      times.push(started.ms)
    }
    if (!started) return []
    const alone = await memoryOf(started)
    await openShop(started, 1)
    const first = (await memoryOf(started)) - alone
    await openShop(started, INSTANCES)
    const each = ((await memoryOf(started)) - alone) / INSTANCES
    const best = (Math.min(...times) / 1000).toFixed(2)
    return [
      {
        what: 'the emulator with the demo shop, start to ready',
        measured: `${(median(times) / 1000).toFixed(2)} s (best ${best} s)`,
        budget: '≤ 2 s',
      },
      { what: '… its memory', measured: `${alone} MB`, budget: '≤ 400 MB' },
      { what: '… and for the first instance of mall', measured: `${first} MB`, budget: '≤ 80 MB' },
      { what: '… and for each of four', measured: `${Math.round(each)} MB`, budget: '≤ 80 MB' },
    ]
  } finally {
    if (started) await stop(started)
    rmSync(data, { recursive: true, force: true })
  }
}
