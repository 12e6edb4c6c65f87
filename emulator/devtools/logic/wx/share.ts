/** What leaves the app besides cards: files and pictures; and whether the menu offers cards. */
import { toDataUrl } from './bytes'
import { wxCalls, WxFailure, type WxHost } from './define'
import type { Share } from './phone'
import { readFileAt } from './resolve-file'
import { takeParameters } from './take-parameters'

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
