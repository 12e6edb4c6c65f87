/** Asks for one simulation and keeps it going while the page is open, a few hundred orders at a time. */
import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'
import { useResource } from '@/state/use-resource'
import type { Progress } from './simulation-words'

export function useSimulation(id: string | null, mayAdvance: boolean) {
  const simulation = useResource(() => call('owner.getSimulation', { simulationId: id ?? '' }), {
    keys: [id],
    when: id !== null,
  })
  const [progress, setProgress] = useState<Progress | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [turn, setTurn] = useState(0)
  const { reload } = simulation
  const isRunning = simulation.data?.status === 'running'
  useEffect(() => {
    if (id === null || !isRunning || !mayAdvance) return
    let isLeft = false
    const goOn = async () => {
      setFailure(null)
      for (;;) {
        const now = await call('owner.advanceSimulation', { simulationId: id })
        if (isLeft) return
        setProgress(now)
        if (now.status !== 'running') return void reload()
      }
    }
    goOn().catch((cause: unknown) => {
      if (!isLeft) setFailure(failureOf(cause))
    })
    return () => {
      isLeft = true
    }
  }, [id, isRunning, mayAdvance, turn, reload])
  return {
    simulation,
    /** Newer than what the page has asked for. */
    progress: progress?.id === id ? progress : null,
    failure,
    goOn: () => setTurn((before) => before + 1),
  }
}
