// Where a share leads: the page it opens, as a card's path and as a code's page and scene.
import type { ShareTarget } from '@contract/model/distribution'

const PRODUCT_PAGE = 'pages/trade/product/index'
const HOME_PAGE = 'pages/tabs/home/index'
const RECRUIT_PAGE = 'pages/recruit/apply/index'

const PAGES = { product: PRODUCT_PAGE, shop: HOME_PAGE, invitation: RECRUIT_PAGE } as const

/** For a card: the page with the code as query. */
export function sharePath(target: ShareTarget, shareCode: string): string {
  return target.kind === 'product'
    ? `/${PRODUCT_PAGE}?id=${target.productId}&s=${shareCode}`
    : `/${PAGES[target.kind]}?s=${shareCode}`
}

/** For a mini-program code: 32 characters hold the code alone; the page learns the rest by opening it. */
export function shareScene(
  target: ShareTarget,
  shareCode: string,
): { scene: string; page: string } {
  return {
    scene: `s=${shareCode}`,
    page: PAGES[target.kind],
  }
}
