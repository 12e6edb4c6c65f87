/** Reads a call's options as WeChat does: a member of a wrong type is refused by name before anything happens. */
import { WxFailure } from './define'

interface Kinds {
  String: string
  Number: number
  Boolean: boolean
  Array: unknown[]
  Object: Record<string, unknown>
  Function: (...args: never[]) => unknown
  ArrayBuffer: ArrayBuffer
}
type Kind = keyof Kinds

/** Members by name: `'String'` must be there, `'String?'` may be left out. */
type Shape = Readonly<Record<string, Kind | `${Kind}?`>>

type Taken<S extends Shape> = {
  [name in keyof S]: S[name] extends Kind
    ? Kinds[S[name]]
    : S[name] extends `${infer K extends Kind}?`
      ? Kinds[K] | undefined
      : never
}

/** The name WeChat gives a value's type: Undefined, Null, String, Array … */
export function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}

/** @throws WxFailure `parameter error: parameter.title should be String instead of Undefined;` */
export function takeParameters<S extends Shape>(options: object, shape: S): Taken<S> {
  const given = options as Record<string, unknown>
  const faults: string[] = []
  for (const [name, wanted] of Object.entries(shape)) {
    const kind = wanted.replace('?', '')
    const found = kindOf(given[name])
    const isMissing = found === 'Undefined' || (found === 'Null' && wanted.endsWith('?'))
    if (wanted.endsWith('?') && isMissing) continue
    const isFunction = kind === 'Function' && typeof given[name] === 'function'
    if (found !== kind && !isFunction) {
      faults.push(`parameter.${name} should be ${kind} instead of ${found};`)
    }
  }
  if (faults.length > 0) throw new WxFailure(`parameter error: ${faults.join('')}`)
  return Object.fromEntries(
    Object.keys(shape).map((name) => [name, given[name] ?? undefined]),
  ) as Taken<S>
}
