// Recruitment: what an owner asks of applicants, what these answered, and the agreement that both sides signed.

export const FIELD_KINDS = ['text', 'choice', 'number', 'region', 'yes-no'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** One question of the application form. */
export interface FormField {
  /** Stays the same over versions of the form: f1, f2 … */
  readonly key: string
  readonly label: string
  readonly kind: FieldKind
  readonly isRequired: boolean
  /** What can be chosen; empty for the other kinds. */
  readonly choices: readonly string[]
}

/** The last two exist to be refused by their names: nobody buys or pays their way in. */
export const STANDARD_KINDS = ['range', 'regions', 'choices', 'yes', 'purchase', 'fee'] as const
export type StandardKind = (typeof STANDARD_KINDS)[number]

/** What an answer must be for an application to be taken. */
export interface Standard {
  readonly kind: StandardKind
  /** Key of the field it looks at. */
  readonly field: string
  /** Of a range, inclusive; null = no bound on this side. */
  readonly min: number | null
  readonly max: number | null
  /** Of choices: those that do. Of regions: the beginnings that do, `浙江省` or `浙江省 杭州市`. */
  readonly allowed: readonly string[]
}

/** What a newcomer is asked to do first; `own` are the owner's words, ticked by the newcomer. Nothing hangs on it. */
export const WELCOME_KINDS = ['share', 'visitor', 'real-name', 'own'] as const
export type WelcomeKind = (typeof WELCOME_KINDS)[number]
export interface WelcomeTask {
  readonly key: string
  readonly kind: WelcomeKind
  readonly title: string
}

/** How many people the owner wants to win between two dates, both inclusive. It pays nobody. */
export interface RecruitDrive {
  readonly name: string
  readonly target: number
  readonly fromOn: string
  readonly toOn: string
}

export interface RecruitTerms {
  readonly headline: string
  readonly forWhom: string
  readonly offer: string
  readonly fields: readonly FormField[]
  readonly standards: readonly Standard[]
  /** Days after a rejection until one may apply again. */
  readonly reapplyDays: number
  readonly drive: RecruitDrive | null
  readonly tasks: readonly WelcomeTask[]
}

/** A published version; `_id` = recruit:{version}. Never changes. */
export interface RecruitVersion extends RecruitTerms {
  readonly _id: string
  readonly version: number
  readonly publishedAt: number
  readonly publishedBy: string
}

export interface FormAnswer {
  readonly field: string
  readonly value: string | number | boolean
}

export const APPLICATION_OUTCOMES = ['waiting', 'approved', 'rejected'] as const
/** What somebody sent in. `_id` = {distributorId}:{round}; written only where the shop has a form. */
export interface Application {
  readonly _id: string
  readonly distributorId: string
  readonly name: string
  readonly formVersion: number
  readonly answers: readonly FormAnswer[]
  readonly appliedAt: number
  readonly outcome: (typeof APPLICATION_OUTCOMES)[number]
  readonly decidedAt: number | null
  readonly decidedBy: string | null
  readonly reason: string | null
}

export interface AgreementTerms {
  readonly title: string
  readonly rights: string
  readonly pricePolicy: string
  readonly territoryPolicy: string
  readonly refundPolicy: string
  /** Days from signing until it has to be signed again; null = no end. */
  readonly termDays: number | null
}

/** A published agreement; `_id` = agreement:{version}. Its text never changes. */
export interface AgreementVersion extends AgreementTerms {
  readonly _id: string
  readonly version: number
  /** Exactly what is read and signed. */
  readonly text: string
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly hash: string
  /** Who signed an earlier one has until the end of this date. */
  readonly signByOn: string
  readonly publishedAt: number
  readonly publishedBy: string
}

/** What the shop's document knows of its agreement, so that one read says who has to sign. */
export interface AgreementInForce {
  readonly version: number
  readonly hash: string
  readonly termDays: number | null
  /** For each version the moment from which older signatures don't do any more: a later one prolongs none. */
  readonly deadlines: readonly { readonly version: number; readonly endsAt: number }[]
}

/** The latest signature, kept on the distributor. */
export interface SignedAgreement {
  readonly version: number
  readonly hash: string
  readonly signedAt: number
  /** null = no end. */
  readonly expiresAt: number | null
  /** How often this person has signed. */
  readonly turn: number
}

/** A signature as evidence: append-only. `_id` = {distributorId}:{turn}. */
export interface Signature extends SignedAgreement {
  readonly _id: string
  readonly distributorId: string
}

/** How somebody left. */
export interface DistributorExit {
  readonly at: number
  readonly by: 'self' | 'shop'
  readonly reason: string
}
