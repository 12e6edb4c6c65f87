// Bugs: what must hold at all times, checked in production too; a failed check is never shown to a person.

/** A broken promise of our own code. The endpoint answers INTERNAL and logs it. */
export class Bug extends Error {
  override readonly name = 'Bug'
}

/** Throws a Bug unless the condition holds. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Bug(message)
}

/** Closes a switch over a union: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Bug(`unexpected case: ${JSON.stringify(value)}`)
}
