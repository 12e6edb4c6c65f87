/** The app's custom components, from the definitions its scripts gave, made known to glass-easel. */
import type { GeneralComponent } from 'glass-easel'
import type { PageConfig } from '../../shared/manifest'
import { isTreeEvent, normaliseEvent, treeElementOf } from '../events/normalise-event'
import type { PageOwner } from '../page-view'
import { takeTurn } from '../take-turns'
import type { Space } from './open-space'

type Definition = Record<string, unknown>
type Method = (this: unknown, ...args: unknown[]) => unknown
type Templates = Record<string, unknown>

const TYPES: Record<string, unknown> = { String, Number, Boolean, Array, Object, Function }

const mapValues = (of: unknown, change: (value: unknown) => unknown): Definition =>
  Object.fromEntries(
    Object.entries((of ?? {}) as Definition).map(([key, value]) => [key, change(value)]),
  )
const copy = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

/** The logic layer's String, Number … are another window's: the same names here. */
function typeHere(type: unknown): unknown {
  return typeof type === 'function' ? (TYPES[type.name] ?? null) : type
}

function propertyHere(property: unknown): unknown {
  if (property === null || typeof property !== 'object') return typeHere(property)
  const { type, optionalTypes, value, ...rest } = property as Definition
  return {
    ...rest,
    type: typeHere(type ?? null),
    ...(Array.isArray(optionalTypes) && { optionalTypes: optionalTypes.map(typeHere) }),
    ...(value !== undefined && { value: copy(value) }),
  }
}

/** Methods called by an event take their turn and see what WeChat would give them. */
function methodHere(method: unknown, owner: PageOwner): unknown {
  if (typeof method !== 'function') return method
  return function (this: unknown, ...args: unknown[]): unknown {
    const [event] = args
    if (!isTreeEvent(event)) return (method as Method).apply(this, args)
    const plain = normaliseEvent(event)
    takeTurn(() => {
      try {
        ;(method as Method).call(this, plain)
      } catch (error) {
        owner.report(error)
      }
    })
    return undefined
  }
}

/** What every component can ask about its own elements. */
const ownMethods = (owner: PageOwner): Definition => ({
  createSelectorQuery(this: unknown) {
    const query = owner.callWx?.('createSelectorQuery') as { in(component: unknown): unknown }
    return query.in(this)
  },
  createIntersectionObserver(this: unknown, options?: object) {
    return owner.callWx?.('createIntersectionObserver', this, options)
  },
  createMediaQueryObserver(this: unknown) {
    return owner.callWx?.('createMediaQueryObserver', this)
  },
})

/** glass-easel leaves `ready` to its host: a turn after the component was attached. */
const BECOMES_READY: Definition = {
  lifetimes: {
    attached(this: unknown) {
      const element = treeElementOf(this) as GeneralComponent
      takeTurn(() => element.triggerLifetime('ready', []))
    },
  },
}

/** wx://form-field: the component answers to a form under its name. */
const FORM_FIELD: Definition = { properties: { name: { type: String, value: '' }, value: null } }

function behaviorHere(
  behavior: unknown,
  owner: PageOwner,
  make: (of: Definition) => unknown,
): unknown {
  if (typeof behavior === 'string') {
    return /^wx:\/\/form-field/.test(behavior) ? make(FORM_FIELD) : null
  }
  const inner = (behavior as { __behavior?: Definition }).__behavior ?? (behavior as Definition)
  return make(definitionHere(inner, owner, make))
}

function definitionHere(
  definition: Definition,
  owner: PageOwner,
  makeBehavior: (of: Definition) => unknown,
): Definition {
  const here = { ...definition }
  if (here['properties']) here['properties'] = mapValues(here['properties'], propertyHere)
  if (here['methods']) {
    here['methods'] = mapValues(here['methods'], (method) => methodHere(method, owner))
  }
  if (here['data']) here['data'] = copy(here['data'])
  if (Array.isArray(here['behaviors'])) {
    here['behaviors'] = here['behaviors']
      .map((behavior) => behaviorHere(behavior, owner, makeBehavior))
      .filter((behavior) => behavior !== null)
  }
  return here
}

const resolvePath = (base: string, path: string) =>
  path.includes('://') ? path : new URL(path, `http://package/${base}`).pathname.slice(1)

const absolute = (base: string, paths: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, `/${resolvePath(base, path)}`]),
  )

/** Everything the page needs, itself first. @returns paths whose styles the page loads, in order */
export function registerComponents(space: Space, owner: PageOwner, templates: Templates): string[] {
  const seen = new Set<string>()
  const visit = (path: string, isPage: boolean) => {
    if (seen.has(path)) return
    seen.add(path)
    const config: PageConfig = owner.manifest.configs[path] ?? {}
    const using = {
      ...absolute('', owner.manifest.app.usingComponents),
      ...absolute(path, config.usingComponents),
    }
    for (const tag of Object.keys(using)) space.knownTags.add(tag)
    space.code.addComponentStaticConfig(path, { ...config, usingComponents: using } as never)
    const scope = owner.manifest.styleScopes[path]
    if (scope) space.code.addStyleSheet(path, undefined, scope)
    const content = templates[path]
    if (content) {
      const template = { groupList: templates, content, fallbackListenerOnNativeNode: true }
      space.code.addCompiledTemplate(path, template as never)
    }
    for (const component of Object.values(using)) visit(component.slice(1), false)
    if (!isPage) define(space, owner, path)
  }
  visit(owner.route, true)
  return [...seen].filter((path) => path !== owner.route).concat(owner.route)
}

function define(space: Space, owner: PageOwner, path: string): void {
  const definition = owner.componentDefinition(path)
  space.code.componentEnv(path, ({ Component, Behavior }) => {
    const makeBehavior = (of: Definition) => Behavior(of as never) as unknown
    const here = definitionHere(definition, owner, makeBehavior)
    const methods = { ...ownMethods(owner), ...(here['methods'] as Definition | undefined) }
    const own = (here['behaviors'] ?? []) as unknown[]
    const behaviors = [makeBehavior(BECOMES_READY), ...own]
    Component({ ...here, behaviors, methods } as never)
  })
}
