/** Versions of the plan besides the draft: the one in force, those to come, and what was before. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { momentText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { StatusTag } from '@/components/tag'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from './paths'
import type { PlanPage, PlanVersion } from './plan-draft'
import { PlanFacts } from './plan-facts'
import { ratesText, versionNote } from './plan-words'
import type { Names } from './plan-words'

export function InForce({ plan, names }: { plan: PlanVersion | null; names: Names }) {
  if (!plan) {
    return (
      <Notice kind="warn">
        还没有发布过方案，现在的订单不计佣。发布第一版后，新订单开始计佣。
      </Notice>
    )
  }
  return (
    <Card>
      <Head plan={plan} tag={<StatusTag tone="good">正在用</StatusTag>} />
      <PlanFacts rules={plan.rules} names={names} />
    </Card>
  )
}

function Head({ plan, tag }: { plan: PlanVersion; tag: ReactNode }) {
  return (
    <View className="fy-row">
      <Text className="plan-version">{plan.rules.version}</Text>
      {tag}
      <Text className="fy-end fy-nowrap fy-t-cap fy-ink-3">
        {plan.effectiveAt !== null && `${momentText(plan.effectiveAt)} 起`}
      </Text>
    </View>
  )
}

interface ScheduledProps {
  plans: readonly PlanVersion[]
  /** Null for whoever may only read. */
  onWithdraw: ((plan: PlanVersion) => void) | null
  onOpen: (plan: PlanVersion) => void
  busyId: string | null
}

export function Scheduled({ plans, onWithdraw, onOpen, busyId }: ScheduledProps) {
  if (plans.length === 0) return null
  return (
    <>
      <Text className="desk-label">将生效的</Text>
      <View className="desk-list">
        {plans.map((plan) => (
          <Card key={plan.id}>
            <Head plan={plan} tag={<StatusTag tone="gold">已发布</StatusTag>} />
            <View className="desk-actions">
              <Button size="small" kind="plain" onTap={() => onOpen(plan)}>
                看内容
              </Button>
              {onWithdraw && (
                <Button
                  size="small"
                  kind="line"
                  busy={busyId === plan.id}
                  onTap={() => onWithdraw(plan)}
                >
                  撤回
                </Button>
              )}
            </View>
          </Card>
        ))}
      </View>
    </>
  )
}

export function History({
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
            note={versionNote(plan)}
            value={<Text className="plan-rates">{ratesText(plan.rules.rateBps)}</Text>}
            onTap={() => onOpen(plan)}
          />
        ))}
      </Card>
    </>
  )
}

/** One version in a sheet, with the way to its simulation. */
export function PlanSheetContent({ plan, names }: { plan: PlanVersion; names: Names }) {
  const { simulationId } = plan
  return (
    <>
      <PlanFacts rules={plan.rules} names={names} />
      {simulationId !== null && (
        <View
          className="desk-link"
          onClick={() => openPage(deskPaths.simulate(plan.id, simulationId))}
        >
          <Text>看发布前的试算</Text>
        </View>
      )}
    </>
  )
}
