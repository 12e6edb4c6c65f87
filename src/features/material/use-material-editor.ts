/** Editing one material: loads it, keeps what is written, puts it out, withdraws it and puts it back. */
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import { blankDraft, draftOf, faultsOf, inputOf } from './material-draft'
import type { StoredMaterial } from './material-draft'

async function load(id: string | undefined): Promise<{ material: StoredMaterial | null }> {
  if (id === undefined) return { material: null }
  return { material: await call('owner.getMaterial', { materialId: id }) }
}

export function useMaterialEditor(id: string | undefined) {
  const stored = useResource(() => load(id), { keys: [id] })
  const [isTried, setTried] = useState(false)
  const saving = useAction('owner.saveMaterial')
  const publishing = useAction('owner.publishMaterial')
  const material = stored.data?.material ?? null
  const { draft, setDraft, isChanged } = useDraft(material ? draftOf(material) : blankDraft)
  const faults = faultsOf(draft)

  const save = async (): Promise<boolean> => {
    setTried(true)
    const input = inputOf(draft, material)
    return input !== null && (await saving.run(input)) !== undefined
  }
  /** What is written stays written: only whether it is seen changes. */
  const publish = async (isPublished: boolean): Promise<boolean> => {
    if (!material) return false
    const answer = await publishing.run({ materialId: material.id, isPublished })
    if (!answer) return false
    const { id: materialId } = material
    const fresh = await call('owner.getMaterial', { materialId }).catch(() => null)
    stored.put({ material: fresh ?? { ...material, isPublished } })
    return true
  }
  return {
    ...{ stored, material, draft, setDraft, isChanged, save, publish },
    isNew: id === undefined,
    shownFaults: isTried ? faults : [],
    busy: saving.busy || publishing.busy,
    saveError: saving.error,
    publishError: publishing.error,
  }
}

export type MaterialEditor = ReturnType<typeof useMaterialEditor>
