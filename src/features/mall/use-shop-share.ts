/** What a share that opened the home page has to say: who sent it, or, warmly, that it leads nowhere any more. */
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { openShare, shareCodeOf, useEntered } from '@/state/entry'
import type { OpenedShare } from '@/state/entry'
import { goneText } from './campaign-words'
import { HOME, openPage, pathOf } from './open-page'

const RECRUIT = '/pages/recruit/apply/index'

function wordsOf(share: OpenedShare | null): string {
  if (!share) return '这个分享已经失效，店还开着，随便看看'
  if (share.isTargetGone) return `${share.sharerName} 分享的${goneText(share)}`
  return `${share.sharerName} 请你来店里看看`
}

/** A code of goods leads on to them, an invitation's to the recruit page. A warm start's code is newer. */
export function useShopShare(): string | null {
  const { params } = useRouter()
  const entered = useEntered()
  const isHere = entered.code !== null && `/${entered.path}` === HOME
  const code = isHere ? entered.code : shareCodeOf({ query: params as Record<string, string> })
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    if (code === null) return
    let isLeft = false
    void openShare(code).then((share) => {
      if (isLeft) return
      if (share?.target.kind === 'product') openPage(pathOf.product(share.target.productId))
      if (share?.target.kind === 'campaign') openPage(pathOf.campaign(share.target.campaignId))
      if (share?.target.kind === 'invitation') openPage(RECRUIT)
      setWords(wordsOf(share))
    })
    return () => {
      isLeft = true
    }
  }, [code])
  return words
}
