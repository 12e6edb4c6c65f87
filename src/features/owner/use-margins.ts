/** What the plan on the page would leave of the best-selling products: asked anew after each pause in writing. */
import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'
import type { Margins } from './margin-words'
import type { Rules } from './plan-draft'

const PAUSE_MS = 500

interface Held {
  /** The rules that `margins` and `failure` are about. */
  key: string | null
  margins: Margins | null
  failure: Failure | null
}

/** @param rules null while something is written that is no plan: the last figures stay, marked as older */
export function useMargins(rules: Rules | null) {
  const [held, setHeld] = useState<Held>({ key: null, margins: null, failure: null })
  const [turn, setTurn] = useState(0)
  const key = rules && JSON.stringify(rules)
  useEffect(() => {
    if (key === null) return
    let isLeft = false
    const ask = async () => {
      try {
        const margins = await call('owner.previewMargins', { rules: JSON.parse(key) as Rules })
        if (!isLeft) setHeld({ key, margins, failure: null })
      } catch (cause) {
        if (!isLeft) setHeld((before) => ({ ...before, key, failure: failureOf(cause) }))
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [key, turn])
  return { ...held, isOld: held.key !== key, again: () => setTurn((before) => before + 1) }
}
