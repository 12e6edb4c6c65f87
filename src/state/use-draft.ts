/** What somebody writes over what is stored, which shows through until the first change and once it is dropped. */
import { useState } from 'react'

export interface Draft<Base> {
  /** As it is written now; the base while nothing is. */
  draft: Base
  setDraft: (draft: NonNullable<Base>) => void
  /** It says something else than the base. */
  isChanged: boolean
  /** Forgets what was written: it is stored, or given up. */
  drop: () => void
}

/**
 * A draft stays what it is while newer data come. Where it may not overwrite what somebody else stored meanwhile it
 * carries the version it was written over (`basedOn`), and the server refuses with …_MOVED_ON.
 * @param said what two drafts are compared by: `3.5` and `3.50` are the same rate
 */
export function useDraft<Base>(
  base: Base,
  said: (draft: NonNullable<Base>) => unknown = (draft) => draft,
): Draft<Base> {
  const [written, setWritten] = useState<NonNullable<Base> | null>(null)
  const isSame = (a: NonNullable<Base>, b: NonNullable<Base>) =>
    JSON.stringify(said(a)) === JSON.stringify(said(b))
  return {
    draft: written ?? base,
    setDraft: (draft) => setWritten(draft),
    isChanged: written !== null && (base == null || !isSame(written, base)),
    drop: () => setWritten(null),
  }
}
