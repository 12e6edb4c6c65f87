/** All expression operators by name. */
import { AS_EXPRESSIONS } from './accumulators'
import { ARITHMETIC } from './arithmetic'
import { ARRAYS } from './arrays'
import { BINDINGS } from './bindings'
import { CONDITIONALS } from './conditionals'
import { CONVERSIONS } from './conversions'
import { DATES } from './dates'
import type { Operator } from './operator'
import { OBJECTS } from './objects'
import { PATTERNS } from './patterns'
import { SETS } from './sets'
import { TEXTS } from './texts'

export const OPERATORS: Record<string, Operator> = {
  ...ARITHMETIC,
  ...ARRAYS,
  ...BINDINGS,
  ...CONDITIONALS,
  ...CONVERSIONS,
  ...DATES,
  ...OBJECTS,
  ...PATTERNS,
  ...SETS,
  ...TEXTS,
  ...AS_EXPRESSIONS,
}
