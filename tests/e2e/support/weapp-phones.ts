// Phones for tests with the built mini-program on them: a simulated host each, one browser, one emulated cloud.
import { join } from 'node:path'
import automator from 'miniprogram-automator'
import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import type { Browser } from 'playwright-core'
import { launchBrowser, startHost, type HostOptions } from '../../../emulator/devtools'
import type { TestWorld } from '../../support/world'
import { openWorld } from '../../support/world'
import { devtoolsEndpoints, joinDevtools } from './devtools'
import { holdWeappPhone, type WeappPhone } from './weapp-phone'

const ROOT = join(__dirname, '..', '..', '..')
/** The build under test; another folder may be named while a page is being worked on. */
const APP = process.env['FENYOU_WEAPP'] ?? join(ROOT, 'dist', 'weapp')

export interface Phones {
  readonly world: TestWorld
  /** The phone of a person, as it was left; the same name is the same OPENID as `world.as`. */
  phone(name: string): Promise<WeappPhone>
  /** What went wrong in any phone since the last asking: errors of the app, unknown calls, broken rules. */
  takeTroubles(): string[]
  /** Every phone's screen into .cache/e2e/shots, to see why a test failed. */
  shootAll(): Promise<void>
  stop(): Promise<void>
}

type PhoneOptions = Pick<HostOptions, 'width' | 'height' | 'theme' | 'fontSize' | 'choices'>

interface Held {
  readonly phone: WeappPhone
  close(): Promise<void>
}

/** Phones on a world's cloud; each is started when it is first asked for. */
export async function openPhones(
  world: TestWorld,
  browser?: Browser,
  options: PhoneOptions = {},
): Promise<Phones> {
  const own = (browser ?? devtoolsEndpoints().length > 0) ? null : await launchBrowser()
  const held = new Map<string, Promise<Held>>()
  const troubles: string[] = []
  const start = (name: string): Promise<Held> => {
    const tell = (what: string) => void troubles.push(`${name}: ${what}`)
    if (devtoolsEndpoints().length > 0) return holdDevtools(world, name, held.size, tell)
    return holdHost({ world, name, tell, browser: browser ?? own ?? undefined, ...options })
  }
  return {
    world,
    async phone(name) {
      const known = held.get(name) ?? start(name)
      held.set(name, known)
      return (await known).phone
    },
    takeTroubles: () => troubles.splice(0),
    async shootAll() {
      for (const [name, one] of held) await (await one).phone.shot(`failed-${name}`)
    },
    async stop() {
      for (const one of held.values()) await (await one).close()
      await own?.close()
    },
  }
}

/** An empty shop with phones around it. */
export async function openShop(): Promise<Phones> {
  const world = await openWorld()
  const phones = await openPhones(world)
  return {
    ...phones,
    async stop() {
      await phones.stop()
      await world.stop()
    },
  }
}

interface HostOf extends PhoneOptions {
  readonly world: TestWorld
  readonly name: string
  readonly browser: Browser | undefined
  readonly tell: (what: string) => void
}

async function holdHost({ world, name, tell, ...options }: HostOf): Promise<Held> {
  const host = await startHost({
    ...options,
    dist: APP,
    cloud: world.cloud.base,
    openid: world.as(name).openid,
    reducedMotion: true,
    onProblem: ({ kind, message, stack }) => {
      if (kind !== 'warning') tell(`${kind}: ${stack ?? message}`)
    },
  })
  const miniProgram = await automator.connect({ wsEndpoint: host.wsEndpoint })
  return {
    phone: holdWeappPhone(miniProgram),
    async close() {
      miniProgram.disconnect()
      await host.close()
    },
  }
}

async function holdDevtools(
  world: TestWorld,
  name: string,
  index: number,
  tell: (what: string) => void,
): Promise<Held> {
  const wsEndpoint = devtoolsEndpoints()[index]
  if (!wsEndpoint) throw new Error(`WEAPP_WS names no DevTools for “${name}”`)
  const miniProgram: MiniProgram = await automator.connect({ wsEndpoint })
  await joinDevtools(miniProgram, world, name, tell)
  return {
    phone: holdWeappPhone(miniProgram),
    close: () => Promise.resolve(miniProgram.disconnect()),
  }
}
