// 协议的一版: exactly as it was published, by whom, and how many have it as their last signature.
import type { Api } from '@contract/api'
import { refuse } from '../../domain/refuse'
import type { Context } from '../../ports/world'
import { IS_IN } from './list-unsigned'
import { versionId } from './get-agreement'

/** Refuses NOT_FOUND. */
export async function getAgreementVersion(
  ctx: Context,
  { version }: Api['owner.getAgreementVersion']['parsed'],
): Promise<Api['owner.getAgreementVersion']['output']> {
  const stored = await ctx.store.get('agreement_versions', versionId(version))
  if (!stored) throw refuse('NOT_FOUND')
  const [publisher, signed] = await Promise.all([
    ctx.store.get('members', stored.publishedBy),
    ctx.store.count('distributors', { 'signed.version': version, ...IS_IN }),
  ])
  const { title, text, hash, signByOn, publishedAt } = stored
  const publishedByName = publisher?.nickname ?? ''
  return { version, title, text, hash, signByOn, publishedAt, publishedByName, signed }
}
