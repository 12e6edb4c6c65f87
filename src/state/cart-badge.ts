/** The count at the cart's tab: WeChat takes it only while a tab page is shown, so every tab page says it anew. */
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { useSession } from './session'

const CART_TAB = 3

function showCartBadge(count: number): void {
  const badge =
    count > 0
      ? Taro.setTabBarBadge({ index: CART_TAB, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index: CART_TAB })
  // Left again before WeChat got to it: the next tab page says it.
  badge.catch(() => undefined)
}

/** @param isTabShown a tab page, and on top */
export function useCartBadge(isTabShown: boolean): void {
  const count = useSession((state) => state.cartCount)
  useEffect(() => {
    if (isTabShown) showCartBadge(count)
  }, [isTabShown, count])
}
