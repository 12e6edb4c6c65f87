/** A page's definition with its behaviors mixed in; a Component used as a page is turned into one. */
import type { BehaviorDefinition, Definition } from './register-definitions'

type Method = (...args: unknown[]) => unknown

const isMethod = (value: unknown): value is Method => typeof value === 'function'
const isBehavior = (value: unknown): value is BehaviorDefinition =>
  value !== null && typeof value === 'object' && '__behavior' in value

/** A page's lifecycles: every behavior's runs, then the page's own. */
const LIFECYCLES = new Set([
  'onLoad',
  'onShow',
  'onReady',
  'onHide',
  'onUnload',
  'onResize',
  'onRouteDone',
])

/** Where a component's lifecycles belong in a page's. */
const AS_PAGE: readonly (readonly [
  group: 'lifetimes' | 'pageLifetimes',
  from: string,
  to: string,
])[] = [
  ['lifetimes', 'created', 'onLoad'],
  ['lifetimes', 'attached', 'onLoad'],
  ['lifetimes', 'ready', 'onReady'],
  ['lifetimes', 'detached', 'onUnload'],
  ['pageLifetimes', 'show', 'onShow'],
  ['pageLifetimes', 'hide', 'onHide'],
  ['pageLifetimes', 'resize', 'onResize'],
  ['pageLifetimes', 'routeDone', 'onRouteDone'],
]

function addMember(into: Definition, name: string, value: unknown): void {
  const before = into[name]
  if (name === 'data') into[name] = { ...(before as object), ...(value as object) }
  else if (LIFECYCLES.has(name) && isMethod(before) && isMethod(value))
    into[name] = function (this: unknown, ...args: unknown[]) {
      before.apply(this, args)
      return value.apply(this, args)
    }
  else into[name] = value
}

/** A component's definition in the words of Page(). */
function componentAsPage(component: Definition): Definition {
  const page: Definition = {}
  const properties = (component['properties'] ?? {}) as Record<string, unknown>
  addMember(page, 'data', defaultsOf(properties))
  if (component['data']) addMember(page, 'data', component['data'])
  for (const [group, from, to] of AS_PAGE) {
    const groups = component[group] as Record<string, unknown> | undefined
    const method = groups?.[from] ?? (group === 'lifetimes' ? component[from] : undefined)
    if (isMethod(method))
      addMember(page, to, from === 'created' || from === 'attached' ? bare(method) : method)
  }
  const methods = (component['methods'] ?? {}) as Record<string, unknown>
  for (const [name, method] of Object.entries(methods)) addMember(page, name, method)
  if (component['observers']) page['observers'] = component['observers']
  page['__properties'] = properties
  return page
}

/** Lifetimes of components are called without the page's query. */
const bare = (method: Method): Method =>
  function (this: unknown) {
    return method.call(this)
  }

const DEFAULTS = new Map<unknown, unknown>([
  [String, ''],
  [Number, 0],
  [Boolean, false],
  [Array, []],
  [Object, null],
])

const defaultsOf = (properties: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const told = property as { type?: unknown; value?: unknown } | null
      if (told && typeof told === 'object' && 'value' in told) return [name, told.value]
      return [name, DEFAULTS.get(told && typeof told === 'object' ? told.type : told) ?? null]
    }),
  )

/** @param isComponent whether the definition came through Component() */
export function mixDefinition(definition: Definition, isComponent: boolean): Definition {
  const mixed: Definition = {}
  const behaviors = (definition['behaviors'] ?? []) as unknown[]
  for (const one of behaviors)
    if (isBehavior(one))
      for (const [name, value] of Object.entries(mixDefinition(one.__behavior, true)))
        addMember(mixed, name, value)
  const own = isComponent ? componentAsPage(definition) : definition
  for (const [name, value] of Object.entries(own))
    if (name !== 'behaviors') addMember(mixed, name, value)
  return mixed
}
