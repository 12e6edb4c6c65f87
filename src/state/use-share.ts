/** Registers what a page shares from WeChat's menu; needs `enableShareAppMessage: true` in its config. */
import { useShareAppMessage } from '@tarojs/taro'
import { share } from '@/api/platform'
import type { ShareCard } from '@/api/platform'

export function useShare(card: () => ShareCard): { shareNow: () => void } {
  useShareAppMessage(() => card())
  return { shareNow: () => share(card()) }
}
