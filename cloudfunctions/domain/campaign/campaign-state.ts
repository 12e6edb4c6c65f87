// What a campaign is at a moment: the owner's decision and the clock together.
import type { Campaign, CampaignState } from '@contract/model/campaign'

type Dated = Pick<Campaign, 'status' | 'startAt' | 'endAt'>

/** From `startAt` up to, not including, `endAt`, as a plan's campaign rule holds. */
export function campaignState({ status, startAt, endAt }: Dated, now: number): CampaignState {
  if (status !== 'published') return status
  if (now < startAt) return 'to-come'
  return now < endAt ? 'running' : 'ended'
}
