/** Lets an applicant in, after asking once more. */
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import type { PersonHead } from './person-words'

export function useAdmit(onDone: () => void) {
  const admitting = useAction('owner.decideApplication')
  const [acting, setActing] = useState<string | null>(null)
  const admit = async (person: PersonHead) => {
    const isSure = await confirm({
      title: `让 ${person.name} 成为分销员`,
      text: '通过后就可以分享赚佣金；店里有协议的，签好才开始。',
      confirmText: '通过',
    })
    if (!isSure) return
    setActing(person.id)
    const answer = await admitting.run({ distributorId: person.id, isAdmitted: true })
    setActing(null)
    if (!answer) return
    toast(`${person.name} 加入了`)
    onDone()
  }
  return { admit, acting, error: admitting.error }
}
