/** Editing the shop's settings: name, motto, withdrawal limits. */
import { call } from '@/api/call'
import { useSession } from '@/state/session'
import { areLimitsSame, draftOf, faultsOf, inputOf, saidBySettings } from './settings-draft'
import { useSettings } from './use-settings'

export function useSettingsEditor() {
  const editor = useSettings({
    read: () => call('owner.getShopSettings', {}),
    action: 'owner.saveShopSettings',
    draftOf,
    said: saidBySettings,
    inputOf,
    onSaved: () => useSession.getState().refresh(),
  })
  const { base, draft } = editor
  return {
    ...editor,
    faults: draft ? faultsOf(draft) : {},
    changesLimits: draft !== null && base !== null && !areLimitsSame(draft, base),
  }
}
