/** 等级: names and conditions of each tier and how it is kept, changed as a draft and published at once. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { confirm } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { toast } from '@/components/toast'
import { ActionError } from '@/features/owner/action-error'
import { ConditionSheet } from '@/features/owner/condition-sheet'
import { FormBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { PublishBar } from '@/features/owner/publish-bar'
import { draftOf, faultOf, inputOf } from '@/features/owner/tier-draft'
import type { ConditionDraft, TiersDraft } from '@/features/owner/tier-draft'
import { TierForm } from '@/features/owner/tier-form'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import './index.scss'

interface Place {
  tier: number
  condition: number
}
const NEW: ConditionDraft = { measure: 'own-sales', window: 'last-3-months', amount: '' }

/** The draft with one condition replaced, added, or (null) taken out. */
function withCondition(draft: TiersDraft, at: Place, condition: ConditionDraft | null): TiersDraft {
  const tiers = draft.tiers.map((tier, index) => {
    if (index !== at.tier) return tier
    const before = tier.conditions.slice(0, at.condition)
    const after = tier.conditions.slice(at.condition + 1)
    return { ...tier, conditions: [...before, ...(condition ? [condition] : []), ...after] }
  })
  return { ...draft, tiers }
}

export default function TiersPage() {
  const tiers = useResource(() => call('owner.getTiers', {}))
  const publishing = useAction('owner.publishTiers')
  const isOwner = useIsOwner()
  const [open, setOpen] = useState<Place | null>(null)
  const shown = tiers.data
  const { draft, setDraft, isChanged, drop } = useDraft(shown ? draftOf(shown) : null)

  const publish = async () => {
    if (!draft) return
    const isSure = await confirm({
      title: '发布新的等级',
      text: '马上生效；够了的人几分钟内升级，月底才看保级。',
      confirmText: '发布',
    })
    if (!isSure || !(await publishing.run(inputOf(draft)))) return
    toast('等级发布了')
    await tiers.reload()
    drop()
  }
  const takeNewest = async () => {
    publishing.clear()
    await tiers.reload()
    drop()
  }
  const change = (condition: ConditionDraft | null) => {
    if (draft && open) setDraft(withCondition(draft, open, condition))
    setOpen(null)
  }
  const known = open && draft?.tiers[open.tier]?.conditions[open.condition]
  return (
    <DeskPage
      title="等级"
      resource={tiers}
      skeleton={<FormBones />}
      overlay={
        <>
          {isOwner && (
            <PublishBar
              busy={publishing.busy}
              isChanged={isChanged}
              fault={draft && faultOf(draft)}
              onPublish={publish}
            />
          )}
          <ConditionSheet
            condition={open && (known ?? NEW)}
            isNew={!known}
            measures={shown?.measures ?? []}
            onSave={change}
            onRemove={() => change(null)}
            onClose={() => setOpen(null)}
          />
        </>
      }
    >
      <ActionError error={publishing.error} what="没有发布成功" onNewest={takeNewest} />
      {shown && draft && (
        <>
          {shown.version === 0 && (
            <Notice kind="note">还没有设过等级：现在只能由你一个一个定，也不会降。</Notice>
          )}
          {shown.isChecking && <Notice kind="note">正在按新的等级看每一个人，几分钟就好。</Notice>}
          <TierForm
            draft={draft}
            shown={shown}
            isOwner={isOwner}
            onChange={setDraft}
            onCondition={(tier, condition) => setOpen({ tier, condition })}
          />
          <View className="desk-foot">
            加成在佣金方案里设。有人数条件的等级只能换徽章和样品这类好处，不能加佣金，也不能有会员价。
          </View>
        </>
      )}
    </DeskPage>
  )
}
