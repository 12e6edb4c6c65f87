// Reads WeChat's answers field by field: a missing or strange field is an unknown outcome, never a default.
import { PayUnknown } from '../../ports/payments'

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export interface Answer {
  text(name: string): string
  optionalText(name: string): string
  /** A whole number of fen. */
  fen(name: string): number
  /** An RFC 3339 moment as UTC ms. */
  moment(name: string): number
  inner(name: string): Answer
}

/** `fail` makes the error for a field that is missing or malformed. */
export function readFields(value: unknown, fail: () => Error): Answer {
  const fields = isRecord(value) ? value : {}
  const text = (name: string) => {
    const found = textOf(fields[name])
    if (found === '') throw fail()
    return found
  }
  return {
    text,
    optionalText: (name) => textOf(fields[name]),
    fen(name) {
      const found = fields[name]
      if (typeof found !== 'number' || !Number.isSafeInteger(found)) throw fail()
      return found
    },
    moment(name) {
      const at = Date.parse(text(name))
      if (Number.isNaN(at)) throw fail()
      return at
    },
    inner: (name) => readFields(fields[name], fail),
  }
}

export function readAnswer(operation: string, value: unknown): Answer {
  return readFields(value, () => new PayUnknown(operation, 'MALFORMED_ANSWER'))
}
