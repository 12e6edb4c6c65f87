// The one module that imports zod: the words in which inputs and outputs of actions are written.
import { config } from 'zod'

export {
  array,
  boolean,
  discriminatedUnion,
  enum,
  literal,
  number,
  object,
  record,
  string,
  union,
} from 'zod'
export type { infer, ZodType } from 'zod'

import { array, number, object, string } from 'zod'
import type { ZodType } from 'zod'
import { MAX_FEN, type Bps, type Fen } from './money'

// WeChat and hardened runtimes forbid code from strings; zod must not even try (colinhacks/zod#4368).
config({ jitless: true })

/** Non-negative integer fen. */
export const amount = () => number().int().min(0).max(MAX_FEN) as unknown as ZodType<Fen, number>
/** Integer fen with a sign: a flow. */
export const flow = () =>
  number().int().min(-MAX_FEN).max(MAX_FEN) as unknown as ZodType<Fen, number>
/** Integer basis points, 0 to 10,000. */
export const rate = () => number().int().min(0).max(10_000) as unknown as ZodType<Bps, number>
/** A UTC moment in milliseconds. */
export const moment = () => number().int().min(0)
/** A Shanghai date, YYYY-MM-DD. */
export const date = () => string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A Shanghai month, YYYY-MM. */
export const month = () => string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** The id of a record. */
export const id = () => string().regex(/^[0-9A-Za-z_:-]{1,120}$/)
/** Text a person typed: trimmed, not empty. */
export const text = (max: number) => string().trim().min(1).max(max)
/** Text a person may leave out. */
export const optionalText = (max: number) => string().trim().max(max).default('')
/** Units of goods, at least one. */
export const quantity = () => number().int().min(1).max(999)
/** Where the next page of a list begins; absent for the first page. */
export const cursor = () => string().max(200).optional()
/** One page of a list: `next` is null at its end. */
export const pageOf = <T extends ZodType>(row: T) =>
  object({ rows: array(row), next: string().nullable() })
