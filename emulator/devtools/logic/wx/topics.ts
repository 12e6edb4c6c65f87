/**
 * Puts wx together. Three kinds of members: those the host provides; those WeChat has and the host doesn't (functions,
 * so that an app that looks for them finds them as on a phone, and calling one is a problem and an error); and names
 * WeChat doesn't have either (undefined, as on a phone, and remembered in `phone.missing`).
 */
import { appEvents } from './app-events'
import { appLife } from './app-life'
import { canvas } from './canvas'
import { cloud } from './cloud/topic'
import type { WxHost, WxTopic } from './define'
import { device } from './device'
import { feedback } from './feedback'
import { files } from './files/file-system'
import { intersection } from './intersection'
import { KNOWN_MEMBERS } from './known-members.data'
import { login } from './login'
import { media } from './media'
import { navigation } from './navigation'
import { network } from './network'
import { pageLook } from './page-look'
import { payment } from './payment'
import { permissions } from './permissions'
import { personal } from './personal'
import { privacy } from './privacy'
import { selectorQuery } from './selector-query'
import { share } from './share'
import { storage } from './storage'
import { subscribe } from './subscribe'
import { tabBar } from './tab-bar'

const TOPICS: readonly WxTopic[] = [
  ...[appEvents, appLife, canvas, cloud, device, feedback, files, intersection, login, media],
  ...[navigation, network, pageLook, payment, permissions, personal, privacy, selectorQuery],
  ...[share, storage, subscribe, tabBar],
]

/** A member that WeChat has and this host doesn't: calling it is an error that nobody misses. */
function absent(host: WxHost, name: string): () => never {
  return () => {
    const message = `wx.${name} is not provided by this host`
    host.tell('unknown-call', message)
    throw new Error(message)
  }
}

/**
 * wx.canIUse: true only for what works here. Of `api.method.param.option` the part before the first point counts
 * (with cloud's own members); components are looked for by the view, so those that WeChat has count as there.
 */
function makeCanIUse(provided: Record<string, unknown>, components: ReadonlySet<string>) {
  return (schema: unknown): boolean => {
    if (typeof schema !== 'string') return false
    const [first = '', second] = schema.split('.')
    if (components.has(first)) return true
    if (!Object.hasOwn(provided, first)) return false
    if (first !== 'cloud' || second === undefined) return true
    return Object.hasOwn(provided['cloud'] as object, second)
  }
}

/** Components as wx.canIUse names them. */
const COMPONENTS = new Set(
  (
    'view text button input textarea image scroll-view swiper switch checkbox radio label form picker picker-view ' +
    'slider progress icon rich-text canvas navigator cover-view cover-image movable-area movable-view ' +
    'page-container root-portal page-meta'
  ).split(' '),
)

export function makeWx(host: WxHost): Record<string, unknown> {
  const provided: Record<string, unknown> = {}
  for (const topic of TOPICS) Object.assign(provided, topic(host))
  provided['canIUse'] = makeCanIUse(provided, COMPONENTS)
  const wx: Record<string, unknown> = {}
  for (const name of KNOWN_MEMBERS) wx[name] = absent(host, name)
  Object.assign(wx, provided)
  return new Proxy(wx, {
    get(target, name) {
      if (typeof name === 'string' && !(name in target)) host.phone.missing.add(name)
      return Reflect.get(target, name) as unknown
    },
    has(target, name) {
      if (typeof name === 'string' && !(name in target)) host.phone.missing.add(name)
      return Reflect.has(target, name)
    },
  })
}

/**
 * What to add to an error of the app that comes from calling a name wx doesn't have: the engine only says
 * `x is not a function`.
 */
export function explainMissing(host: WxHost, message: string): string | null {
  const name = /(\w+) is not a function/.exec(message)?.[1]
  if (name === undefined || !host.phone.missing.has(name)) return null
  return `wx.${name} is not provided by this host`
}
