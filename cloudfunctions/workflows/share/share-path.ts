// Where a share leads: the page it opens, as a card's path and as a code's page and scene.
import type { ShareTarget } from '@contract/model/distribution'
import { subjectOf } from '../../domain/share/target-key'

const PAGES = {
  product: 'pages/trade/product/index',
  campaign: 'pages/trade/campaign/index',
  shop: 'pages/tabs/home/index',
  invitation: 'pages/recruit/apply/index',
} as const

/** For a card: the page with what it shows, if anything of its own, and the code as query. */
export function sharePath(target: ShareTarget, shareCode: string): string {
  const subject = subjectOf(target)
  const id = subject === '' ? '' : `id=${subject}&`
  return `/${PAGES[target.kind]}?${id}s=${shareCode}`
}

/** For a mini-program code: 32 characters hold the code alone; the page learns the rest by opening it. */
export function shareScene(
  target: ShareTarget,
  shareCode: string,
): { scene: string; page: string } {
  return { scene: `s=${shareCode}`, page: PAGES[target.kind] }
}
