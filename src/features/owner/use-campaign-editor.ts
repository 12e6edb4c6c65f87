/** Editing one campaign: loads it, keeps what is written, saves it, publishes it and takes it back. */
import { useState } from 'react'
import { call } from '@/api/call'
import { serverNow } from '@/api/clock'
import { useAction } from '@/api/use-action'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import { blankCampaign, draftOfCampaign, inputOfCampaign } from './campaign-draft'

export function useCampaignEditor(givenId: string | undefined) {
  const [savedId, setSavedId] = useState<string | undefined>(undefined)
  const id = savedId ?? givenId
  const stored = useResource(
    async () => ({
      campaign: id === undefined ? null : await call('owner.getCampaign', { campaignId: id }),
    }),
    { keys: [id] },
  )
  const [blank] = useState(() => blankCampaign(serverNow()))
  const saving = useAction('owner.saveCampaign')
  const deciding = useAction('owner.setCampaignStatus')

  const campaign = stored.data?.campaign ?? null
  const written = useDraft(campaign ? draftOfCampaign(campaign) : blank)
  const { draft, setDraft, isChanged } = written

  /** What the server has now becomes what is edited. */
  const renew = async (campaignId: string) => {
    const fresh = await call('owner.getCampaign', { campaignId }).catch(() => null)
    setSavedId(campaignId)
    if (!fresh) return
    stored.put({ campaign: fresh })
    written.drop()
  }
  /** The id under which it is kept, or null. */
  const save = async (): Promise<string | null> => {
    deciding.clear()
    if (campaign && !isChanged) return campaign.id
    const answer = await saving.run(inputOfCampaign(draft, campaign))
    return answer?.id ?? null
  }
  /** Saved first where something is written; what was saved stays saved when the rest fails. */
  const publish = async (): Promise<boolean> => {
    const campaignId = await save()
    if (campaignId === null) return false
    const answer = await deciding.run({ campaignId, status: 'published' })
    await renew(campaignId)
    return answer !== undefined
  }
  const withdraw = async (): Promise<boolean> => {
    if (!campaign) return false
    const answer = await deciding.run({ campaignId: campaign.id, status: 'withdrawn' })
    if (answer) await renew(campaign.id)
    return answer !== undefined
  }
  return {
    stored,
    campaign,
    draft,
    setDraft,
    isChanged,
    save,
    publish,
    withdraw,
    busy: saving.busy || deciding.busy,
    saveError: saving.error,
    statusError: deciding.error,
  }
}
