// Refusals: expected answers of "no", with a closed code and the facts a person needs.
import type { Facts, RefusalCode } from '@contract/refusals'

/** Thrown with `throw refuse(code, facts)`; the endpoint turns it into `{ ok: false, error }`. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly facts: Facts

  constructor(code: RefusalCode, facts: Facts) {
    super(code)
    this.code = code
    this.facts = facts
  }
}

/** Makes (does not throw) a refusal: `throw refuse('OUT_OF_STOCK', { title, available })`. */
export function refuse(code: RefusalCode, facts: Facts = {}): Refusal {
  return new Refusal(code, facts)
}

/** A verdict of a pure check: either fine, or the refusal that the caller throws. */
export type Verdict =
  { readonly isAllowed: true } | { readonly isAllowed: false; readonly refusal: Refusal }

export const ALLOWED: Verdict = { isAllowed: true }

/** The verdict "no". */
export function refused(code: RefusalCode, facts: Facts = {}): Verdict {
  return { isAllowed: false, refusal: refuse(code, facts) }
}

/** Throws the refusal of a negative verdict. */
export function insist(verdict: Verdict): void {
  if (!verdict.isAllowed) throw verdict.refusal
}
