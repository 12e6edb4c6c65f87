/** Starts the app: the cloud, the session, and the share it was opened through. */
import Taro, { useLaunch } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { useEffect } from 'react'
import { startPlatform } from '@/api/platform'
import { watchEntries } from '@/state/entry'
import { useSession } from '@/state/session'
import './styles/tokens.css'
import './app.scss'

const CART_TAB = 3

/** The badge only sits on tab pages; elsewhere WeChat refuses, which is no fault. */
function showCartBadge(count: number): void {
  const badge =
    count > 0
      ? Taro.setTabBarBadge({ index: CART_TAB, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index: CART_TAB })
  badge.catch(() => undefined)
}

export default function App({ children }: PropsWithChildren) {
  const cartCount = useSession((state) => state.cartCount)
  useLaunch(() => {
    startPlatform()
    void useSession.getState().refresh()
    watchEntries(() => void useSession.getState().refresh())
  })
  useEffect(() => showCartBadge(cartCount), [cartCount])
  return children
}
