/** The object a page's code knows as `this`: its definition's members, copied, beside WeChat's own methods. */
import type { EventChannel } from './open-channel'
import type { Definition } from './register-definitions'
import { copyDeep } from './read-paths'

export type Instance = Record<string, unknown> & { data: Record<string, unknown> }

/** What a page does for its instance. */
export interface InstanceOwner {
  readonly pageId: number
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  setData(fields: Record<string, unknown>, done?: () => void): void
  selectComponents(selector: string): unknown[]
  channel: EventChannel | null
  listenUpdates(options: { withDataPaths?: boolean }, listener?: UpdateListener): void
  wx: () => Record<string, unknown>
  tell(message: string): void
}

export interface Update {
  updateProcessId: number
  parentUpdateProcessId?: number
  isMergedUpdate: boolean
  dataPaths?: string[][]
  pendingStartTimestamp: number
  updateStartTimestamp: number
  updateEndTimestamp: number
}
export type UpdateListener = (update: Update) => void

/** A page that navigateTo did not open has nobody to talk to. */
const DEAF: EventChannel = {
  on: () => undefined,
  once: () => undefined,
  off: () => undefined,
  emit: () => undefined,
}

const MOVES = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const

/** Navigation whose relative addresses start at this page, wherever the person is by then. */
function pageRouter({ wx, route }: InstanceOwner): Record<string, unknown> {
  const move = (name: string) => (options: { url?: string } & Record<string, unknown>) => {
    const { url } = options ?? {}
    const from = new URL(url ?? '', `http://package/${route}`)
    const own = url === undefined ? options : { ...options, url: from.pathname + from.search }
    return (wx()[name] as (given: unknown) => unknown)(own)
  }
  return Object.fromEntries(MOVES.map((name) => [name, move(name)]))
}

type Callback = (this: unknown) => void

function methodsOf(owner: InstanceOwner): Record<string, unknown> {
  const viaWx = (name: string, ...args: unknown[]) =>
    (owner.wx()[name] as (...given: unknown[]) => unknown)(...args)
  return {
    setData(this: Instance, fields: unknown, done?: Callback) {
      if (fields === null || typeof fields !== 'object') {
        owner.tell(`setData takes an object of fields; ${owner.route} gave ${typeof fields}`)
        return
      }
      owner.setData(
        fields as Record<string, unknown>,
        typeof done === 'function' ? () => done.call(this) : undefined,
      )
    },
    groupSetData(this: Instance, group: Callback) {
      group.call(this)
    },
    selectComponent: (selector: string) => owner.selectComponents(selector)[0] ?? null,
    selectAllComponents: (selector: string) => owner.selectComponents(selector),
    selectOwnerComponent: () => null,
    createSelectorQuery(this: Instance) {
      const query = viaWx('createSelectorQuery') as { in: (of: unknown) => unknown }
      return query.in(this)
    },
    createIntersectionObserver(this: Instance, options?: object) {
      return viaWx('createIntersectionObserver', this, options)
    },
    createMediaQueryObserver(this: Instance) {
      return viaWx('createMediaQueryObserver', this)
    },
    getOpenerEventChannel: () => owner.channel ?? DEAF,
    getTabBar: () => null,
    getPageId: () => `pageId:${owner.pageId}`,
    hasBehavior: () => false,
    triggerEvent: () => undefined,
    setUpdatePerformanceListener(
      this: Instance,
      options: { withDataPaths?: boolean } | null,
      listener?: UpdateListener,
    ) {
      owner.listenUpdates(options ?? {}, listener?.bind(this))
    },
    setInitialRenderingCache: () => undefined,
    setPassiveEvent: () => undefined,
    router: pageRouter(owner),
    pageRouter: pageRouter(owner),
  }
}

/** Values of the query for the properties of a Component used as a page. */
function propertiesFrom(definition: Definition, query: Readonly<Record<string, string>>): object {
  const properties = definition['__properties'] as Record<string, unknown> | undefined
  if (!properties) return {}
  const entries = Object.entries(properties).filter(([name]) => name in query)
  return Object.fromEntries(
    entries.map(([name, property]): [string, unknown] => {
      const type = (property as { type?: unknown } | null)?.type ?? property
      const text = query[name] ?? ''
      if (type === Number) return [name, Number(text)]
      return [name, type === Boolean ? text !== 'false' && text !== '' : text]
    }),
  )
}

export function makeInstance(definition: Definition, owner: InstanceOwner): Instance {
  const instance = {} as Instance
  for (const [name, value] of Object.entries(methodsOf(owner)))
    Object.defineProperty(instance, name, { value, writable: true, configurable: true })
  for (const [name, value] of Object.entries(definition))
    if (name !== 'data' && !name.startsWith('__')) instance[name] = copyDeep(value)
  const data = JSON.parse(JSON.stringify(definition['data'] ?? {})) as Record<string, unknown>
  instance.data = Object.assign(data, propertiesFrom(definition, owner.query))
  instance['route'] = owner.route
  instance['is'] = owner.route
  instance['options'] = owner.query
  instance['__route__'] = owner.route
  return instance
}
