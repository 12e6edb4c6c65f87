/** Editing the binding policy: the rule and its days. */
import { call } from '@/api/call'
import { bindingDraftOf, bindingFaultsOf, bindingInputOf, saidByBinding } from './binding-draft'
import { useSettings } from './use-settings'

export function useBindingEditor() {
  const editor = useSettings({
    read: () => call('owner.getBindingPolicy', {}),
    action: 'owner.saveBindingPolicy',
    draftOf: bindingDraftOf,
    said: saidByBinding,
    inputOf: bindingInputOf,
  })
  const { stored, draft, input } = editor
  return {
    ...editor,
    faults: draft ? bindingFaultsOf(draft) : {},
    /** What would be saved; while something is wrong, what is stored. */
    policy: input?.policy ?? stored.data?.policy,
  }
}
