/** Finds the campaign a page was opened for: by id, or by a share code alone. */
import { ApiError } from '@/api/api-error'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { serverNow } from '@/api/clock'
import { openShare, shareCodeOf } from '@/state/entry'
import { goneText } from './campaign-words'

export type Campaign = Api['mall.getCampaign']['output']
/** `heardAt`: this phone's moment of the answer, from which the page counts on. */
type FoundCampaign =
  | { kind: 'campaign'; campaign: Campaign; heardAt: number }
  /** The share could not be opened. */
  | { kind: 'expired' }
  | { kind: 'gone'; words: string }

const TAKEN_BACK = '活动已经撤下，店里还有别的'

export async function loadCampaign(query: Record<string, string>): Promise<FoundCampaign> {
  const found = query['id'] ?? (await sharedCampaign(query))
  if (typeof found !== 'string') return found
  try {
    const campaign = await call('mall.getCampaign', { campaignId: found })
    if (campaign.state === 'withdrawn') return { kind: 'gone', words: TAKEN_BACK }
    return { kind: 'campaign', campaign, heardAt: serverNow() }
  } catch (cause) {
    const isGone = cause instanceof ApiError && cause.code === 'NOT_FOUND'
    if (isGone) return { kind: 'gone', words: TAKEN_BACK }
    throw cause
  }
}

/** The id, or what to say where the share stands and its campaign doesn't run. */
async function sharedCampaign(query: Record<string, string>): Promise<string | FoundCampaign> {
  const code = shareCodeOf({ query })
  const share = code === null ? null : await openShare(code)
  if (share?.isTargetGone) return { kind: 'gone', words: goneText(share) }
  return share?.target.kind === 'campaign' ? share.target.campaignId : { kind: 'expired' }
}
