/**
 * Where the app's code runs: JavaScript's own names, timers and a console. Everything else the browser's window has
 * (window, document, fetch, localStorage …) is not there, and texts cannot be made code, as in WeChat's logic layer.
 */

/** The language's own names that WeChat's engines have. */
const LANGUAGE = [
  ...[
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'BigInt',
    'Map',
    'Set',
    'WeakMap',
  ],
  ...['WeakSet', 'WeakRef', 'FinalizationRegistry', 'Promise', 'Proxy', 'Reflect', 'JSON', 'Math'],
  ...[
    'Date',
    'RegExp',
    'Intl',
    'Error',
    'TypeError',
    'RangeError',
    'SyntaxError',
    'ReferenceError',
  ],
  ...[
    'EvalError',
    'URIError',
    'AggregateError',
    'ArrayBuffer',
    'DataView',
    'Int8Array',
    'Uint8Array',
  ],
  ...[
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
  ],
  ...[
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'parseInt',
    'parseFloat',
    'isNaN',
    'isFinite',
  ],
  ...['encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'escape', 'unescape'],
]
const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] as const
const FIXED = new Set(['undefined', 'NaN', 'Infinity'])

export interface Sandbox {
  /** `globalThis` for the app's code. */
  readonly globals: Record<string, unknown>
  /** The text as a function of the given names. */
  compile(source: string, url: string, names: readonly string[]): (...values: unknown[]) => unknown
  /** The names of the browser that the app's code does not see. */
  readonly hidden: readonly string[]
}

/** Everything the window answers to, its prototypes' names included. */
function windowNames(): string[] {
  const names = new Set<string>()
  for (
    let at: object | null = window;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object
  )
    for (const name of Object.getOwnPropertyNames(at)) names.add(name)
  return [...names].filter((name) => /^[A-Za-z_$][\w$]*$/.test(name))
}

/** Function and eval refuse to make code of texts; all else about them stays. */
function refuseCode(tell: (message: string) => void) {
  const refuse = (name: string): never => {
    tell(`${name} cannot make code of a text in a mini-program`)
    throw new EvalError(`${name}: code generation from strings is disallowed`)
  }
  const kinds = [
    function () {},
    async function () {},
    function* () {},
    async function* () {},
  ] as const
  const made = kinds.map((one) => {
    const prototype = Object.getPrototypeOf(one) as object
    const original = (prototype as { constructor: object }).constructor
    const stub: object = new Proxy(original, {
      apply: () => refuse('Function'),
      construct: () => refuse('new Function'),
    })
    Object.defineProperty(prototype, 'constructor', { value: stub, configurable: true })
    return stub
  })
  return { Function: made[0], eval: () => refuse('eval') }
}

/** @param own further names for the app's code (wx, App, Page …) */
export function makeSandbox(
  own: Readonly<Record<string, unknown>>,
  tell: (message: string) => void,
): Sandbox {
  const makeCode = window.eval
  const all = windowNames()
  const source = window as unknown as Record<string, unknown>
  const globals: Record<string, unknown> = {}
  for (const name of LANGUAGE) globals[name] = source[name]
  for (const name of TIMERS) globals[name] = window[name].bind(window)
  const replaced: Record<string, unknown> = { ...own, ...refuseCode(tell), globalThis: globals }
  Object.assign(globals, replaced)
  const hidden = all.filter((name) => !(name in globals) && !FIXED.has(name))
  const outer = Object.keys(replaced)
  const values = Object.values(replaced)
  const head = [...outer, ...hidden].join(',')
  return {
    globals,
    hidden,
    compile(text, url, names) {
      const code = `(function(${head}){return function(${names.join(',')}){${text}\n}})`
      const make = makeCode.call(window, `${code}\n//# sourceURL=${url}`) as (
        ...given: unknown[]
      ) => (...values: unknown[]) => unknown
      return make(...values)
    },
  }
}
