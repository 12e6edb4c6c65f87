// The registry of flags: every code has its rule, or this does not compile.
import type { FlagCode, WithdrawalFlag } from '@contract/model/ledger'
import { bindingBurst } from './binding-burst'
import { debtLately } from './debt-lately'
import { farAboveUsual } from './far-above-usual'
import { firstTime } from './first-time'
import type { Flag, FlagFacts } from './flag'
import { nameJustChanged } from './name-just-changed'
import { refundsHigh } from './refunds-high'

const FLAGS = {
  NAME_JUST_CHANGED: nameJustChanged,
  DEBT_LATELY: debtLately,
  REFUNDS_HIGH: refundsHigh,
  BINDING_BURST: bindingBurst,
  FAR_ABOVE_USUAL: farAboveUsual,
  FIRST_TIME: firstTime,
} as const satisfies Record<FlagCode, Flag>

/** The flags that these facts raise, the gravest first, each with what was seen. */
export function raiseFlags(facts: FlagFacts): WithdrawalFlag[] {
  return Object.values(FLAGS).flatMap(({ code, title, evaluate }) => {
    const text = evaluate(facts)
    return text === null ? [] : [{ code, title, text }]
  })
}
