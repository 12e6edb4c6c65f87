/** Reads the body of a control call, and refuses in words what it can't use: a slip in a test must not pass unseen. */

/** An own refusal of the control API: status, code and a sentence. */
export class ControlRefusal extends Error {
  override name = 'ControlRefusal'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export type Input = Record<string, unknown>

export function invalid(message: string): ControlRefusal {
  return new ControlRefusal(400, 'INVALID_PARAM', message)
}

export function missing(what: string): ControlRefusal {
  return new ControlRefusal(404, 'NOT_FOUND', what)
}

/** The JSON object of the body; nothing at all is an empty one. */
export function readInput(body: Buffer): Input {
  let input: unknown
  try {
    input = body.length ? JSON.parse(body.toString()) : {}
  } catch {
    throw invalid('the body is not JSON')
  }
  if (input === null || typeof input !== 'object' || Array.isArray(input)) {
    throw invalid('the body is not a JSON object')
  }
  return input as Input
}

/** Refuses members that a call doesn't have: most are misspelt ones. */
export function allow(input: Input, ...members: string[]): void {
  const unknown = Object.keys(input).filter((name) => !members.includes(name))
  if (unknown.length) {
    const known = members.length ? `there are: ${members.join(', ')}` : 'it takes none'
    throw invalid(`unknown: ${unknown.join(', ')}; ${known}`)
  }
}

/** A moment or a span that a clock can hold, ms. */
export function readMs(input: Input, name: string, low: number): number | undefined {
  const value = input[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !(value >= low && value <= 8.64e15)) {
    throw invalid(`${name} must be milliseconds, from ${low}`)
  }
  return value
}

export function readFlag(input: Input, name: string): boolean | undefined {
  const value = input[name]
  if (value !== undefined && typeof value !== 'boolean') throw invalid(`${name} is true or false`)
  return value
}

export function readText(input: Input, name: string): string | undefined {
  const value = input[name]
  if (value !== undefined && (typeof value !== 'string' || value === '')) {
    throw invalid(`${name} must be text`)
  }
  return value
}

export function readOneOf<Word extends string>(
  input: Input,
  name: string,
  words: readonly Word[],
): Word {
  const value = input[name] as Word
  if (!words.includes(value)) throw invalid(`${name} is one of ${words.join(', ')}`)
  return value
}
