/** The moment of now for words like "还剩 23 分钟": renewed each minute, and when the page is shown again. */
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** @param isRunning false stops the clock: nothing on the page waits. */
export function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useDidShow(() => setNow(Date.now()))
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [isRunning])
  return now
}
