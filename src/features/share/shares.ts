/** The shares a distributor has made on this phone: asked for once a target and channel, kept while the app runs. */
import { create } from 'zustand'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import type { ShareCard } from '@/api/platform'

export type Share = Api['distributor.createShare']['output']
export type ShareTarget = Api['distributor.createShare']['input']['target']
export type ShareChannel = Api['distributor.createShare']['input']['channel']

interface SharesState {
  made: Readonly<Record<string, Share>>
  keep: (key: string, share: Share) => void
}

const useShares = create<SharesState>((set) => ({
  made: {},
  keep: (key, share) => set((state) => ({ made: { ...state.made, [key]: share } })),
}))

const inFlight = new Map<string, Promise<Share>>()

export function targetKey(target: ShareTarget): string {
  if (target.kind === 'product') return `product:${target.productId}`
  return target.kind === 'campaign' ? `campaign:${target.campaignId}` : target.kind
}
const keyOf = (target: ShareTarget, channel: ShareChannel) => `${targetKey(target)}@${channel}`

/** The share of a target in a channel; the same share keeps its code. @throws ApiError */
export function makeShare(target: ShareTarget, channel: ShareChannel): Promise<Share> {
  const key = keyOf(target, channel)
  const known = useShares.getState().made[key]
  if (known) return Promise.resolve(known)
  const asked = inFlight.get(key)
  if (asked) return asked
  const share = call('distributor.createShare', { target, channel })
    .then((made) => {
      useShares.getState().keep(key, made)
      return made
    })
    .finally(() => inFlight.delete(key))
  inFlight.set(key, share)
  return share
}

/** The share if it has been made already: WeChat wants a card at once, without waiting. */
export function madeShare(target: ShareTarget, channel: ShareChannel): Share | null {
  return useShares.getState().made[keyOf(target, channel)] ?? null
}

export function cardOf(share: Share): ShareCard {
  const path = share.path.startsWith('/') ? share.path : `/${share.path}`
  return { title: share.title, path, imageUrl: share.picture || undefined }
}

/** For tests: another phone. */
export function forgetShares(): void {
  inFlight.clear()
  useShares.setState({ made: {} })
}
