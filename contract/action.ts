// What the declaration of an action consists of, and what is derived from it.
import type { infer as Infer, ZodType } from './schema'

/** Who may call: everyone WeChat vouches for is a shopper; the others are decided on the server. */
export const ROLES = [
  'shopper',
  'distributor',
  'manager',
  'supervisor',
  'finance',
  'owner',
] as const
export type Role = (typeof ROLES)[number]
export type StaffRole = Exclude<Role, 'shopper' | 'distributor'>

/** The deployed cloud functions that answer actions. */
export const ACTION_FUNCTIONS = ['mall', 'distributor', 'channel', 'owner'] as const
export type ActionFunction = (typeof ACTION_FUNCTIONS)[number]

export interface Action<Input extends ZodType = ZodType, Output extends ZodType = ZodType> {
  /** One sentence for docs/api.md. */
  readonly summary: string
  /** Any one of these roles may call. */
  readonly who: readonly [Role, ...Role[]]
  /**
   * read: changes nothing. set: writing it again changes nothing. fact: the record's id comes from the request id.
   * once: the kernel remembers the answer by request id.
   */
  readonly kind: 'read' | 'set' | 'fact' | 'once'
  /** False: a caller nobody knows yet is not written down by it; whatever they do next does that. */
  readonly greets?: false
  /** True: whoever has left may still do it; for money that stayed theirs. */
  readonly isOpenAfterExit?: true
  /** True: whoever is frozen may still do it; for what was under way before. */
  readonly isOpenWhileFrozen?: true
  /** Made on first use: building every schema at load would cost each cold start some 50 ms. */
  readonly input: () => Input
  readonly output: () => Output
}

/** Declares one action; keeps the schemas' types, and each schema once it is made. */
export function action<Input extends ZodType, Output extends ZodType>(
  declaration: Action<Input, Output>,
): Action<Input, Output> {
  return { ...declaration, input: once(declaration.input), output: once(declaration.output) }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

export type InputOf<A> = A extends Action<infer I, ZodType> ? Infer<I> : never
export type OutputOf<A> = A extends Action<ZodType, infer O> ? Infer<O> : never
