// 协议管理: the agreement in force, earlier versions, and how many of those who distribute have signed it.
import type { Api } from '@contract/api'
import type { AgreementVersion } from '@contract/model/recruitment'
import { dateOf } from '@contract/time'
import type { Context } from '../../ports/world'
import { readShop } from '../shop/read-shop'
import { IS_IN } from './list-unsigned'

const HISTORY = 20

export async function getAgreementDesk(ctx: Context): Promise<Api['owner.getAgreement']['output']> {
  const { agreement } = await readShop(ctx)
  const version = agreement?.version ?? 0
  const [versions, admitted, signed] = await Promise.all([
    ctx.store.find('agreement_versions', {}, { order: [['version', 'desc']], limit: HISTORY }),
    ctx.store.count('distributors', IS_IN),
    version === 0 ? 0 : ctx.store.count('distributors', { 'signed.version': version, ...IS_IN }),
  ])
  const inForce = versions.find((one) => one.version === version)
  return {
    version,
    terms: inForce ? termsOf(inForce) : null,
    text: inForce?.text ?? null,
    hash: inForce?.hash ?? null,
    signByOn: inForce?.signByOn ?? null,
    publishedAt: inForce?.publishedAt ?? null,
    today: dateOf(ctx.now),
    people: { admitted, signed },
    history: versions.map(({ version: number, title, publishedAt, signByOn }) => ({
      version: number,
      title,
      publishedAt,
      signByOn,
    })),
  }
}

function termsOf(version: AgreementVersion) {
  const { title, rights, pricePolicy, territoryPolicy, refundPolicy, termDays } = version
  return { title, rights, pricePolicy, territoryPolicy, refundPolicy, termDays }
}
