// An input that an action's schema accepts, made of the schema alone: for asking everything as everybody.
import { toJSONSchema, type ZodType } from 'zod'

interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minItems?: number
  readonly minLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

/** Texts for the patterns that ids, dates and the like have; the first that fits is taken. */
const TEXTS = [
  'sample',
  '2026-11-20',
  '2026-11',
  'f1',
  't1',
  '13800001111',
  'a'.repeat(64),
  'SF1234567',
  '1'.repeat(18),
  '2026-11-20T00:00:00Z',
]

export function sampleOf(schema: ZodType): unknown {
  return sample(toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape)
}

function sample(shape: Shape): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum) return shape.enum[0]
  const [first] = shape.anyOf ?? shape.oneOf ?? []
  if (first) return sample(first)
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, sample(shape.properties?.[name] ?? {})]),
      )
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}))
    case 'string':
      return textOf(shape)
    case 'integer':
    case 'number':
      return Math.max(1, shape.minimum ?? shape.exclusiveMinimum ?? 1)
    case 'boolean':
      return true
    default:
      return null
  }
}

function textOf({ pattern, minLength = 0 }: Shape): string {
  const fits = (text: string) =>
    text.length >= minLength && (pattern === undefined || new RegExp(pattern).test(text))
  const text = TEXTS.find(fits)
  if (text === undefined) throw new Error(`no sample for ${pattern ?? ''}`)
  return text
}
