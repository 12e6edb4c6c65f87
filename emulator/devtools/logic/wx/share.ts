/** What leaves the app: cards from a button or the menu, files, pictures. */
import type { LogicPage } from '../logic-page'
import { toDataUrl } from './bytes'
import { wxCalls, WxFailure, type WxHost } from './define'
import type { Share } from './phone'
import { readFileAt } from './resolve-file'
import { takeParameters } from './take-parameters'

interface Card {
  title?: string
  path?: string
  imageUrl?: string
  query?: string
  promise?: Promise<Card>
}
/** WeChat waits this long for a card's promise, ms; the first card is sent when it takes longer. */
const CARD_PATIENCE_MS = 3000

async function isSent(host: WxHost, title: string, content: string): Promise<boolean> {
  const { share } = host.choices()
  if (share !== 'ask') return share === 'send'
  const answer = await host.shell.ask({
    kind: 'share',
    title: '发送给朋友',
    content: title === '' ? content : title,
    confirmText: '发送',
    cancelText: '取消',
  })
  return answer.verdict === 'confirm'
}

async function finalCard(card: Card): Promise<Card> {
  if (!card.promise) return card
  const late = new Promise<Card>((resolve) => setTimeout(() => resolve({}), CARD_PATIENCE_MS))
  const { promise, ...first } = card
  return { ...first, ...(await Promise.race([promise.catch(() => ({})), late])) }
}

/** Forwards the page as its onShareAppMessage says; null when the page can't be forwarded. */
export async function shareCard(
  host: WxHost,
  page: LogicPage,
  from: { from: 'button' | 'menu'; target?: unknown },
): Promise<Share | null> {
  if (typeof page.instance['onShareAppMessage'] !== 'function') {
    if (from.from === 'button') host.tell('warning', `${page.route} has no onShareAppMessage`)
    return null
  }
  const card = await finalCard((page.call('onShareAppMessage', from) ?? {}))
  const query = new URLSearchParams(page.query).toString()
  const own = query === '' ? page.route : `${page.route}?${query}`
  const share: Share = {
    kind: 'card',
    title: card.title ?? String(host.manifest.app.window.navigationBarTitleText ?? ''),
    path: (card.path ?? own).replace(/^\//, ''),
    imageUrl: card.imageUrl ?? '',
    isSent: false,
  }
  share.isSent = await isSent(host, share.title, share.path)
  host.phone.shares.push(share)
  return share
}

/** 分享到朋友圈: only where the page says so. */
export async function shareTimeline(host: WxHost, page: LogicPage): Promise<Share | null> {
  if (typeof page.instance['onShareTimeline'] !== 'function') return null
  const card = (page.call('onShareTimeline') ?? {}) as Card
  const query = card.query ?? new URLSearchParams(page.query).toString()
  const share: Share = {
    kind: 'timeline',
    title: card.title ?? '',
    path: query === '' ? page.route : `${page.route}?${query}`,
    imageUrl: card.imageUrl ?? '',
    isSent: await isSent(host, card.title ?? '', '分享到朋友圈'),
  }
  host.phone.shares.push(share)
  return share
}

/** The capsule's menu. */
export async function openMenu(host: WxHost): Promise<void> {
  const page = host.topPage()
  const items = ['转发给朋友', '分享到朋友圈', '重新进入小程序']
  const answer = await host.shell.ask({ kind: 'menu', title: '', items, cancelText: '取消' })
  if (answer.verdict !== 'item') return
  if (answer.index === 0) {
    const share = host.phone.menusHidden.has(page.pageId)
      ? null
      : await shareCard(host, page, { from: 'menu' })
    if (!share) showRefusal(host, '当前页面不可转发')
  } else if (answer.index === 1) {
    if (!(await shareTimeline(host, page))) showRefusal(host, '当前页面未设置分享到朋友圈')
  } else {
    await host.navigation.reLaunch({ url: `/${host.manifest.pages[0] ?? ''}` })
  }
}

function showRefusal(host: WxHost, title: string): void {
  host.shell.showToast({ title, icon: 'none', durationMs: 1500, mask: false })
}

async function shareFile(host: WxHost, options: object, kind: 'file' | 'picture'): Promise<void> {
  const { filePath, fileName } = takeParameters(options, {
    filePath: 'String',
    fileName: 'String?',
  })
  const data = await readFileAt(host, filePath)
  const title = fileName ?? filePath.split('/').at(-1) ?? ''
  const share: Share = {
    kind,
    title,
    path: filePath,
    imageUrl: '',
    dataUrl: toDataUrl(data),
    isSent: await isSent(host, title, filePath),
  }
  host.phone.shares.push(share)
  if (!share.isSent) throw new WxFailure('cancel')
}

export function share(host: WxHost): Record<string, unknown> {
  return wxCalls({
    showShareMenu: () => void host.phone.menusHidden.delete(host.topPage().pageId),
    hideShareMenu: () => void host.phone.menusHidden.add(host.topPage().pageId),
    updateShareMenu: () => undefined,
    shareFileMessage: (options) => shareFile(host, options, 'file'),
    showShareImageMenu: (options) => {
      const { path } = takeParameters(options, { path: 'String' })
      return shareFile(host, { filePath: path }, 'picture')
    },
    getShareInfo: () => {
      throw new WxFailure('invalid shareTicket')
    },
  })
}
