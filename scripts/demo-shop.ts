// The demo shop's data: made once for a state of the code, kept in .cache, copied to .data for use.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { HOUR_MS } from '@contract/time'
import {
  startCloud,
  type Cloud,
  type CollectionsFile,
  type FunctionSettings,
} from '../emulator/cloud'
import { createWechat, type WechatFactory } from '../emulator/wechat'
import { DEMO_BOOTSTRAP_CODE } from '../seed/open-shop'
import { DEMO_ENDS_AT, seedDemoShop } from '../seed/seed-demo-shop'
import { fingerprintOf, SOURCES } from './freshness'

const ROOT = join(__dirname, '..')
const CACHE = join(ROOT, '.cache')

/** Where the running shop's data lie unless another folder is named. */
export const SHOP_DATA = join(ROOT, '.data', 'shop')

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T
}

interface ShopCloud {
  readonly cloud: Cloud
  readonly wechat: ReturnType<WechatFactory['control']>
}

/** The emulated cloud with this repository's functions and collections. */
export async function startShopCloud(options: {
  data: string | null
  startAt: number
  timers: boolean
  port?: number
  host?: string
  sync?: 'never'
}): Promise<ShopCloud> {
  const wechat = createWechat()
  const cloud = await startCloud({
    ...options,
    functionsDir: join(ROOT, 'dist', 'cloudfunctions'),
    functions: readJson<{ functions: FunctionSettings[] }>('cloudbaserc.json').functions,
    collections: readJson<CollectionsFile>('database/collections.json'),
    env: {
      FENYOU_BOOTSTRAP_CODE: DEMO_BOOTSTRAP_CODE,
      ...readJson<Record<string, string>>('database/local-keys.json'),
    },
    extensions: [wechat],
    quiet: true,
  })
  return { cloud, wechat: wechat.control() }
}

/** Years of earlier code, and drafts that nobody has been writing for an hour. */
function dropOldYears(): void {
  for (const name of readdirSync(CACHE).filter((one) => one.startsWith('demo-'))) {
    const folder = join(CACHE, name)
    const isInWork = name.endsWith('.draft') && Date.now() - statSync(folder).mtimeMs < HOUR_MS
    if (!isInWork) rmSync(folder, { recursive: true, force: true })
  }
}

/** The folder of the seeded demo shop for this state of the code; plays the year when there is none yet. */
export async function ensureDemoData(
  onDay: (day: number, days: number) => void,
): Promise<{ folder: string; isNew: boolean }> {
  const name = `demo-${fingerprintOf(SOURCES.demo)}`
  const folder = join(CACHE, name)
  if (existsSync(folder)) return { folder, isNew: false }
  mkdirSync(CACHE, { recursive: true })
  dropOldYears()
  const draft = `${folder}.${process.pid}.draft`
  const { cloud, wechat } = await startShopCloud({
    data: draft,
    startAt: DEMO_ENDS_AT,
    timers: false,
    sync: 'never',
  })
  try {
    const report = await seedDemoShop(cloud, wechat, onDay)
    cloud.state.put('desk', 'clock', DEMO_ENDS_AT)
    cloud.state.put('desk', 'seed', report)
  } finally {
    await cloud.stop()
  }
  // Only a finished year gets the name that is looked for; of two that were played at once the first stays.
  if (existsSync(folder)) rmSync(draft, { recursive: true, force: true })
  else renameSync(draft, folder)
  return { folder, isNew: true }
}

/** Puts the demo shop in place of whatever was in the data folder. */
export function layOutShop(demo: string, data: string): void {
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  cpSync(demo, data, { recursive: true })
}
