/** 佣金方案: the version in force, the draft of the next one, its check and publication, and what came before. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { StatusTag } from '@/components/tag'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { GuardedNav, guardedNav, useLeaveGuard } from '@/features/owner/leave-guard'
import { OverrideSheet } from '@/features/owner/override-sheet'
import type { PlanPage, PlanVersion } from '@/features/owner/plan-draft'
import { PlanFacts } from '@/features/owner/plan-facts'
import { PlanForm } from '@/features/owner/plan-form'
import { ratesText, warningText } from '@/features/owner/plan-words'
import type { Names } from '@/features/owner/plan-words'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { usePlanEditor } from '@/features/owner/use-plan-editor'
import { momentText } from '@/components/moment/format'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Editor = ReturnType<typeof usePlanEditor>

function InForce({ plan, names }: { plan: PlanVersion | null; names: Names }) {
  if (!plan) {
    return (
      <Notice kind="warn">
        还没有发布过方案，现在的订单不计佣。发布第一版后，新订单开始计佣。
      </Notice>
    )
  }
  return (
    <Card>
      <View className="fy-row">
        <Text className="plan-version">{plan.rules.version}</Text>
        <StatusTag tone="good">正在用</StatusTag>
        <Text className="fy-end fy-t-cap fy-ink-3">
          {plan.publishedAt !== null && `${momentText(plan.publishedAt)} 起`}
        </Text>
      </View>
      <PlanFacts rules={plan.rules} names={names} />
    </Card>
  )
}

function Verdict({ editor, names }: { editor: Editor; names: Names }) {
  const { checked, saving, publishing } = editor
  return (
    <View className="plan-verdict">
      <ActionError error={saving.error} what="草稿没有存上" />
      <ActionError error={publishing.error} what="没有发布" />
      {checked?.warnings.map((warning) => (
        <View key={`${warning.rule}/${warning.tier}`} className="desk-error">
          <Notice kind="warn" icon="warn">
            {warningText(warning, checked.capBps, names)}
          </Notice>
        </View>
      ))}
      {checked && (
        <Notice kind="good" icon="shield">
          <Text className="fy-strong">合规检查通过</Text>
          <Text>：两级以内，无入门费，无人头费，总支出不超过实付的 30%。</Text>
        </Notice>
      )}
    </View>
  )
}

function History({
  history,
  onOpen,
}: Pick<PlanPage, 'history'> & { onOpen: (plan: PlanVersion) => void }) {
  if (history.length === 0) return null
  return (
    <>
      <Text className="desk-label">用过的</Text>
      <Card flush>
        {history.map((plan) => (
          <ListRow
            key={plan.id}
            title={plan.rules.version}
            note={plan.publishedAt === null ? undefined : `${momentText(plan.publishedAt)} 发布`}
            value={<Text className="plan-rates">{ratesText(plan.rules.rateBps)}</Text>}
            onTap={() => onOpen(plan)}
          />
        ))}
      </Card>
    </>
  )
}

function Bar({ editor, hasPlan }: { editor: Editor; hasPlan: boolean }) {
  const { draft, checked, saving, publishing } = editor
  if (!draft) {
    return (
      <BottomBar>
        <Button icon="edit" onTap={editor.start}>
          {hasPlan ? '改一版' : '起草第一版'}
        </Button>
      </BottomBar>
    )
  }
  return (
    <BottomBar>
      {checked ? (
        <Button busy={publishing.busy} onTap={() => void editor.publish()}>
          发布 {draft.version.trim()}
        </Button>
      ) : (
        <Button busy={saving.busy} onTap={() => void editor.check()}>
          存草稿，检查一遍
        </Button>
      )}
    </BottomBar>
  )
}

function useNames(page: PlanPage | undefined) {
  const [skus, setSkus] = useState<Readonly<Record<string, string>>>({})
  const names: Names = {
    products: page?.products ?? [],
    categories: page?.categories ?? [],
    skus,
  }
  return { names, nameSku: (id: string, name: string) => setSkus({ ...skus, [id]: name }) }
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
      <PlanForm
        draft={editor.draft}
        onChange={editor.setDraft}
        faults={editor.faults}
        names={names}
        before={page.inForce?.rules ?? null}
        onOverride={onOverride}
      />
      <Verdict editor={editor} names={names} />
    </>
  )
}

export default function PlanPageView() {
  const plan = useResource(() => call('owner.getPlan', {}))
  const editor = usePlanEditor(plan.data, plan.reload)
  const { names, nameSku } = useNames(plan.data)
  const isOwner = useIsOwner()
  const [overrideAt, setOverrideAt] = useState<number | null>(null)
  const [past, setPast] = useState<PlanVersion | null>(null)
  const { draft, setDraft, isChanged } = editor
  useLeaveGuard(isChanged)
  const page = plan.data
  return (
    <DeskPage
      title="佣金方案"
      nav={guardedNav}
      bar={<GuardedNav title="佣金方案" isChanged={isChanged} />}
      resource={plan}
      overlay={
        <>
          {isOwner && <Bar editor={editor} hasPlan={Boolean(page?.inForce)} />}
          <OverrideSheet
            at={overrideAt}
            overrides={draft?.overrides ?? []}
            names={names}
            onSkuNamed={nameSku}
            onChange={(overrides) => draft && setDraft({ ...draft, overrides })}
            onClose={() => setOverrideAt(null)}
          />
          <Sheet
            open={past !== null}
            title={past?.rules.version ?? ''}
            onClose={() => setPast(null)}
          >
            {past && <PlanFacts rules={past.rules} names={names} />}
          </Sheet>
        </>
      }
    >
      {page && (
        <>
          <InForce plan={page.inForce} names={names} />
          {isOwner && (
            <Editing page={page} editor={editor} names={names} onOverride={setOverrideAt} />
          )}
          <History history={page.history} onOpen={setPast} />
        </>
      )}
    </DeskPage>
  )
}
