/** Editing one product: loads it, keeps what is written, saves it, and puts it on the shelf. */
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import { blankDraft, draftOf, faultsOf, inputOf } from './product-draft'

export function useProductEditor(givenId: string | undefined) {
  const [savedId, setSavedId] = useState<string | undefined>(undefined)
  const id = savedId ?? givenId
  const stored = useResource(
    () => call('owner.getProduct', id === undefined ? {} : { productId: id }),
    { keys: [id] },
  )
  const [isTried, setTried] = useState(false)
  const saving = useAction('owner.saveProduct')
  const shelving = useAction('owner.shelveProduct')

  const product = stored.data?.product ?? null
  const { draft, setDraft, isChanged, drop } = useDraft(product ? draftOf(product) : blankDraft)
  const faults = faultsOf(draft)

  /** True when it is saved and, if asked for, on the shelf. */
  const save = async (isToBeShelved: boolean): Promise<boolean> => {
    setTried(true)
    shelving.clear()
    const input = inputOf(draft)
    if (!input) return false
    let productId = id
    if (isChanged || id === undefined) {
      const answer = await saving.run(input)
      if (!answer) return false
      productId = answer.id
    }
    if (productId === undefined) return false
    const isShelved =
      !isToBeShelved || (await shelving.run({ productId, isOnShelf: true })) !== undefined
    if (isShelved) return true
    // It is kept now, with new ids and stock: what is written next builds on that.
    const fresh = await call('owner.getProduct', { productId }).catch(() => null)
    if (fresh) {
      stored.put(fresh)
      drop()
    }
    setSavedId(productId)
    return false
  }
  return {
    stored,
    draft,
    setDraft,
    isChanged,
    isOnShelf: product?.isOnShelf ?? false,
    isNew: id === undefined,
    faults,
    shownFaults: isTried ? faults : [],
    save,
    busy: saving.busy || shelving.busy,
    saveError: saving.error,
    shelfError: shelving.error,
  }
}
