/** What a share that opened the home page has to say: who sent it, or, warmly, that it has expired. */
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { openShare, shareCodeOf } from '@/state/entry'
import { openPage, pathOf } from './open-page'

/** A code of a product leads on to that product. */
export function useShopShare(): string | null {
  const { params } = useRouter()
  const code = shareCodeOf({ query: params as Record<string, string> })
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    if (code === null) return
    let isLeft = false
    void openShare(code).then((share) => {
      if (isLeft) return
      if (share?.target.kind === 'product') openPage(pathOf.product(share.target.productId))
      setWords(
        share ? `${share.sharerName} 请你来店里看看` : '这个分享已经失效，店还开着，随便看看',
      )
    })
    return () => {
      isLeft = true
    }
  }, [code])
  return words
}
