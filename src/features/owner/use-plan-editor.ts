/** Writing the next plan version: the draft, its check by the server, its publication, and taking one back. */
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { serverNow } from '@/api/clock'
import { confirm } from '@/components/dialog'
import { momentText } from '@/components/moment/format'
import { toast } from '@/components/toast'
import { useDraft } from '@/state/use-draft'
import { draftOfRules, planFaults, rulesOf, startDraft } from './plan-draft'
import type { PlanPage, PlanVersion } from './plan-draft'
import { stageOf } from './plan-words'

export function usePlanEditor(page: PlanPage | undefined, reload: () => Promise<void>) {
  const [isTried, setTried] = useState(false)
  const [isPublishing, setPublishing] = useState(false)
  const saving = useAction('owner.savePlanDraft')
  const checking = useAction('owner.validatePlan')
  const publishing = useAction('owner.publishPlan')
  const kept = page?.draft ?? null
  // By what the server would get: `3.5` and `3.50` are the same rate.
  const written = useDraft(kept && draftOfRules(kept.rules), (rules) => rulesOf(rules) ?? rules)
  const { draft, setDraft, isChanged } = written
  /** The server has kept exactly this draft and the guard has passed it. */
  const checked = kept !== null && !isChanged && kept.status !== 'draft' ? kept : null

  const check = async () => {
    setTried(true)
    const rules = draft && rulesOf(draft)
    if (!rules) return
    const answer = await saving.run({ rules })
    if (!answer || !(await checking.run({ planId: answer.planId }))) return
    await reload()
    toast('草稿存好了')
  }
  const publish = async (effectiveAt: number | undefined) => {
    if (!checked) return
    const moment = effectiveAt === undefined ? {} : { effectiveAt }
    const answer = await publishing.run({ planId: checked.id, ...moment })
    if (!answer) return
    toast(effectiveAt === undefined ? `${answer.version} 生效了` : `${answer.version} 到时生效`)
    written.drop()
    setTried(false)
    setPublishing(false)
    await reload()
  }
  return {
    draft,
    setDraft,
    start: () => page && setDraft(startDraft(page, serverNow())),
    /** Something is written that the server does not have. */
    isChanged,
    stage: stageOf(kept, isChanged),
    faults: isTried && draft ? planFaults(draft) : {},
    checked,
    check,
    saving,
    checking,
    publishing,
    publish,
    isPublishing,
    askToPublish: () => {
      publishing.clear()
      setPublishing(true)
    },
    closePublishing: () => setPublishing(false),
  }
}

/** Takes back a version that has not begun; asked once more, because it can't be put back. */
export function useWithdrawal(reload: () => Promise<void>) {
  const withdrawing = useAction('owner.withdrawPlan')
  const [busyId, setBusyId] = useState<string | null>(null)
  const withdraw = async ({ id, rules, effectiveAt }: PlanVersion) => {
    const isSure = await confirm({
      title: `撤回 ${rules.version}`,
      text: `它本来从 ${momentText(effectiveAt ?? 0)} 起生效。撤回后现在这版接着用，撤回的不能再发布。`,
      confirmText: '撤回',
      danger: true,
    })
    if (!isSure) return
    setBusyId(id)
    const answer = await withdrawing.run({ planId: id })
    setBusyId(null)
    if (!answer) return
    toast('撤回了')
    await reload()
  }
  return { withdraw, busyId, error: withdrawing.error }
}
