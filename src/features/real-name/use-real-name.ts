/** The real name being filled in: what is still missing, in words, and the one thing to send. */
import { useState } from 'react'
import { REAL_NAME_CONSENT } from '@contract/consent'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { useResource } from '@/state/use-resource'

const NAME = /^[^\s\d]{2,20}$/
const ID_NUMBER = /^\d{17}[\dXx]$/

/** Why it can't be sent yet; null when it can. The server decides in the end. */
export function missingIn(draft: {
  readonly name: string
  readonly idNumber: string
  readonly isAgreed: boolean
}): string | null {
  if (draft.name.trim() === '') return '先写姓名'
  if (!NAME.test(draft.name.trim())) return '姓名和身份证上写得一样'
  if (draft.idNumber.trim() === '') return '再写身份证号'
  if (!ID_NUMBER.test(draft.idNumber.replace(/\s/g, ''))) return '身份证号是 18 位'
  return draft.isAgreed ? null : '看过说明，点一下同意'
}

export function useRealName() {
  const page = useResource(() => call('distributor.getRealName', {}))
  const save = useAction('distributor.saveRealName')
  const [name, setName] = useState('')
  const [idNumber, setIdNumber] = useState('')
  const [isAgreed, setAgreed] = useState(false)
  const [isEditing, setEditing] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const registered = page.data?.name ?? null

  const send = async () => {
    const consentVersion = REAL_NAME_CONSENT.version
    const saved = await save.run({ name: name.trim(), idNumber: idNumber.trim(), consentVersion })
    if (!saved) return
    page.put(saved)
    // What was typed is not kept a moment longer than it is needed.
    setName('')
    setIdNumber('')
    setAgreed(false)
    setEditing(false)
    setSaved(true)
  }
  const change = (set: (text: string) => void) => (text: string) => {
    save.clear()
    set(text)
  }
  return {
    page,
    save,
    name,
    idNumber,
    isAgreed,
    isSaved,
    isWriting: page.data !== undefined && (registered === null || isEditing),
    missing: missingIn({ name, idNumber, isAgreed }),
    typeName: change(setName),
    typeIdNumber: change(setIdNumber),
    agree: () => setAgreed(!isAgreed),
    edit: () => {
      setSaved(false)
      setEditing(true)
    },
    send: () => void send(),
  }
}
