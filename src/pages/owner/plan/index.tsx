/** 佣金方案: the version in force, those to come, the draft of the next one, its check, simulation and publication. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { StatusTag } from '@/components/tag'
import { useTierName } from '@/components/tier'
import { openPage } from '@/features/mall/open-page'
import { ActionError } from '@/features/owner/action-error'
import { FactBones } from '@/features/owner/desk-bones'
import { EditorPage } from '@/features/owner/editor-page'
import { MarginPreview } from '@/features/owner/margin-preview'
import { OverrideSheet } from '@/features/owner/override-sheet'
import { deskPaths } from '@/features/owner/paths'
import { previewRulesOf } from '@/features/owner/plan-draft'
import type { PlanPage, PlanVersion } from '@/features/owner/plan-draft'
import { PlanForm } from '@/features/owner/plan-form'
import { PublishSheet } from '@/features/owner/plan-publish'
import { PlanSteps } from '@/features/owner/plan-steps'
import { History, InForce, PlanSheetContent, Scheduled } from '@/features/owner/plan-versions'
import { warningText } from '@/features/owner/plan-words'
import type { Names } from '@/features/owner/plan-words'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { useLastMonth } from '@/features/owner/use-last-month'
import { usePlanEditor, useWithdrawal } from '@/features/owner/use-plan-editor'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Editor = ReturnType<typeof usePlanEditor>

function Verdict({ page, editor, names }: { page: PlanPage; editor: Editor; names: Names }) {
  const { checked, saving, checking } = editor
  const nameOf = useTierName()
  return (
    <View className="plan-verdict">
      <ActionError error={saving.error} what="草稿没有存上" />
      <ActionError error={checking.error} what="草稿存好了，检查没有通过" />
      {checked &&
        page.draftWarnings.map((warning) => (
          <View key={`${warning.rule}/${warning.tier}`} className="desk-error">
            <Notice kind="warn" icon="warn">
              {warningText(warning, checked.rules.capBps, names, nameOf)}
            </Notice>
          </View>
        ))}
      {checked && (
        <Notice kind="good" icon="shield">
          <Text className="fy-strong">合规检查通过</Text>
          <Text>：两级以内，无入门费，无人头费，总支出不超过实付的 30%。</Text>
        </Notice>
      )}
      {checked && <Replay planId={checked.id} />}
    </View>
  )
}

/** One tap: the result's page opens while the orders of last month are replayed. */
function Replay({ planId }: { planId: string }) {
  const { simulate, busy, error } = useLastMonth(planId)
  return (
    <View className="plan-replay">
      <ActionError error={error} what="没有开始算" />
      <Button wide kind="soft" icon="calc" busy={busy} onTap={() => void simulate()}>
        用上个月的订单算一遍
      </Button>
    </View>
  )
}

function Bar({ editor, hasPlan }: { editor: Editor; hasPlan: boolean }) {
  const { draft, checked, saving, checking } = editor
  if (!draft) {
    return (
      <BottomBar>
        <Button icon="edit" onTap={editor.start}>
          {hasPlan ? '改一版' : '起草第一版'}
        </Button>
      </BottomBar>
    )
  }
  if (!checked) {
    return (
      <BottomBar>
        <Button busy={saving.busy || checking.busy} onTap={() => void editor.check()}>
          存草稿，检查一遍
        </Button>
      </BottomBar>
    )
  }
  const isSimulated = checked.simulationId !== null
  return (
    <BottomBar>
      <Button
        kind={isSimulated ? 'plain' : 'primary'}
        icon="calc"
        onTap={() => openPage(deskPaths.simulate(checked.id))}
      >
        {isSimulated ? '再试算' : '试算'}
      </Button>
      <Button kind={isSimulated ? 'primary' : 'plain'} onTap={editor.askToPublish}>
        发布 {draft.version.trim()}
      </Button>
    </BottomBar>
  )
}

type Picked = Pick<Names, 'skus' | 'campaigns'>
const byId = (named: readonly { id: string; name: string }[]) =>
  Object.fromEntries(named.map(({ id, name }) => [id, name] as const))

function useNames(page: PlanPage | undefined) {
  const [picked, setPicked] = useState<Picked>({ skus: {}, campaigns: {} })
  const names: Names = {
    products: page?.products ?? [],
    categories: page?.categories ?? [],
    skus: { ...byId(page?.skus ?? []), ...picked.skus },
    campaigns: { ...byId(page?.campaigns ?? []), ...picked.campaigns },
  }
  const keep = (scope: 'sku' | 'campaign', id: string, name: string) => {
    const of = scope === 'sku' ? 'skus' : 'campaigns'
    setPicked({ ...picked, [of]: { ...picked[of], [id]: name } })
  }
  return { names, keep }
}

interface EditingProps {
  page: PlanPage
  editor: Editor
  names: Names
  onOverride: (at: number) => void
}

function Editing({ page, editor, names, onOverride }: EditingProps) {
  if (!editor.draft) return null
  return (
    <>
      <View className="fy-section">
        <Text className="fy-mr-8">下一版</Text>
        <StatusTag tone="gold">{editor.isChanged ? '还没存' : '草稿'}</StatusTag>
      </View>
      <PlanSteps stage={editor.stage} />
      <PlanForm
        draft={editor.draft}
        onChange={editor.setDraft}
        faults={editor.faults}
        names={names}
        before={page.inForce?.rules ?? null}
        onOverride={onOverride}
      />
      <MarginPreview rules={previewRulesOf(editor.draft)} />
      <Verdict page={page} editor={editor} names={names} />
    </>
  )
}

export default function PlanPageView() {
  const plan = useResource(() => call('owner.getPlan', {}), { onShow: true })
  const editor = usePlanEditor(plan.data, plan.reload)
  const { withdraw, busyId, error } = useWithdrawal(plan.reload)
  const { names, keep } = useNames(plan.data)
  const isOwner = useIsOwner()
  const [overrideAt, setOverrideAt] = useState<number | null>(null)
  const [opened, setOpened] = useState<PlanVersion | null>(null)
  const { draft, setDraft, isChanged } = editor
  const page = plan.data
  return (
    <EditorPage
      title="佣金方案"
      isChanged={isChanged}
      resource={plan}
      skeleton={<FactBones />}
      overlay={
        <>
          {isOwner && <Bar editor={editor} hasPlan={Boolean(page?.inForce)} />}
          <PublishSheet
            plan={editor.isPublishing ? editor.checked : null}
            publishing={editor.publishing}
            onPublish={(effectiveAt) => void editor.publish(effectiveAt)}
            onClose={editor.closePublishing}
          />
          <OverrideSheet
            at={overrideAt}
            overrides={draft?.overrides ?? []}
            names={names}
            onNamed={keep}
            onChange={(overrides) => draft && setDraft({ ...draft, overrides })}
            onClose={() => setOverrideAt(null)}
          />
          <Sheet
            open={opened !== null}
            title={opened?.rules.version ?? ''}
            onClose={() => setOpened(null)}
          >
            {opened && <PlanSheetContent plan={opened} names={names} />}
          </Sheet>
        </>
      }
    >
      {page && (
        <>
          <InForce plan={page.inForce} names={names} />
          <Scheduled
            plans={page.scheduled}
            onWithdraw={isOwner ? (one) => void withdraw(one) : null}
            onOpen={setOpened}
            busyId={busyId}
          />
          <ActionError error={error} what="没有撤回" />
          {isOwner && (
            <Editing page={page} editor={editor} names={names} onOverride={setOverrideAt} />
          )}
          <History history={page.history} onOpen={setOpened} />
        </>
      )}
    </EditorPage>
  )
}
