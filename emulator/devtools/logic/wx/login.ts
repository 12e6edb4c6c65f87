/** wx.login and checkSession: codes come from the local cloud, for the person who holds the phone. */
import { askWeChat } from './ask-wechat'
import { wxCalls, WxFailure, type WxHost } from './define'

export function login(host: WxHost): Record<string, unknown> {
  const refuse = () => {
    if (host.choices().login === 'fail') throw new WxFailure('system error', { errno: 1 })
  }
  return wxCalls({
    login: async () => {
      refuse()
      const { code } = await askWeChat(host, 'login', {})
      return { code }
    },
    checkSession: () => {
      if (host.choices().login === 'fail') throw new WxFailure('登录态过期')
    },
    getUserInfo: () => ({
      userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: 'zh_CN' },
      rawData: '{}',
    }),
    getUserProfile: () => {
      throw new WxFailure('can only be invoked by user TAP gesture.')
    },
    pluginLogin: () => {
      throw new WxFailure('not in plugin')
    },
  })
}
