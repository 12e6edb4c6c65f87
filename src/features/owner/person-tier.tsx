/** 等级: what somebody has reached, what is missing, what keeping it asks for, and everything that happened. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { momentText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { PageState } from '@/components/page-state'
import { useTierName } from '@/components/tier'
import { ChangeList } from '@/features/tier/change-list'
import { FigureRows } from '@/features/tier/figure-rows'
import { holdText, keepText, progressText } from '@/features/tier/tier-words'
import { useResource } from '@/state/use-resource'

interface PersonTierProps {
  distributorId: string
  /** Counts what was decided on the page: each asks anew. */
  turn: number
  /** What can be done about it: before all that happened, and there with the rest, so that nothing pushes it away. */
  children?: ReactNode
}

export function PersonTier({ distributorId, turn, children }: PersonTierProps) {
  const nameOf = useTierName()
  const tier = useResource(() => call('owner.getTierOf', { distributorId }), {
    keys: [distributorId, turn],
  })
  const of = tier.data
  return (
    <PageState state={tier.state} error={tier.error} onRetry={() => void tier.reload()}>
      {of && (
        <View className="desk-list">
          {of.hold && (
            <Notice kind="note">
              由{holdText(of.hold)}：{of.hold.reason}
            </Notice>
          )}
          <Card>
            <View className="fy-t-head">{nameOf(of.tier)}</View>
            <View className="fy-t-small fy-ink-2 fy-mt-4">
              {of.next ? progressText(of.next, nameOf(of.next.tier)) : '没有能靠业绩到的更高一级。'}
            </View>
            {of.next && <FigureRows figures={of.next.figures} />}
            {of.keep && (
              <View className="fy-t-small fy-ink-2 fy-mt-8">
                {keepText(of.keep, nameOf(of.tier))}
              </View>
            )}
            <View className="fy-t-cap fy-ink-3 fy-mt-8">截至 {momentText(of.asOf)}</View>
          </Card>
          {children}
          <View className="fy-section">发生过什么</View>
          <Card>
            {of.changes.length === 0 ? (
              <View className="fy-t-small fy-ink-3">等级还没有变过。</View>
            ) : (
              <ChangeList changes={of.changes} />
            )}
          </Card>
        </View>
      )}
    </PageState>
  )
}
