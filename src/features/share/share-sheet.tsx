/**
 * The share sheet: card to a friend or a group, 朋友圈, poster, text; says what the share earns.
 * The page that shows it also calls `useShareCards` (same folder), or WeChat would share a card without a code.
 */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { copyText, share as shareCard } from '@/api/platform'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { Bone } from '@/components/skeleton'
import { toast } from '@/components/toast'
import { goTo } from '@/features/distributor/paths'
import { useFreezeDays } from '@/features/distributor/terms'
import { SIGN } from '@/features/recruit/paths'
import { failureOf } from '@/state/failure'
import type { Failure } from '@/state/failure'
import { ShareEarnings } from './share-earnings'
import { SharePoster } from './share-poster'
import { ShareWay } from './share-way'
import { makeShareText } from './share-text'
import { cardOf } from './shares'
import type { Share, ShareTarget } from './shares'
import { GROUP_BUTTON } from './use-share-cards'
import { useShareOffer } from './use-share-offer'
import type { ShareOffer, SharedCampaign, SharedProduct } from './use-share-offer'
import './share-sheet.scss'

interface ShareSheetProps {
  open: boolean
  onClose: () => void
  target: ShareTarget
  /** What the page already knows of the product; without it the sheet asks. */
  product?: SharedProduct
  /** What the page already knows of the campaign. */
  campaign?: SharedCampaign
  /** A way of sharing was tapped; whether WeChat's panel then sent it, nobody is told. */
  onShared?: () => void
}

const isWeapp = process.env.TARO_ENV === 'weapp'

/** In WeChat the tile itself opens the panel; the preview shows the card to its other phones. */
function send(share: Share): void {
  if (!isWeapp) shareCard(cardOf(share))
}

interface ShareWaysProps {
  target: ShareTarget
  offer: ShareOffer
  onPoster: () => void
  onShared?: () => void
  onDone: () => void
}

function ShareWays({ target, offer, onPoster, onShared, onDone }: ShareWaysProps) {
  const [isTimelineTold, setTimelineTold] = useState(false)
  const [copyError, setCopyError] = useState<Failure | null>(null)
  const { friend, group, timeline, product, campaign } = offer
  const sendAndLeave = (share: Share) => {
    send(share)
    onShared?.()
    onDone()
  }
  const copy = async () => {
    setCopyError(null)
    try {
      await copyText(await makeShareText(target, { product, campaign }))
      toast('文案已复制')
    } catch (cause) {
      setCopyError(failureOf(cause))
    }
  }
  return (
    <>
      {/* Above the ways: the sheet grows upward, and what is tapped stays under the finger. */}
      {copyError && (
        <View className="fy-mt-8">
          <Notice kind="bad">文案没有复制成：{copyError.message}</Notice>
        </View>
      )}
      {isTimelineTold && (
        <View className="fy-mt-8">
          <Notice kind="note" icon="moments">
            点右上角 ··· 选“分享到朋友圈”，或者保存海报发出去
          </Notice>
        </View>
      )}
      <View className="share-ways">
        <ShareWay icon="chat" text="微信好友" isCard lead onTap={() => sendAndLeave(friend)} />
        <ShareWay
          icon="team"
          text="微信群"
          isCard
          id={GROUP_BUTTON}
          onTap={() => sendAndLeave(group)}
        />
        <ShareWay
          icon="moments"
          text="朋友圈"
          onTap={() => (isWeapp ? setTimelineTold(true) : sendAndLeave(timeline))}
        />
        <ShareWay icon="poster" text="保存海报" onTap={onPoster} />
        <ShareWay icon="copy" text="复制文案" onTap={() => void copy()} />
      </View>
    </>
  )
}

export function ShareSheet(props: ShareSheetProps) {
  const { open, onClose, target, product, campaign, onShared } = props
  const offer = useShareOffer(target, open, { product, campaign })
  const freezeDays = useFreezeDays()
  const [isPosterOpen, setPosterOpen] = useState(false)
  const { data, error } = offer
  const mustSign = error?.code === 'AGREEMENT_LAPSED'
  const sign = () => {
    onClose()
    goTo(SIGN)
  }
  return (
    <>
      <Sheet
        open={open && !isPosterOpen}
        title={target.kind === 'invitation' ? '请朋友加入' : '分享给朋友'}
        onClose={onClose}
      >
        {data && (
          <ShareEarnings
            earn={data.product?.earn ?? null}
            kind={target.kind}
            freezeDays={freezeDays}
          />
        )}
        {data && (
          <ShareWays
            target={target}
            offer={data}
            onPoster={() => {
              setPosterOpen(true)
              onShared?.()
            }}
            onShared={onShared}
            onDone={onClose}
          />
        )}
        {offer.state === 'loading' && (
          <View>
            <Bone height={64} />
            <Bone height={80} top={16} />
          </View>
        )}
        {offer.state === 'error' && (
          <Notice
            kind="bad"
            actionText={mustSign ? '去签' : '再试一次'}
            onAction={mustSign ? sign : () => void offer.reload()}
          >
            分享还没有准备好：{error?.message}
          </Notice>
        )}
      </Sheet>
      <SharePoster
        open={open && isPosterOpen}
        onClose={() => setPosterOpen(false)}
        target={target}
        price={data?.product ?? null}
        campaign={data?.campaign ?? null}
      />
    </>
  )
}
