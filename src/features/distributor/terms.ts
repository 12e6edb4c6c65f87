/** What the plan in force promises distributors (levels, days until money is free): asked once, shared by pages. */
import { useEffect } from 'react'
import { create } from 'zustand'
import { call } from '@/api/call'

interface Terms {
  freezeDays: number | null
}

const useTermsStore = create<Terms>(() => ({ freezeDays: null }))
let inFlight: Promise<void> | null = null

function load(): Promise<void> {
  inFlight ??= call('distributor.getApplication', {})
    .then(({ freezeDays }) => useTermsStore.setState({ freezeDays }))
    // Only a sentence becomes vaguer without it; the next page asks again.
    .catch(() => undefined)
    .finally(() => {
      inFlight = null
    })
  return inFlight
}

/** Days from receipt until a commission is available; null while unknown. */
export function useFreezeDays(): number | null {
  const freezeDays = useTermsStore((terms) => terms.freezeDays)
  useEffect(() => {
    if (freezeDays === null) void load()
  }, [freezeDays])
  return freezeDays
}

/** When a pending commission becomes free, as far as it is known. */
export function freedWhen(freezeDays: number | null): string {
  if (freezeDays === null) return '收货并过了冻结期后可提现'
  return freezeDays === 0 ? '收货后可提现' : `收货 ${freezeDays} 天后可提现`
}

/** For tests: another shop. */
export function forgetTerms(): void {
  inFlight = null
  useTermsStore.setState({ freezeDays: null })
}
