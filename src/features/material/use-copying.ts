/** One tap: the owner's words and the share's own, with the code of whoever copies them. */
import { useState } from 'react'
import { copyText } from '@/api/platform'
import { toast } from '@/components/toast'
import { makeShareText } from '@/features/share/share-text'
import { askTarget } from '@/features/share/use-share-offer'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'
import type { Material } from './material-view'
import { recordUse } from './record-use'

async function wordsOf({ text, target }: Material): Promise<string> {
  return `${text}\n\n${await makeShareText(target, await askTarget(target))}`
}

export function useCopying(material: Material | null) {
  const [isCopying, setCopying] = useState(false)
  const [error, setError] = useState<Failure | null>(null)
  const copy = async () => {
    if (!material || isCopying) return
    setCopying(true)
    setError(null)
    try {
      await copyText(await wordsOf(material))
      toast('文案和邀请码已复制')
      recordUse(material.id, 'copied')
    } catch (cause) {
      setError(failureOf(cause))
    } finally {
      setCopying(false)
    }
  }
  return { isCopying, copyError: error, copy }
}
