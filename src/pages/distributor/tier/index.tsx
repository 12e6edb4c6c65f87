/** 等级与权益: what one has reached, what is missing to the next, what every tier brings, and what happened. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { Hero } from '@/components/hero'
import { momentText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SkeletonHero } from '@/components/skeleton/shapes'
import { TierBadge, useTierName } from '@/components/tier'
import { CreditCard } from '@/features/credit/credit-card'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { ChangeList } from '@/features/tier/change-list'
import { FigureRows } from '@/features/tier/figure-rows'
import { TierPath } from '@/features/tier/tier-path'
import {
  bonusText,
  conditionText,
  holdText,
  keepPolicyText,
  keepText,
  perksText,
  progressText,
  wayBps,
} from '@/features/tier/tier-words'
import type { NameOf, OwnTier } from '@/features/tier/tier-words'
import { useResource } from '@/state/use-resource'
import './index.scss'

function Head({ own, nameOf }: { own: OwnTier; nameOf: NameOf }) {
  return (
    <View>
      <View className="fy-row fy-between">
        <View>
          <View className="fy-t-small fy-on-hero-2">你现在是</View>
          <View className="tier-name">{nameOf(own.tier)}</View>
        </View>
        {own.next && (
          <View className="fy-end">
            <View className="tier-share">{Math.floor(wayBps(own.next) / 100)}%</View>
            <View className="fy-t-small fy-on-hero-2">到{nameOf(own.next.tier)}</View>
          </View>
        )}
      </View>
      {own.hold && <View className="fy-t-small fy-on-hero-2">{holdText(own.hold)}</View>}
      <View className="fy-t-small fy-on-hero-2">截至 {momentText(own.asOf)}</View>
      <TierPath tiers={own.tiers.map(({ key }) => key)} own={own.tier} />
    </View>
  )
}

function Next({ own, nameOf }: { own: OwnTier; nameOf: NameOf }) {
  const { next } = own
  const isTop = own.tier === own.tiers.at(-1)?.key
  if (!next) {
    return (
      <Card>
        <View className="fy-t-head">{isTop ? '已经是最高一级' : '已经是能靠业绩到的最高一级'}</View>
        <View className="fy-t-small fy-ink-2 fy-mt-4">
          {isTop ? '保住它就好，下面写着每级带来什么。' : '更高的等级由店主来定。'}
        </View>
      </Card>
    )
  }
  return (
    <Card>
      <View className="fy-t-head">{progressText(next, nameOf(next.tier))}</View>
      <View className="fy-t-small fy-ink-2 fy-mt-4">
        {next.need === 'all' ? '下面全部满足' : '下面任一项满足'}
        ，当下就升，不用等月底。
      </View>
      <View className="tier-asked">
        <FigureRows figures={next.figures} />
      </View>
    </Card>
  )
}

function Offers({ own }: { own: OwnTier }) {
  return (
    <Card>
      {own.tiers.map((tier) => (
        <View key={tier.key} className="tier-offer">
          <View className="fy-row fy-between">
            <TierBadge tier={tier.key} />
            <Text className="fy-t-small">{bonusText(tier.bonusBps)}</Text>
          </View>
          <View className="fy-t-small fy-ink-2 fy-mt-4">
            {tier.conditions.length === 0
              ? tier.key === 'sprout'
                ? '加入就是'
                : '由店主来定'
              : tier.conditions.map(conditionText).join(tier.need === 'all' ? '，并且' : '，或者')}
          </View>
          {perksText(tier) && <View className="fy-t-small fy-mt-4">{perksText(tier)}</View>}
        </View>
      ))}
    </Card>
  )
}

export default function TierPage() {
  const tier = useResource(() => call('distributor.getTier', {}), { onShow: true })
  const changes = usePages((cursor) => call('distributor.listTierChanges', { cursor }))
  const nameOf = useTierName()
  useReachBottom(changes.loadMore)
  const own = tier.data
  return (
    <Page
      title="等级与权益"
      nav="hero"
      bleed
      resource={tier}
      skeleton={<SkeletonHero />}
      errorTitle="等级没有打开"
      reassurance="你的等级没有变动。"
    >
      {own && (
        <>
          <Hero over={<Next own={own} nameOf={nameOf} />}>
            <Head own={own} nameOf={nameOf} />
          </Hero>
          <View className="fy-px fy-mt-8">
            {own.missed > 0 && (
              <Notice kind="warn" icon="warn">
                已经有 {own.missed} 个月没有达到{nameOf(own.tier)}。{keepPolicyText(own.keepPolicy)}
              </Notice>
            )}
            {own.keep && !own.hold && (
              <View className="fy-mt-8">
                <Notice kind="note">{keepText(own.keep, nameOf(own.tier))}</Notice>
              </View>
            )}
            <View className="fy-section">等级和权益</View>
            <Offers own={own} />
            <View className="fy-t-cap fy-ink-3 fy-mt-8">
              {keepPolicyText(own.keepPolicy)}自己买的不算业绩；佣金只来自真实成交。
            </View>
            <View className="fy-section">信用</View>
            <CreditCard credit={own.credit} />
            <View className="fy-section">等级变动</View>
            <Card>
              {changes.rows.length === 0 ? (
                <View className="fy-t-small fy-ink-3">还没有变动。升级的那一刻会记在这里。</View>
              ) : (
                <ChangeList changes={changes.rows} />
              )}
            </Card>
            <View className="tier-foot">
              <ListFoot foot={changes.foot} error={changes.error} loadMore={changes.loadMore} />
            </View>
          </View>
        </>
      )}
    </Page>
  )
}
