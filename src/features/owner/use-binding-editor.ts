/** Editing the binding policy: one draft over what is stored, saved against the version it was written over. */
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import { bindingDraftOf, bindingFaultsOf, bindingInputOf, saidByBinding } from './binding-draft'

export function useBindingEditor() {
  const stored = useResource(() => call('owner.getBindingPolicy', {}))
  const base = stored.data ? bindingDraftOf(stored.data) : null
  const { draft, setDraft, isChanged, drop } = useDraft(base, saidByBinding)
  const saving = useAction('owner.saveBindingPolicy')
  const input = draft && bindingInputOf(draft)
  const save = async (): Promise<boolean> => {
    if (!input || !(await saving.run(input))) return false
    await stored.reload()
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
    faults: draft ? bindingFaultsOf(draft) : {},
    /** What would be saved; while something is wrong, what is stored. */
    policy: input?.policy ?? stored.data?.policy,
    busy: saving.busy,
    error: saving.error,
  }
}
