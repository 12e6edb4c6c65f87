/** Nudging from the list or the sheet: one at a time, and what became of each member since. */
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { toast } from '@/components/toast'
import type { Member } from './team-words'

export function useNudging() {
  const nudging = useAction('distributor.nudge')
  const [changed, setChanged] = useState<Readonly<Record<string, Member>>>({})
  const [busy, setBusy] = useState<string | null>(null)
  const nudge = async ({ id, name }: Member) => {
    setBusy(id)
    const member = await nudging.run({ distributorId: id })
    setBusy(null)
    if (!member) return
    setChanged((before) => ({ ...before, [id]: member }))
    toast(`${name} 打开分销中心就会看到`)
  }
  return {
    changed,
    busy,
    error: nudging.error,
    clear: nudging.clear,
    nudge: (member: Member) => void nudge(member),
    /** What was loaded anew says it all. */
    forget: () => setChanged({}),
  }
}
