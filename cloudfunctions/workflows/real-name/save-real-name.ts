// 登记实名: a legal name and ID number, sealed for their member; one number serves one member of the shop.
import { REAL_NAME_CONSENT } from '@contract/consent'
import type { Api } from '@contract/api'
import type { RealName } from '@contract/model/real-name'
import { dateOf } from '@contract/time'
import { isIdNumber, isRealName, normaliseIdNumber } from '../../domain/real-name/check-id-number'
import { maskIdNumber, maskRealName } from '../../domain/real-name/mask-identity'
import { refuse } from '../../domain/refuse'
import { SealNotConfigured } from '../../ports/seal'
import { AlreadyExists, type Transaction } from '../../ports/store'
import type { Context } from '../../ports/world'
import { readRealName, showRealName } from './read-real-name'

/** ID numbers are not for guessing which of them the shop knows. */
const TRIES_A_DAY = 5

/**
 * Repeating it changes nothing. Refuses CONSENT_OUTDATED, REAL_NAME_INVALID `{ field }`, REAL_NAME_TRIES,
 * REAL_NAME_TAKEN, REAL_NAME_FIXED (another number after money was sent), REAL_NAME_UNAVAILABLE (no keys).
 */
export async function saveRealName(
  ctx: Context,
  input: Api['distributor.saveRealName']['parsed'],
): Promise<Api['distributor.saveRealName']['output']> {
  const { memberId } = ctx.caller
  const person = readPerson(ctx, input)
  const sealed = sealPerson(ctx, person)
  await countTry(ctx)
  try {
    const saved = await ctx.store.transaction(async (tx) => {
      const before = await readRealName(tx, memberId)
      const isSame = before.idHash === sealed.idHash && isSameName(ctx, before, person.name)
      if (isSame) return before
      if (before.isFixed && before.idHash !== sealed.idHash) throw refuse('REAL_NAME_FIXED')
      await moveClaim(tx, ctx, before.idHash, sealed.idHash)
      const after: RealName = {
        ...before,
        ...sealed,
        consentVersion: input.consentVersion,
        consentAt: ctx.now,
        registeredAt: before.registeredAt ?? ctx.now,
        changedAt: before.registeredAt === null ? null : ctx.now,
      }
      await tx.put('real_names', after)
      return after
    })
    return showRealName(saved)
  } catch (error) {
    // Another member took the number between our look and our write.
    if (error instanceof AlreadyExists) throw refuse('REAL_NAME_TAKEN')
    throw error
  }
}

interface Person {
  readonly name: string
  readonly idNumber: string
}

function readPerson(ctx: Context, input: Api['distributor.saveRealName']['parsed']): Person {
  if (input.consentVersion !== REAL_NAME_CONSENT.version) throw refuse('CONSENT_OUTDATED')
  const name = input.name.replace(/\s/g, '').replace(/[•・]/g, '·')
  const idNumber = normaliseIdNumber(input.idNumber)
  if (!isRealName(name)) throw refuse('REAL_NAME_INVALID', { field: '姓名' })
  if (!isIdNumber(idNumber, dateOf(ctx.now))) {
    throw refuse('REAL_NAME_INVALID', { field: '身份证号' })
  }
  return { name, idNumber }
}

function sealPerson(ctx: Context, { name, idNumber }: Person) {
  const { memberId } = ctx.caller
  try {
    const identity = {
      name: ctx.seal.seal(name, memberId),
      idNumber: ctx.seal.seal(idNumber, memberId),
      maskedName: maskRealName(name),
      maskedIdNumber: maskIdNumber(idNumber),
    }
    return { identity, idHash: ctx.seal.fingerprint(idNumber) }
  } catch (error) {
    if (!(error instanceof SealNotConfigured)) throw error
    ctx.log.warn('seal-not-configured', { missing: error.missing })
    throw refuse('REAL_NAME_UNAVAILABLE')
  }
}

/** Counted before anything is looked up, so that a refusal costs a try too. */
async function countTry(ctx: Context): Promise<void> {
  const { memberId } = ctx.caller
  const triedOn = dateOf(ctx.now)
  await ctx.store.transaction(async (tx) => {
    const before = await readRealName(tx, memberId)
    const tries = before.triedOn === triedOn ? before.tries : 0
    if (tries >= TRIES_A_DAY) throw refuse('REAL_NAME_TRIES')
    await tx.put('real_names', { ...before, triedOn, tries: tries + 1 })
  })
}

function isSameName(ctx: Context, { identity }: RealName, name: string): boolean {
  return identity !== null && ctx.seal.open(identity.name, ctx.caller.memberId) === name
}

/** The new number is claimed, the old one is free again. */
async function moveClaim(tx: Transaction, ctx: Context, from: string | null, to: string) {
  const { memberId } = ctx.caller
  if (from === to) return
  const claim = await tx.get('id_claims', to)
  if (claim && claim.memberId !== memberId) throw refuse('REAL_NAME_TAKEN')
  if (!claim) await tx.insert('id_claims', { _id: to, memberId, claimedAt: ctx.now })
  if (from !== null) await tx.remove('id_claims', from)
}
