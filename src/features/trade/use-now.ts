/** The moment of now for words like "还剩 23 分钟": renewed twice a minute, and when the page is shown again. */
import { useDidShow } from '@tarojs/taro'
import { useEffect, useReducer } from 'react'
import { serverNow } from '@/api/clock'

/**
 * Read anew at every drawing, as an answer may have set the clock right since the one before.
 * @param isRunning false stops the renewing: nothing on the page waits.
 */
export function useNow(isRunning: boolean): number {
  const [, renew] = useReducer((times: number) => times + 1, 0)
  useDidShow(renew)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(renew, 30_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return serverNow()
}
