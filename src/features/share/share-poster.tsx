/** The poster of a share: asks for its own code, then lets the person save it. */
import { call } from '@/api/call'
import { Notice } from '@/components/notice'
import { Poster } from '@/components/poster'
import type { PosterContent } from '@/components/poster'
import { Sheet } from '@/components/sheet'
import { runText } from '@/features/mall/campaign-words'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import { makeShare, targetKey } from './shares'
import type { ShareTarget } from './shares'
import type { SharedCampaign, SharedProduct } from './use-share-offer'

interface SharePosterProps {
  open: boolean
  onClose: () => void
  target: ShareTarget
  /** Null for what has no price: a campaign, the shop, an invitation. */
  price: Pick<SharedProduct, 'priceFen' | 'isFrom'> | null
  /** When a campaign runs. */
  campaign: SharedCampaign | null
}

type Drawn = Omit<PosterContent, 'avatarUrl' | 'priceFen' | 'isFrom' | 'note' | 'shopName'>

async function draw(target: ShareTarget): Promise<Drawn> {
  const share = await makeShare(target, 'poster')
  const { image } = await call('distributor.drawShareCode', { shareCode: share.shareCode })
  const { title, picture, sharerName } = share
  const lead = target.kind === 'invitation' ? '请你一起分享' : '推荐给你'
  return { title, sharerName, lead, pictureUrl: picture, codeUrl: image }
}

export function SharePoster({ open, onClose, target, price, campaign }: SharePosterProps) {
  const shopName = useSession((state) => state.session?.shop.name ?? '')
  const avatarUrl = useSession((state) => state.session?.member.avatar)
  const drawn = useResource(() => draw(target), { keys: [targetKey(target)], when: open })
  if (drawn.state === 'error') {
    return (
      <Sheet open={open} title="海报" onClose={onClose}>
        <Notice kind="bad" actionText="再试一次" onAction={() => void drawn.reload()}>
          小程序码没有拿到：{drawn.error?.message}
        </Notice>
      </Sheet>
    )
  }
  const { priceFen = null, isFrom = false } = price ?? {}
  const note = campaign ? runText(campaign) : undefined
  const poster = drawn.data ? { ...drawn.data, avatarUrl, priceFen, isFrom, note, shopName } : null
  return <Poster open={open} onClose={onClose} poster={poster} />
}
