/** Editing the shop's settings: one draft over what is stored, saved against the version it was read from. */
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import { areLimitsSame, draftOf, faultsOf, inputOf, isSameDraft } from './settings-draft'
import type { SettingsDraft } from './settings-draft'

export function useSettingsEditor() {
  const stored = useResource(() => call('owner.getShopSettings', {}))
  const [written, setWritten] = useState<SettingsDraft | null>(null)
  const saving = useAction('owner.saveShopSettings')
  const before = stored.data ? draftOf(stored.data) : null
  const draft = written ?? before
  const isChanged = draft !== null && before !== null && !isSameDraft(draft, before)
  const input = draft && stored.data ? inputOf(draft, stored.data.version) : null
  const save = async (): Promise<boolean> => {
    if (!input || !(await saving.run(input))) return false
    await Promise.all([stored.reload(), useSession.getState().refresh()])
    setWritten(null)
    return true
  }
  const takeNewest = async () => {
    saving.clear()
    await stored.reload()
    setWritten(null)
  }
  return {
    ...{ stored, draft, isChanged, save, takeNewest },
    faults: draft ? faultsOf(draft) : {},
    changesLimits: draft !== null && before !== null && !areLimitsSame(draft, before),
    setDraft: setWritten,
    busy: saving.busy,
    error: saving.error,
  }
}
