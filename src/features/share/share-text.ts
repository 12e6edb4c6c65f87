/** The text of a share, ready for the clipboard: the channel's own code, the price of a product, who recommends it. */
import { runText } from '@/features/mall/campaign-words'
import { useSession } from '@/state/session'
import { shareLink } from './share-link'
import { shareWords } from './share-words'
import { cardOf, makeShare } from './shares'
import type { ShareTarget } from './shares'
import type { ShareOffer } from './use-share-offer'

/** @param known what the share's page says of price or days; nothing for the shop. @throws ApiError */
export async function makeShareText(
  target: ShareTarget,
  { product, campaign }: Pick<ShareOffer, 'product' | 'campaign'>,
): Promise<string> {
  const share = await makeShare(target, 'text')
  const { title, sharerName, shareCode } = share
  const { priceFen = null, isFrom = false } = product ?? {}
  const when = campaign ? runText(campaign) : undefined
  const shopName = useSession.getState().session?.shop.name ?? ''
  const link = shareLink(cardOf(share).path)
  return shareWords({ title, priceFen, isFrom, when, sharerName, shopName, shareCode, link })
}
