// How long a function's bundle takes to load, against the bundled wx-server-sdk alone in the same run.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { median } from './median'

const ROOT = join(__dirname, '..')
const ROUNDS = 9
const NAMES = ['mall', 'distributor', 'owner', 'pay-notify', 'timer'] as const

async function bundleSdkAlone(): Promise<string> {
  const folder = join(ROOT, '.cache', 'bench-sdk')
  mkdirSync(folder, { recursive: true })
  const entry = join(folder, 'entry.js')
  writeFileSync(entry, "exports.cloud = require('wx-server-sdk'); exports.cloud.init({})\n")
  const outfile = join(folder, 'index.js')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    minify: true,
    nodePaths: [join(ROOT, 'node_modules')],
    logLevel: 'silent',
  })
  return outfile
}

/** Milliseconds from before `require` to after it, in a process of its own. */
function loadMs(file: string): number {
  const script =
    'const t=process.hrtime.bigint();require(process.argv[1]);' +
    'process.stdout.write(String(Number(process.hrtime.bigint()-t)/1e6));process.exit(0)'
  const env = {
    ...process.env,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'x',
    SCF_NAMESPACE: 'bench',
  }
  return Number(execFileSync(process.execPath, ['-e', script, file], { encoding: 'utf8', env }))
}

export async function measureColdStarts() {
  const sdk = await bundleSdkAlone()
  const files = [
    sdk,
    ...NAMES.map((name) => join(ROOT, 'dist', 'cloudfunctions', name, 'index.js')),
  ]
  const times = files.map((): number[] => [])
  // In turns, so that a noisy moment strikes all alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    files.forEach((file, index) => times[index]?.push(loadMs(file)))
  }
  const [alone = 1, ...own] = times.map(median)
  return NAMES.map((name, index) => ({
    what: `cold start of ${name}, against the SDK alone`,
    measured: `× ${((own[index] ?? 0) / alone).toFixed(2)}`,
    budget: '≤ × 1.30',
  }))
}
