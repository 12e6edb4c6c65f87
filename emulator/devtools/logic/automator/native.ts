/** Tool.native: WeChat's own sheets and bars, as if the person had tapped. */
import type { RunningApp } from '../running-app'
import { settle, textOf, type Handlers, type Params } from './answer'

type Native = (running: RunningApp, params: Params) => unknown

/** @throws Error when the sheet that is open is another, or none is */
const answer =
  (verdict: 'confirm' | 'cancel', ...kinds: string[]): Native =>
  ({ shell }) => {
    const sheet = shell.openSheet()
    if (!sheet) throw new Error(`no sheet is open to ${verdict}`)
    if (kinds.length > 0 && !kinds.includes(sheet.kind))
      throw new Error(`the sheet that is open is of kind ${sheet.kind}, not ${kinds.join(' or ')}`)
    shell.answerSheet({ verdict })
  }

const ASKING = ['permission', 'privacy', 'subscribe', 'phone', 'location', 'avatar']

const NATIVE: Readonly<Record<string, Native>> = {
  confirmModal: answer('confirm'),
  cancelModal: answer('cancel'),
  authorizeAllow: answer('confirm', ...ASKING),
  authorizeCancel: answer('cancel', ...ASKING),
  closePaymentDialog: answer('cancel', 'payment', 'transfer'),
  shareConfirm: answer('confirm', 'share'),
  shareCancel: answer('cancel', 'share'),
  goHome: ({ router, manifest }) => router.reLaunch({ url: `/${manifest.pages[0] ?? ''}` }),
  navigateLeft: ({ router }) => router.navigateBack({}),
  switchTab: ({ router }, { data }) => {
    const url = (data as { url?: unknown } | null)?.url
    if (typeof url !== 'string') throw new Error('switchTab needs data { url }')
    return router.switchTab({ url })
  },
}

export const nativeHandlers = (running: RunningApp): Handlers => ({
  'Tool.native': async (params) => {
    const method = textOf(params, 'method')
    const native = NATIVE[method]
    if (!native) throw new Error(`native.${method} not exists`)
    await native(running, params)
    await settle(running)
  },
})
