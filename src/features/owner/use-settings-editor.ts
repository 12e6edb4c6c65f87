/** Editing the shop's settings: one draft over what is stored, saved against the version it was written over. */
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useSession } from '@/state/session'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import { areLimitsSame, draftOf, faultsOf, inputOf, saidBySettings } from './settings-draft'

export function useSettingsEditor() {
  const stored = useResource(() => call('owner.getShopSettings', {}))
  const base = stored.data ? draftOf(stored.data) : null
  const { draft, setDraft, isChanged, drop } = useDraft(base, saidBySettings)
  const saving = useAction('owner.saveShopSettings')
  const input = draft && inputOf(draft)
  const save = async (): Promise<boolean> => {
    if (!input || !(await saving.run(input))) return false
    await Promise.all([stored.reload(), useSession.getState().refresh()])
    drop()
    return true
  }
  const takeNewest = async () => {
    saving.clear()
    await stored.reload()
    drop()
  }
  return {
    ...{ stored, draft, setDraft, isChanged, save, takeNewest },
    faults: draft ? faultsOf(draft) : {},
    changesLimits: draft !== null && base !== null && !areLimitsSame(draft, base),
    busy: saving.busy,
    error: saving.error,
  }
}
