/** 活动: opened by id, or by a share alone; one that doesn't run is told warmly and leads to the shop. */
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/page-state'
import { CampaignView } from '@/features/mall/campaign-view'
import { loadCampaign } from '@/features/mall/load-campaign'
import { HOME, openTab, pathOf } from '@/features/mall/open-page'
import { ProductSkeleton } from '@/features/mall/product-skeleton'
import { ShareSheet } from '@/features/share/share-sheet'
import { useCanShare, useShareCards } from '@/features/share/use-share-cards'
import { useNow } from '@/features/trade/use-now'
import { useResource } from '@/state/use-resource'
import './index.scss'

const goHome = { actionText: '去逛逛', onAction: () => openTab(HOME) }

/** The campaign with the server's moment of now; asked again once its beginning or its end has passed. */
function useCampaign(query: Record<string, string>) {
  const found = useResource(() => loadCampaign(query))
  const told = found.data?.kind === 'campaign' ? found.data : null
  const phoneNow = useNow(told !== null)
  const campaign = told?.campaign ?? null
  const now = told ? told.campaign.now + Math.max(0, phoneNow - told.heardAt) : phoneNow
  const turnsAt =
    campaign?.state === 'to-come'
      ? campaign.startAt
      : campaign?.state === 'running'
        ? campaign.endAt
        : Infinity
  const hasTurned = now >= turnsAt
  const { reload } = found
  useEffect(() => {
    if (hasTurned) void reload()
  }, [hasTurned, reload])
  return { found, campaign, now: Math.min(now, turnsAt) }
}

export default function CampaignPage() {
  const query = useRouter().params as Record<string, string>
  const { found, campaign, now } = useCampaign(query)
  const [isSharing, setSharing] = useState(false)
  const canShare = useCanShare()
  const isSharable = campaign !== null && campaign.state !== 'ended'
  const target = isSharable ? ({ kind: 'campaign', campaignId: campaign.id } as const) : null
  useShareCards(target, () => ({
    title: campaign?.title ?? '看看这个活动',
    path: campaign ? pathOf.campaign(campaign.id) : HOME,
    imageUrl: campaign?.picture,
  }))
  return (
    <Page
      title={campaign?.title ?? '活动'}
      bleed={campaign !== null}
      resource={found}
      skeleton={<ProductSkeleton isWide />}
      errorTitle="活动没有打开"
      overlay={
        target &&
        campaign &&
        canShare && (
          <>
            <BottomBar>
              <Button kind="gold" icon="share" onTap={() => setSharing(true)}>
                分享这个活动
              </Button>
            </BottomBar>
            <ShareSheet
              open={isSharing}
              onClose={() => setSharing(false)}
              target={target}
              campaign={campaign}
            />
          </>
        )
      }
    >
      {found.data?.kind === 'expired' && (
        <EmptyState
          title="这个分享打不开了"
          text="可能已经失效。店还开着，茶也都在。"
          {...goHome}
        />
      )}
      {found.data?.kind === 'gone' && (
        <EmptyState title="这个活动现在没有" text={found.data.words} {...goHome} />
      )}
      {campaign && <CampaignView campaign={campaign} now={now} />}
    </Page>
  )
}
