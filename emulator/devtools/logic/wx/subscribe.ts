/** wx.requestSubscribeMessage: once for each tap (or payment), three templates at most. */
import { askWeChat } from './ask-wechat'
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

const MAX_TEMPLATES = 3

export function subscribe(host: WxHost): Record<string, unknown> {
  const request = async (options: object): Promise<object> => {
    const { tmplIds } = takeParameters(options, { tmplIds: 'Array' })
    if (tmplIds.length === 0 || tmplIds.length > MAX_TEMPLATES) {
      throw new WxFailure('Templates count out of max bounds', { errCode: 20003 })
    }
    if (host.phone.tappedPageId !== host.topPage().pageId) {
      throw new WxFailure('can only be invoked by user TAP gesture.', { errCode: 20001 })
    }
    host.phone.tappedPageId = null
    const choice = host.choices().subscribe
    if (choice === 'off') {
      throw new WxFailure('The main switch is switched off', { errCode: 20004 })
    }
    let verdict: 'accept' | 'reject' = choice === 'reject' ? 'reject' : 'accept'
    if (choice === 'ask') {
      const answer = await host.shell.ask({
        kind: 'subscribe',
        title: '发送以下消息',
        items: tmplIds.map(String),
        confirmText: '允许',
        cancelText: '拒绝',
      })
      verdict = answer.verdict === 'confirm' ? 'accept' : 'reject'
    }
    return askWeChat(host, 'subscribe', { tmplIds, verdict })
  }
  return wxCalls({ requestSubscribeMessage: request })
}
