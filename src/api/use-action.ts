/** A button's mutation: double taps are one, and a try after a lost answer keeps the same request id. */
import { useRef, useState } from 'react'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'
import { ApiError } from './api-error'
import { call, newRequestId } from './call'
import type { ActionName, Api } from './call'

export interface ActionHandle<Name extends ActionName> {
  /** The output, or undefined when it failed (see `error`) or another run is still busy. */
  run: (input: Api[Name]['input']) => Promise<Api[Name]['output'] | undefined>
  busy: boolean
  error: Failure | null
  clear: () => void
}

export function useAction<Name extends ActionName>(action: Name): ActionHandle<Name> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<Failure | null>(null)
  const isRunning = useRef(false)
  // The open try: another input is another request and must not borrow its id.
  const open = useRef<{ input: string; requestId: string } | null>(null)

  const run = async (input: Api[Name]['input']): Promise<Api[Name]['output'] | undefined> => {
    if (isRunning.current) return undefined
    isRunning.current = true
    setBusy(true)
    setError(null)
    const wanted = JSON.stringify(input)
    if (open.current?.input !== wanted) {
      open.current = { input: wanted, requestId: newRequestId() }
    }
    try {
      const output = await call(action, input, { requestId: open.current.requestId })
      open.current = null
      return output
    } catch (cause) {
      if (cause instanceof ApiError && cause.isDefinite) open.current = null
      setError(failureOf(cause))
      return undefined
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }
  return { run, busy, error, clear: () => setError(null) }
}
