/** A page's answers when WeChat asks what to share: the distributor's own card, or the plain one. */
import { useShareAppMessage, useShareTimeline } from '@tarojs/taro'
import { useEffect } from 'react'
import type { ShareCard } from '@/api/platform'
import { distributorOf, useSession } from '@/state/session'
import { cardOf, madeShare, makeShare, targetKey } from './shares'
import type { ShareChannel, ShareTarget } from './shares'

/** The id of the sheet's tile for groups: WeChat names the tapped button by it. */
export const GROUP_BUTTON = 'share-to-group'

/** Whether this person's shares are counted as theirs. */
export const useCanShare = () => useSession((state) => distributorOf(state)?.status === 'active')

/**
 * For every page that shows `<ShareSheet>`: needs `enableShareAppMessage: true` (and
 * `enableShareTimeline: true` for 朋友圈) in its config. Without it a card carries no code and earns nothing.
 * @param target what is shared; null while it is not known
 * @param plain the card of a person who is no distributor
 */
export function useShareCards(target: ShareTarget | null, plain: () => ShareCard): void {
  const canShare = useCanShare()
  const key = target && targetKey(target)
  useEffect(() => {
    // A card from WeChat's own menu must carry the code too; without an answer it stays plain.
    if (canShare && target) makeShare(target, 'friend').catch(() => undefined)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says the target
  }, [canShare, key])

  const cardFor = (channel: ShareChannel): ShareCard => {
    // One that was made is this person's, even where the session doesn't know yet that they were admitted. Better
    // a card under the friends' code than one that forgets who sent it.
    const share = target && (madeShare(target, channel) ?? madeShare(target, 'friend'))
    return share ? cardOf(share) : plain()
  }
  useShareAppMessage((event?: { target?: object }) => {
    const id = (event?.target as { id?: string } | undefined)?.id
    return cardFor(id === GROUP_BUTTON ? 'group' : 'friend')
  })
  useShareTimeline(() => {
    const { title, path, imageUrl } = cardFor('timeline')
    return { title, query: path.split('?')[1] ?? '', imageUrl }
  })
}
