/** Sharing a page: what onShareAppMessage and onShareTimeline answer becomes a card the person may send. */
import type { OpenPage } from './open-page'
import type { WxHost } from './wx/define'
import type { Share } from './wx/phone'
import { writeQuery } from './read-urls'

interface Card {
  title?: string
  path?: string
  query?: string
  imageUrl?: string
  promise?: Promise<Card>
}

/** A card's promise is waited for this long, ms; then the card itself is sent. */
const PATIENCE_MS = 3000

export const canShare = (page: OpenPage): boolean => page.has('onShareAppMessage')
/** The timeline needs both handlers. */
export const canShareTimeline = (page: OpenPage): boolean =>
  canShare(page) && page.has('onShareTimeline')

async function finalCard({ promise, ...first }: Card): Promise<Card> {
  if (typeof promise?.then !== 'function') return first
  const late = new Promise<Card>((resolve) => setTimeout(() => resolve({}), PATIENCE_MS))
  const answer = await Promise.race([promise.catch(() => ({})), late])
  return { ...first, ...answer }
}

const pathOf = (route: string, query: string) => (query === '' ? route : `${route}?${query}`)
const appName = (host: WxHost) => String(host.manifest.app.window.navigationBarTitleText ?? '')

/**
 * Asks the page for a card and sends it as the person chooses.
 * @returns null when the page can't be forwarded
 */
export async function shareCard(
  host: WxHost,
  page: OpenPage,
  from: { from: 'button' | 'menu'; target?: unknown },
): Promise<Share | null> {
  if (!canShare(page)) {
    if (from.from === 'button')
      host.tell('platform', `${page.route} has no onShareAppMessage: its share button does nothing`)
    return null
  }
  const card = await finalCard(page.call('onShareAppMessage', from) ?? {})
  const share: Share = {
    kind: 'card',
    title: card.title ?? appName(host),
    path: (card.path ?? pathOf(page.route, writeQuery(page.query))).replace(/^\//, ''),
    imageUrl: card.imageUrl ?? '',
    isSent: false,
    from: from.from,
  }
  return send(host, share)
}

/** 分享到朋友圈: the page itself with another query; null where the page doesn't offer it. */
export async function shareTimeline(host: WxHost, page: OpenPage): Promise<Share | null> {
  if (!canShareTimeline(page)) return null
  const card = await finalCard(page.call('onShareTimeline') ?? {})
  const query = card.query ?? writeQuery(page.query)
  const path = pathOf(page.route, query)
  const title = card.title ?? appName(host)
  const imageUrl = card.imageUrl ?? ''
  return send(host, { kind: 'timeline', title, path, imageUrl, isSent: false, query })
}

async function send(host: WxHost, share: Share): Promise<Share> {
  const choice = host.choices().share
  if (choice === 'ask') {
    const sheet = { kind: 'share', title: '发送给朋友', content: share.title || share.path }
    const answer = await host.shell.ask({ ...sheet, confirmText: '发送', cancelText: '取消' })
    share.isSent = answer.verdict === 'confirm'
  } else share.isSent = choice === 'send'
  host.phone.shares.push(share)
  return share
}

/** The capsule's menu: 转发 and 分享到朋友圈 refuse where the page doesn't offer them. */
export async function openMenu(host: WxHost, page: OpenPage): Promise<void> {
  const items = ['转发给朋友', '分享到朋友圈', '重新进入小程序']
  const answer = await host.shell.ask({ kind: 'menu', title: '', items, cancelText: '取消' })
  if (answer.verdict !== 'item') return
  const isHidden = host.phone.menusHidden.has(page.pageId)
  const refuse = (title: string) =>
    host.shell.showToast({ title, icon: 'none', durationMs: 1500, mask: false })
  if (answer.index === 0) {
    const share = isHidden ? null : await shareCard(host, page, { from: 'menu' })
    if (!share) refuse('当前页面不可转发')
  } else if (answer.index === 1) {
    const share = isHidden ? null : await shareTimeline(host, page)
    if (!share) refuse('当前页面未设置分享到朋友圈')
  } else await host.navigation.reLaunch({ url: `/${host.manifest.pages[0] ?? ''}` })
}
