// What every part of the Pay sandbox needs: time, tables, keys, and a way to tell the merchant.
import type { Keyring } from '../keys'
import type { Settings } from '../settings'
import type { Tables } from '../tables'

export type NoticeKind = 'payment' | 'refund' | 'transfer'

export interface Announcement {
  kind: NoticeKind
  /** The merchant's notify_url; an empty one means that nobody wants to know. */
  url: string
  eventType: string
  originalType: string
  summary: string
  /** The merchant's own number, for listing. */
  about: string
  plaintext: Record<string, unknown>
}

export interface PayContext {
  now(): number
  base(): string
  tables: Tables
  keys(): Keyring
  settings(): Settings
  announce(announcement: Announcement): void
  /** Asks for the timed moves (refund done, bill expired …) to be looked at soon. */
  wake(): void
}

/** A refusal in WeChat Pay's own words. */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail?: Record<string, unknown>,
  ) {
    super(message)
  }
}

/** A download, which WeChat sends without a signature. */
export class FileAnswer {
  constructor(
    readonly bytes: Buffer,
    readonly contentType: string,
  ) {}
}

export function paramError(message: string): PayError {
  return new PayError(400, 'PARAM_ERROR', message)
}

export function invalidRequest(message: string): PayError {
  return new PayError(400, 'INVALID_REQUEST', message)
}
