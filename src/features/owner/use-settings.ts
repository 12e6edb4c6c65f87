/** Settings on one page: a draft over what is stored, saved against the version it was written over. */
import type { ActionName, Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'

interface Settings<Name extends ActionName, Stored, Draft> {
  read: () => Promise<Stored>
  action: Name
  draftOf: (stored: Stored) => Draft
  /** What two drafts are compared by. */
  said: (draft: Draft) => unknown
  /** Null while something is wrong. */
  inputOf: (draft: Draft) => Api[Name]['input'] | null
  /** Asks anew for what else shows them, once they are saved. */
  onSaved?: () => Promise<void>
}

export function useSettings<Name extends ActionName, Stored, Draft extends object>(
  settings: Settings<Name, Stored, Draft>,
) {
  const { read, action, draftOf, said, inputOf, onSaved } = settings
  const stored = useResource(read)
  const base = stored.data === undefined ? null : draftOf(stored.data)
  const { draft, setDraft, isChanged, drop } = useDraft<Draft | null>(base, said)
  const saving = useAction(action)
  const input = draft && inputOf(draft)
  const save = async (): Promise<boolean> => {
    if (!input || !(await saving.run(input))) return false
    await Promise.all([stored.reload(), onSaved?.()])
    drop()
    return true
  }
  const takeNewest = async () => {
    saving.clear()
    await stored.reload()
    drop()
  }
  const { busy, error } = saving
  return { stored, base, draft, input, setDraft, isChanged, save, takeNewest, busy, error }
}
