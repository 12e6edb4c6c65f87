// 签署状态: whether somebody's signature still does, and from when on it costs them new customers.
import type { AgreementInForce, SignedAgreement } from '@contract/model/recruitment'
import type { Distributor } from '@contract/model/people'
import { DAY_MS } from '@contract/time'

/** Days before the end of its term in which an agreement can be signed anew. */
export const RENEW_DAYS = 30

export type SigningState = 'none' | 'signed' | 'to-sign' | 'to-renew' | 'lapsed'
export interface Signing {
  readonly state: SigningState
  /** From when no new customers are gained without signing; null when nothing ends. */
  readonly lapsesAt: number | null
}

/**
 * Without an agreement there is nothing to sign. A signature under an older version does until the earliest deadline
 * of the versions after it, so that publishing once more gives nobody more time; any signature ends with its term.
 */
export function signingOf(
  agreement: AgreementInForce | undefined,
  signed: SignedAgreement | undefined,
  now: number,
): Signing {
  if (!agreement) return { state: 'none', lapsesAt: null }
  const version = signed?.version ?? 0
  const ends = agreement.deadlines
    .filter((deadline) => deadline.version > version)
    .map(({ endsAt }) => endsAt)
  if (signed?.expiresAt != null) ends.push(signed.expiresAt)
  const lapsesAt = ends.length === 0 ? null : Math.min(...ends)
  if (lapsesAt !== null && now >= lapsesAt) return { state: 'lapsed', lapsesAt }
  if (version < agreement.version) return { state: 'to-sign', lapsesAt }
  const isEnding = lapsesAt !== null && now >= lapsesAt - RENEW_DAYS * DAY_MS
  return { state: isEnding ? 'to-renew' : 'signed', lapsesAt }
}

/** Whether a distributor gains no new customers for want of a signature. */
export function isLapsed(
  agreement: AgreementInForce | undefined,
  distributor: Pick<Distributor, 'signed'>,
  now: number,
): boolean {
  return signingOf(agreement, distributor.signed, now).state === 'lapsed'
}

/** The signature that follows, under the version in force. */
export function sign(
  agreement: AgreementInForce,
  before: SignedAgreement | undefined,
  now: number,
): SignedAgreement {
  const { version, hash, termDays } = agreement
  const expiresAt = termDays === null ? null : now + termDays * DAY_MS
  return { version, hash, signedAt: now, expiresAt, turn: (before?.turn ?? 0) + 1 }
}
