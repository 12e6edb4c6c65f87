/** Editing selling points and questions of a product: rows come and go, empty ones are left out when it is saved. */
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'

export interface NotesDraft {
  points: string[]
  faq: { question: string; answer: string }[]
}

const isHalf = ({ question, answer }: NotesDraft['faq'][number]) =>
  (question.trim() === '') !== (answer.trim() === '')

function inputOf(productId: string, draft: NotesDraft): Api['owner.saveProductNotes']['input'] {
  const faq = draft.faq.filter(({ question }) => question.trim() !== '')
  return { productId, points: draft.points.filter((point) => point.trim() !== ''), faq }
}

export function useNotesEditor(productId: string) {
  const stored = useResource(() => call('owner.getProductNotes', { productId }), {
    keys: [productId],
  })
  const saving = useAction('owner.saveProductNotes')
  const { points = [], faq = [] } = stored.data ?? {}
  const { draft, setDraft, isChanged } = useDraft<NotesDraft>({ points, faq }, (notes) =>
    inputOf(productId, notes),
  )
  const isIncomplete = draft.faq.some(isHalf)
  const save = async () => (await saving.run(inputOf(productId, draft))) !== undefined
  return {
    ...{ stored, draft, setDraft, isChanged, isIncomplete, save },
    busy: saving.busy,
    error: saving.error,
  }
}
