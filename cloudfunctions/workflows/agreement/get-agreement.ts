// 协议: the text in force, to the letter, and how the caller stands with it.
import type { Api } from '@contract/api'
import { assert } from '../../domain/assert'
import { distributorIdOf } from '../../domain/attribution/distributor-id'
import { signingOf } from '../../domain/agreement/signing-state'
import type { Context } from '../../ports/world'
import { findShop } from '../shop/read-shop'

export async function getAgreement(
  ctx: Context,
): Promise<Api['distributor.getAgreement']['output']> {
  const [shop, distributor] = await Promise.all([
    findShop(ctx),
    ctx.store.get('distributors', distributorIdOf(ctx.caller.memberId)),
  ])
  const inForce = shop?.agreement
  const signed = distributor?.signed
  const stored = inForce && (await ctx.store.get('agreement_versions', versionId(inForce.version)))
  assert(!inForce || stored?.hash === inForce.hash, 'the agreement in force is stored')
  return {
    status: distributor?.status ?? null,
    ...standing(),
    agreement: stored
      ? {
          version: stored.version,
          title: stored.title,
          text: stored.text,
          hash: stored.hash,
          termDays: stored.termDays,
          publishedAt: stored.publishedAt,
        }
      : null,
    signed: signed
      ? {
          version: signed.version,
          hash: signed.hash,
          signedAt: signed.signedAt,
          expiresAt: signed.expiresAt,
        }
      : null,
    remindedAt: distributor?.remindedToSignAt ?? null,
    exit: distributor?.exit ? { ...distributor.exit } : null,
  }

  /** Deadlines are for who distributes already; whoever was just approved signs whenever they like. */
  function standing() {
    const isIn = distributor?.status === 'active' || distributor?.status === 'frozen'
    if (isIn) return signingOf(inForce, signed, ctx.now)
    const mustSign = inForce !== undefined && distributor?.status === 'approved'
    return { state: mustSign ? ('to-sign' as const) : ('none' as const), lapsesAt: null }
  }
}

export function versionId(version: number): string {
  return `agreement:${version}`
}
