/** 分销中心: what can be withdrawn, today, the tools, and what is worth sharing. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { Hero } from '@/components/hero'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { SigningNotice } from '@/features/recruit/signing-notice'
import { WelcomeCard } from '@/features/recruit/welcome-card'
import { ShareSheet } from '@/features/share/share-sheet'
import type { ShareTarget } from '@/features/share/shares'
import { useShareCards } from '@/features/share/use-share-cards'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import { CentreHero } from './centre-hero'
import { CentreSkeleton } from './centre-skeleton'
import { goTo, WALLET } from './paths'
import { SuggestionList } from './suggestion-list'
import { TodayCard } from './today-card'
import { ToolGrid } from './tool-grid'

const SHOP: ShareTarget = { kind: 'shop' }
const INVITATION: ShareTarget = { kind: 'invitation' }

export function Centre() {
  const centre = useResource(() => call('distributor.getCentre', {}), { onShow: true })
  const shopName = useSession((state) => state.session?.shop.name ?? '')
  const [target, setTarget] = useState<ShareTarget>(SHOP)
  const [isSharing, setSharing] = useState(false)
  useShareCards(target, () => ({ title: shopName, path: '/pages/tabs/home/index' }))
  const share = (what: ShareTarget) => {
    setTarget(what)
    setSharing(true)
  }
  const { data } = centre
  return (
    <Page
      title="分销中心"
      tab
      nav="hero"
      bleed
      resource={centre}
      skeleton={<CentreSkeleton />}
      errorTitle="分销中心没有打开"
      reassurance="你的钱都在账上，没有变动。"
      overlay={<ShareSheet open={isSharing} onClose={() => setSharing(false)} target={target} />}
    >
      {data && (
        <>
          <Hero over={<TodayCard today={data.today} asOf={data.asOf} />}>
            <CentreHero centre={data} isStale={centre.staleAt !== undefined} />
          </Hero>
          <View className="fy-px fy-mt-8">
            {data.wallet.clawbackFen > 0 && (
              <View className="dist-debt">
                <Notice kind="warn" icon="warn" actionText="看看" onAction={() => goTo(WALLET)}>
                  有 {formatFen(data.wallet.clawbackFen)} 欠款，之后到账的佣金会先抵扣
                </Notice>
              </View>
            )}
            <SigningNotice />
            <WelcomeCard />
            <ToolGrid onShareShop={() => share(SHOP)} onInvite={() => share(INVITATION)} />
            <SuggestionList
              suggestions={data.suggestions}
              onShare={(productId) => share({ kind: 'product', productId })}
            />
          </View>
        </>
      )}
    </Page>
  )
}
