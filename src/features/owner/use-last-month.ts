/** 试算 in one tap: the orders of the month before this one, with the lines that were drawn last. */
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { openPage } from '@/features/mall/open-page'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'
import { deskPaths } from './paths'
import { inputOfAsked, startAsked } from './simulation-words'

/** Opens the result's page as soon as it has begun. */
export function useLastMonth(planId: string | undefined) {
  const starting = useAction('owner.simulatePlan')
  const [isAsking, setAsking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const simulate = async () => {
    setFailure(null)
    setAsking(true)
    try {
      const simulator = await call('owner.getSimulator', {})
      const asked = { ...startAsked(simulator, planId), span: 'month' as const }
      const input = inputOfAsked(asked, simulator.today)
      const begun = input && (await starting.run(input))
      if (begun) openPage(deskPaths.simulate(undefined, begun.id))
    } catch (cause) {
      setFailure(failureOf(cause))
    } finally {
      setAsking(false)
    }
  }
  return { simulate, busy: isAsking || starting.busy, error: failure ?? starting.error }
}
