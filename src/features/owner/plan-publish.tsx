/** 发布: from when a plan version counts, what it will do, and whether it was simulated. */
import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { DAY_MS } from '@contract/time'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Segment } from '@/components/segment'
import { Sheet } from '@/components/sheet'
import { openPage } from '@/features/mall/open-page'
import { fullMomentText, momentText, onText } from '@/components/moment/format'
import type { ActionHandle } from '@/api/use-action'
import { ActionError } from './action-error'
import { deskPaths } from './paths'
import type { PlanVersion } from './plan-draft'
import { atShanghai } from './plan-words'
import { serverNow } from '@/api/clock'

type When = 'now' | 'later'
const whens: readonly { key: When; text: string }[] = [
  { key: 'now', text: '现在起' },
  { key: 'later', text: '定个时间' },
]

interface PublishSheetProps {
  /** null = closed. */
  plan: PlanVersion | null
  publishing: ActionHandle<'owner.publishPlan'>
  onPublish: (effectiveAt: number | undefined) => void
  onClose: () => void
}

/** The next midnight in Shanghai: when a plan usually begins. */
const midnight = (now: number) => `${fullMomentText(now + DAY_MS).slice(0, 10)} 00:00`

export function PublishSheet({ plan, publishing, onPublish, onClose }: PublishSheetProps) {
  const [when, setWhen] = useState<When>('now')
  const [moment, setMoment] = useState(() => midnight(serverNow()))
  const [day = '', time = ''] = moment.split(' ')
  const effectiveAt = when === 'now' ? undefined : atShanghai(moment)
  const isPast = effectiveAt !== undefined && effectiveAt <= serverNow()
  const from = effectiveAt === undefined ? '现在' : `${momentText(effectiveAt)} `
  return (
    <Sheet
      open={plan !== null}
      title={`发布 ${plan?.rules.version ?? ''}`}
      onClose={onClose}
      footer={
        <Button
          wide
          busy={publishing.busy}
          disabledReason={isPast ? '这个时间已经过了' : null}
          onTap={() => onPublish(effectiveAt)}
        >
          发布，{from}起生效
        </Button>
      }
    >
      <Segment items={whens} value={when} onChange={setWhen} />
      {when === 'later' && (
        <View className="target-moment plan-when">
          <Picker
            mode="date"
            className="fy-grow"
            value={day}
            onChange={(event) => setMoment(`${event.detail.value} ${time}`)}
            {...aria('生效日期')}
          >
            <View className="fy-field-box">{onText(day)}</View>
          </Picker>
          <Picker
            mode="time"
            className="target-time"
            value={time}
            onChange={(event) => setMoment(`${day} ${event.detail.value}`)}
            {...aria('生效时间')}
          >
            <View className="fy-field-box">{time}</View>
          </Picker>
        </View>
      )}
      <Text className="plan-says">
        {from}起下的新订单按这版算，已下的单不变。
        {when === 'now' ? '发布后不能改，只能再出一版。' : '生效前可以撤回，生效后只能再出一版。'}
      </Text>
      <Simulated plan={plan} />
      <ActionError error={publishing.error} what="没有发布" />
    </Sheet>
  )
}

function Simulated({ plan }: { plan: PlanVersion | null }) {
  if (!plan) return null
  const id = plan.simulationId
  if (id === null) {
    return (
      <Notice
        kind="warn"
        icon="calc"
        actionText="去试算"
        onAction={() => openPage(deskPaths.simulate(plan.id))}
      >
        这一版还没试算过，不知道会多付还是少付。
      </Notice>
    )
  }
  return (
    <Notice
      kind="good"
      icon="calc"
      actionText="看结果"
      onAction={() => openPage(deskPaths.simulate(plan.id, id))}
    >
      这一版用真实订单试算过。
    </Notice>
  )
}
