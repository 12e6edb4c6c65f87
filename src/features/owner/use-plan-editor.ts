/** Writing the next plan version: the draft, its check by the server, and its publication. */
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import { planFaults, rulesOf, startDraft } from './plan-draft'
import type { CapWarning, PlanDraft, PlanPage } from './plan-draft'

/** The server has kept exactly this draft and looked at it. */
interface Checked {
  planId: string
  of: string
  capBps: number
  warnings: readonly CapWarning[]
}

export function usePlanEditor(page: PlanPage | undefined, reload: () => Promise<void>) {
  const [written, setWritten] = useState<PlanDraft | null>(null)
  const [isTried, setTried] = useState(false)
  const [kept, setKept] = useState<Checked | null>(null)
  const saving = useAction('owner.savePlanDraft')
  const publishing = useAction('owner.publishPlan')
  const draft = written ?? (page?.draft ? startDraft(page, Date.now()) : null)
  const stored = page?.draft ? JSON.stringify(startDraft(page, 0)) : null
  const checked = kept !== null && kept.of === JSON.stringify(draft) ? kept : null

  const check = async () => {
    setTried(true)
    publishing.clear()
    const rules = draft && rulesOf(draft)
    if (!rules) return
    const answer = await saving.run({ rules })
    if (!answer) return
    const { planId, warnings } = answer
    setKept({ planId, of: JSON.stringify(draft), capBps: rules.capBps, warnings })
    toast('草稿存好了')
  }
  const publish = async () => {
    if (!checked || !draft) return
    const isSure = await confirm({
      title: `发布 ${draft.version.trim()}`,
      text: '新订单从现在起按这版算，已下的单不变。发布后不能改，只能再出一版。',
      confirmText: '发布',
    })
    if (!isSure) return
    const answer = await publishing.run({ planId: checked.planId })
    if (!answer) return
    toast(`${answer.version} 生效了`)
    setWritten(null)
    setKept(null)
    setTried(false)
    await reload()
  }
  return {
    draft,
    setDraft: setWritten,
    start: () => page && setWritten(startDraft(page, Date.now())),
    /** Something is written that the server does not have. */
    isChanged: written !== null && !checked && JSON.stringify(written) !== stored,
    faults: isTried && draft ? planFaults(draft) : {},
    checked,
    check,
    publish,
    saving,
    publishing,
  }
}
