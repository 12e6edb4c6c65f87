// 协议正文: the exact text that is read, hashed and signed, made of the owner's sections and nothing else.
import type { AgreementTerms } from '@contract/model/recruitment'

/** The same sections always give the same text, to the byte. */
export function composeAgreement(shopName: string, terms: AgreementTerms): string {
  const { title, rights, pricePolicy, territoryPolicy, refundPolicy, termDays } = terms
  const term =
    termDays === null
      ? '自签署之日起有效，直到任何一方结束合作。'
      : `自签署之日起 ${termDays} 天内有效，到期前可以续签。`
  return [
    title,
    `本协议由「${shopName}」与签署人订立。`,
    `一、权利与义务\n${rights}`,
    `二、价格政策\n${pricePolicy}`,
    `三、区域政策\n${territoryPolicy}`,
    `四、退款与退货\n${refundPolicy}`,
    `五、期限\n${term}`,
    '六、结束合作\n任何一方都可以随时结束合作。已经产生的佣金仍归签署人：待结算的照常结算，可提现的仍可提现；退款造成的欠款从中扣回。',
    '七、费用\n签署本协议不需要支付任何费用，也不需要购买任何商品。',
  ].join('\n\n')
}
