/** 分销中心: what was earned and can be withdrawn, what to promote, then the tools in the order people know. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Api } from '@/api/call'
import { Hero } from '@/components/hero'
import { Icon } from '@/components/icon'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SkeletonHero } from '@/components/skeleton/shapes'
import { SigningNotice } from '@/features/recruit/signing-notice'
import { WelcomeCard } from '@/features/recruit/welcome-card'
import { ShareSheet } from '@/features/share/share-sheet'
import type { ShareTarget } from '@/features/share/shares'
import { useShareCards } from '@/features/share/use-share-cards'
import { NudgeCard } from '@/features/team/nudge-card'
import { NewsCard } from '@/features/tier/news-card'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import { CentreHero } from './centre-hero'
import { EarningsCard } from './earnings-card'
import { GoodsList } from './goods-list'
import { loadCentre } from './load-centre'
import { DISPUTES_HELD, goTo, GOODS, WALLET } from './paths'
import { TierCard } from './tier-card'
import { ToolGrid } from './tool-grid'

const SHOP: ShareTarget = { kind: 'shop' }
const INVITATION: ShareTarget = { kind: 'invitation' }

interface PromoteProps {
  goods: Api['distributor.getCentre']['output']['suggestions']
  onShare: (productId: string) => void
}

function Promote({ goods, onShare }: PromoteProps) {
  if (goods.length === 0) return null
  return (
    <View className="dist-promote">
      <View className="fy-section">
        <Text>推广商品</Text>
        <View className="fy-section-more" onClick={() => goTo(GOODS)}>
          <Text>全部</Text>
          <Icon name="chev" size={16} />
        </View>
      </View>
      <GoodsList goods={goods} onShare={onShare} />
    </View>
  )
}

/** What the person should know before anything else: a debt, and claims to their customers. */
function Reminders({ centre }: { centre: Api['distributor.getCentre']['output'] }) {
  const { wallet, disputesToAnswer } = centre
  return (
    <>
      {wallet.clawbackFen > 0 && (
        <View className="dist-debt">
          <Notice kind="warn" icon="warn" actionText="看看" onAction={() => goTo(WALLET)}>
            有 {formatFen(wallet.clawbackFen)} 欠款，之后到账的佣金会先抵扣
          </Notice>
        </View>
      )}
      {disputesToAnswer > 0 && (
        <View className="dist-debt">
          <Notice kind="warn" icon="chat" actionText="去回应" onAction={() => goTo(DISPUTES_HELD)}>
            有 {disputesToAnswer} 件顾客归属等你回应
          </Notice>
        </View>
      )}
    </>
  )
}

export function Centre() {
  const centre = useResource(loadCentre, { onShow: true })
  const shopName = useSession((state) => state.session?.shop.name ?? '')
  const [target, setTarget] = useState<ShareTarget>(SHOP)
  const [isSharing, setSharing] = useState(false)
  useShareCards(target, () => ({ title: shopName, path: '/pages/tabs/home/index' }))
  const share = (what: ShareTarget) => {
    setTarget(what)
    setSharing(true)
  }
  const data = centre.data?.centre
  const { agreement, welcome, nudges } = centre.data ?? {}
  return (
    <Page
      title="分销中心"
      tab
      nav="hero"
      bleed
      resource={centre}
      skeleton={<SkeletonHero />}
      errorTitle="分销中心没有打开"
      reassurance="你的钱都在账上，没有变动。"
      overlay={<ShareSheet open={isSharing} onClose={() => setSharing(false)} target={target} />}
    >
      {data && (
        <>
          <Hero over={<EarningsCard today={data.today} asOf={data.asOf} days={data.days} />}>
            <CentreHero
              centre={data}
              isStale={centre.staleAt !== undefined}
              onInvite={() => share(INVITATION)}
            />
          </Hero>
          <View className="fy-px fy-mt-8">
            {data.tierNews && <NewsCard news={data.tierNews} onClosed={centre.reload} />}
            <Reminders centre={data} />
            {agreement && <SigningNotice agreement={agreement} />}
            {welcome && <WelcomeCard tasks={welcome.tasks} onTicked={centre.reload} />}
            {nudges && <NudgeCard nudges={nudges} onAnswered={centre.reload} />}
            <Promote
              goods={data.suggestions}
              onShare={(productId) => share({ kind: 'product', productId })}
            />
            <ToolGrid onPoster={() => share(SHOP)} onInvite={() => share(INVITATION)} />
            <TierCard />
          </View>
        </>
      )}
    </Page>
  )
}
