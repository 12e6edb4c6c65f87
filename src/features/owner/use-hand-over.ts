/** Hands people over, and keeps why some of them could not be. */
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { toast } from '@/components/toast'

export interface HandedPerson {
  id: string
  name: string
}

export function useHandOver() {
  const handing = useAction('owner.handOver')
  const [refused, setRefused] = useState<readonly string[]>([])
  /** Answers whether the server took it; those it refused stand in `refused`. */
  const run = async (
    people: readonly HandedPerson[],
    managerId: string | null,
    reason: string,
  ): Promise<boolean> => {
    const distributorIds = people.map(({ id }) => id)
    const answer = await handing.run({ distributorIds, managerId, reason })
    if (!answer) return false
    const nameOf = new Map(people.map(({ id, name }) => [id, name]))
    const failures = answer.outcomes.flatMap(({ distributorId, refusal }) =>
      refusal ? [`${nameOf.get(distributorId) ?? distributorId}：${refusal.message}`] : [],
    )
    setRefused(failures)
    const done = answer.outcomes.length - failures.length
    if (done > 0) toast(people.length === 1 ? '移交好了' : `${done} 个人移交好了`)
    return true
  }
  return {
    run,
    refused,
    busy: handing.busy,
    error: handing.error,
    clear: () => {
      handing.clear()
      setRefused([])
    },
  }
}
