/** 试算: a plan replayed over the shop's own orders: what it would cost, who gains, who loses, before it is out. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { aria } from '@/components/aria'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { formatCount } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { PageState } from '@/components/page-state'
import { Progress as ProgressBar } from '@/components/progress'
import { leavePage, openPage } from '@/features/mall/open-page'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { deskPaths } from '@/features/owner/paths'
import { CostCard, Crossed } from '@/features/owner/simulation-cost'
import { ByProduct, ByRule, ByTierAndLevel, WhoChanges } from '@/features/owner/simulation-result'
import { RecentSimulations, SimulationSetup } from '@/features/owner/simulation-setup'
import {
  askedMissing,
  daysText,
  inputOfAsked,
  progressText,
  startAsked,
} from '@/features/owner/simulation-words'
import type {
  Asked,
  Progress,
  Result,
  Simulated,
  Simulator,
} from '@/features/owner/simulation-words'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { useSimulation } from '@/features/owner/use-simulation'
import { useDraft } from '@/state/use-draft'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Running = ReturnType<typeof useSimulation>

function Going({ progress, running }: { progress: Progress; running: Running }) {
  const { failure, goOn } = running
  return (
    <Card>
      <Text className="fy-t-head fy-strong">正在算</Text>
      <View className="fy-mt-12">
        <ProgressBar
          kind="part"
          now={progress.ordersDone}
          goal={Math.max(1, progress.ordersTotal)}
          left={progressText(progress)}
        />
      </View>
      <Text className="sim-hint">可以先离开，后台会接着算，算好了在这一页看。</Text>
      {failure && (
        <Notice kind="bad" actionText="接着算" onAction={goOn}>
          停在这里了：{failure.message}
        </Notice>
      )}
    </Card>
  )
}

function Done({ simulated, result }: { simulated: Simulated; result: Result }) {
  if (result.orders === 0) {
    return <Notice kind="note">这些天没有付过款的订单，没有可算的。换一段时间再试。</Notice>
  }
  return (
    <View className="desk-list">
      <CostCard simulated={simulated} result={result} />
      <Crossed simulated={simulated} result={result} />
      <ByTierAndLevel result={result} />
      <WhoChanges result={result} />
      <ByRule result={result} />
      <ByProduct result={result} />
      <View className="desk-foot">试算与发放用同一套算法。这里没改任何真实订单。</View>
    </View>
  )
}

interface ShownProps {
  simulated: Simulated
  running: Running
  onBack: () => void
}

function Shown({ simulated, running, onBack }: ShownProps) {
  const { from, to, result, status, isCurrent, version } = simulated
  const progress = running.progress ?? simulated
  return (
    <>
      <View className="sim-head">
        <Text className="fy-grow">
          {`${daysText(from, to)}的 ${formatCount(progress.ordersTotal)} 单，用 ${version} 重算一遍`}
        </Text>
        <View className="sim-again" onClick={onBack} {...aria(undefined, 'button')}>
          <Text>换一段</Text>
        </View>
      </View>
      {!isCurrent && (
        <View className="desk-error">
          <Notice kind="warn" icon="info">
            {version} 后来改过了，这是改之前的结果。
          </Notice>
        </View>
      )}
      {status === 'running' && <Going progress={progress} running={running} />}
      {status === 'failed' && (
        <Notice kind="bad" actionText="换一段" onAction={onBack}>
          有一笔订单算不出来，这次试算停下了。真实的订单和佣金没有动。
        </Notice>
      )}
      {result && <Done simulated={simulated} result={result} />}
    </>
  )
}

/** Which simulation is looked at: of the address, just begun, or tapped; null = the form. */
function useShown(first: string | undefined) {
  const [shown, setShown] = useState<string | null>(first ?? null)
  const isOwner = useIsOwner()
  const starting = useAction('owner.simulatePlan')
  const begin = async (asked: Asked, today: string) => {
    const input = inputOfAsked(asked, today)
    const begun = input && (await starting.run(input))
    if (begun) setShown(begun.id)
  }
  return { shown, setShown, begin, starting, isOwner, running: useSimulation(shown, isOwner) }
}

function Bar({ simulator, asked, shown }: BarProps) {
  const { data } = shown.running.simulation
  if (shown.shown === null) {
    if (!shown.isOwner || simulator.plans.length === 0) return null
    return (
      <BottomBar>
        <Button
          icon="calc"
          busy={shown.starting.busy}
          disabledReason={askedMissing(asked, simulator.today)}
          onTap={() => void shown.begin(asked, simulator.today)}
        >
          开始试算
        </Button>
      </BottomBar>
    )
  }
  const isDraft = simulator.plans.some(({ id, kind }) => id === data?.planId && kind === 'draft')
  if (!data?.result || !isDraft || !data.isCurrent) return null
  return (
    <BottomBar>
      <Button onTap={() => openPage(deskPaths.plan())}>回方案页，改或发布</Button>
    </BottomBar>
  )
}
interface BarProps {
  simulator: Simulator
  asked: Asked
  shown: ReturnType<typeof useShown>
}

export default function SimulatePage() {
  const { plan, id } = useRouter().params
  const simulator = useResource(() => call('owner.getSimulator', {}), {
    onShow: true,
    isEmpty: ({ plans, recent }) => plans.length + recent.length === 0,
  })
  const shown = useShown(id)
  const page = simulator.data
  const { draft: asked, setDraft: setAsked } = useDraft(page ? startAsked(page, plan) : null)
  const { simulation } = shown.running
  const back = () => {
    shown.setShown(null)
    void simulator.reload()
  }
  return (
    <DeskPage
      title={shown.shown === null ? '试算' : '试算结果'}
      resource={simulator}
      empty={{
        title: '还没有方案可以试算',
        text: '先起草一版佣金方案，再拿真实的订单算一遍。',
        actionText: '去起草',
        onAction: leavePage,
      }}
      overlay={page && asked && <Bar simulator={page} asked={asked} shown={shown} />}
    >
      {page && asked && shown.shown === null && (
        <>
          <View className="sim-lead">
            拿真实的订单按一版方案重算，看要多付还是少付、谁多谁少。不会改任何订单。
          </View>
          <ActionError error={shown.starting.error} what="没有开始算" />
          {shown.isOwner && <SimulationSetup simulator={page} asked={asked} onChange={setAsked} />}
          <RecentSimulations recent={page.recent} onOpen={shown.setShown} />
        </>
      )}
      {shown.shown !== null && (
        <PageState
          state={simulation.state}
          error={simulation.error}
          onRetry={() => void simulation.reload()}
        >
          {simulation.data && (
            <Shown simulated={simulation.data} running={shown.running} onBack={back} />
          )}
        </PageState>
      )}
    </DeskPage>
  )
}
