/**
 * The privacy contract: with `__usePrivacyCheck__`, an API that touches a person's data waits until it was agreed to,
 * by the app's own dialog (wx.onNeedPrivacyAuthorization and a button agreePrivacyAuthorization) or by WeChat's.
 */
import { wxCalls, WxFailure, type WxHost } from './define'

const CONTRACT = '用户隐私保护指引'
const REFUSED = 'privacy permission is not authorized'

interface Resolution {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (resolve: (resolution: Resolution) => void, info: { referrer: string }) => void

export function needsAgreement(host: WxHost): boolean {
  if (!host.manifest.app.__usePrivacyCheck__) return false
  const { privacy } = host.choices()
  if (privacy === 'agreed') return false
  const permit = host.phone.permits.get('privacy')
  return !(permit?.isAllowed && permit.under === privacy)
}

/** The person tapped the app's own agree button. */
export function agree(host: WxHost): void {
  const under = host.choices().privacy
  if (under !== 'disagree') host.phone.permits.set('privacy', { isAllowed: true, under })
}

async function askWeChats(host: WxHost, referrer: string): Promise<boolean> {
  if (host.choices().privacy === 'disagree') return false
  const answer = await host.shell.ask({
    kind: 'privacy',
    title: `${CONTRACT}提示`,
    content: `在使用当前小程序服务之前，请仔细阅读《${CONTRACT}》。如你同意该指引，请点击“同意”开始使用。`,
    items: [`查看《${CONTRACT}》`],
    confirmText: '同意',
    cancelText: '拒绝',
  })
  if (answer.verdict === 'item') {
    await showContract(host)
    return askWeChats(host, referrer)
  }
  if (answer.verdict === 'confirm') agree(host)
  return answer.verdict === 'confirm'
}

async function askApps(host: WxHost, listener: Listener, referrer: string): Promise<boolean> {
  const resolution = await new Promise<Resolution>((resolve) => {
    const decide = (given: Resolution) => {
      if (given.event !== 'exposureAuthorization') resolve(given)
    }
    try {
      listener(decide, { referrer })
    } catch (error) {
      host.report(error)
      resolve({ event: 'disagree' })
    }
  })
  if (resolution.event === 'disagree') return false
  if (needsAgreement(host)) {
    // WeChat believes only its own button, never the app's word.
    const isWilling = host.choices().privacy !== 'disagree'
    if (isWilling)
      host.tell(
        'platform',
        `${referrer}: 'agree' without a tap on an agreePrivacyAuthorization button`,
      )
    return false
  }
  return true
}

/** Waits for the agreement that `api` needs. @throws WxFailure with errno 104 when it is refused */
export async function awaitAgreement(host: WxHost, api: string): Promise<void> {
  if (!needsAgreement(host)) return
  const listener = host.phone.privacyListener as Listener | null
  const isAgreed = listener ? await askApps(host, listener, api) : await askWeChats(host, api)
  if (!isAgreed) throw new WxFailure(REFUSED, { errno: 104 })
}

async function showContract(host: WxHost): Promise<void> {
  await host.shell.ask({
    kind: 'contract',
    title: CONTRACT,
    content:
      '本指引由小程序开发者提供，说明如何收集、使用、存储和共享你的个人信息，以及你对这些信息的权利。',
    confirmText: '我知道了',
    cancelText: null,
  })
}

export function privacy(host: WxHost): Record<string, unknown> {
  return {
    ...wxCalls({
      getPrivacySetting: () => ({
        needAuthorization: needsAgreement(host),
        privacyContractName: `《${CONTRACT}》`,
      }),
      requirePrivacyAuthorize: () => awaitAgreement(host, 'requirePrivacyAuthorize'),
      openPrivacyContract: () => showContract(host),
    }),
    onNeedPrivacyAuthorization: (listener: Listener) => {
      host.phone.privacyListener = listener
    },
  }
}
