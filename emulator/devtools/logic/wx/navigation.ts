/** Moving between pages, and out of the app. */
import type { LogicPage } from '../logic-page'
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

export function navigation(host: WxHost): Record<string, unknown> {
  const to = (move: 'redirectTo' | 'reLaunch' | 'switchTab') => (options: object) =>
    host.navigation[move](takeParameters(options, { url: 'String' }))
  return {
    ...wxCalls({
      navigateTo: (options) => {
        const { url } = takeParameters(options, { url: 'String' })
        const events = options['events'] as Record<string, (value: unknown) => void> | undefined
        return host.navigation.navigateTo({ url, ...(events ? { events } : {}) })
      },
      redirectTo: to('redirectTo'),
      reLaunch: to('reLaunch'),
      switchTab: to('switchTab'),
      navigateBack: (options) => {
        const { delta } = takeParameters(options, { delta: 'Number?' })
        return host.navigation.navigateBack({ ...(delta === undefined ? {} : { delta }) })
      },
      enableAlertBeforeUnload: (options) => {
        const { message } = takeParameters(options, { message: 'String' })
        host.phone.leaveQuestions.set(host.topPage().pageId, message)
      },
      disableAlertBeforeUnload: () => {
        host.phone.leaveQuestions.delete(host.topPage().pageId)
      },
      navigateToMiniProgram: (options) => leaveFor(host, options),
      openEmbeddedMiniProgram: (options) => leaveFor(host, options),
      navigateBackMiniProgram: () => {
        throw new WxFailure('not from other mini program')
      },
      exitMiniProgram: () => host.fire('AppHide', {}),
    }),
  }
}

async function leaveFor(host: WxHost, options: object): Promise<void> {
  const { appId, shortLink } = takeParameters(options, { appId: 'String?', shortLink: 'String?' })
  if (!appId && !shortLink) throw new WxFailure('invalid appid')
  const answer = await host.shell.ask({
    kind: 'leave',
    title: '即将打开其他小程序',
    content: appId ?? shortLink ?? '',
    confirmText: '允许',
    cancelText: '取消',
  })
  if (answer.verdict !== 'confirm') throw new WxFailure('cancel')
  host.tell('warning', `another mini-program (${appId ?? shortLink}) would open here`)
}

/**
 * Whether a person who goes back may leave the page: asks what enableAlertBeforeUnload set. For the navigation
 * bar's button only; wx.navigateBack and a swipe are never held up, as WeChat documents.
 */
export async function mayLeave(host: WxHost, page: LogicPage): Promise<boolean> {
  const message = host.phone.leaveQuestions.get(page.pageId)
  if (message === undefined) return true
  const answer = await host.shell.ask({
    kind: 'modal',
    title: '',
    content: message,
    confirmText: '确定',
    cancelText: '取消',
  })
  return answer.verdict === 'confirm'
}
