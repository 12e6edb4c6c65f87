/** Buttons with an open-type: what WeChat does, asks or opens, and the event that answers the app. */
import { askWeChat } from '../wx/ask-wechat'
import { fromDataUrl, extensionOf } from '../wx/bytes'
import { WxFailure } from '../wx/define'
import { agree, awaitAgreement } from '../wx/privacy'
import { datasetOf } from '../automator/find-elements'
import { shareCard } from '../share-page'
import { textOf, type Asker } from './open-native'

async function share({ host, page, element }: Asker): Promise<void> {
  const { id, offsetLeft, offsetTop } = element
  const target = { id, dataset: datasetOf(element), offsetLeft, offsetTop }
  await shareCard(host, page, { from: 'button', target })
}

/** The code that the app's server changes for the number; the sheet asks first where the person is asked. */
async function phone(asker: Asker): Promise<void> {
  const { host } = asker
  const openType = textOf(asker, 'openType')
  const answer = (detail: object) => asker.emit(openType.toLowerCase(), detail)
  try {
    await awaitAgreement(host, openType)
    if (!(await mayHavePhone(asker))) throw new WxFailure('user deny')
    const { code } = await askWeChat(host, 'phone-code', {})
    answer({ errMsg: `${openType}:ok`, code, encryptedData: '', iv: '' })
  } catch (error) {
    if (!(error instanceof WxFailure)) throw error
    answer({ errMsg: `${openType}:fail ${error.reason}`, ...error.members })
  }
}

async function mayHavePhone({ host }: Asker): Promise<boolean> {
  const choice = host.choices().phone
  if (choice !== 'ask') return choice === 'allow'
  const me = host.ask('wechat', { route: 'me', body: {} })
  const { phone: number } = await me.catch((): Record<string, unknown> => ({}))
  const hidden = typeof number === 'string' ? number.replace(/^(\d{3})\d{4}/, '$1****') : ''
  const content = hidden === '' ? '微信绑定号码' : `${hidden} 微信绑定号码`
  const sheet = { kind: 'phone', content, title: '申请获取并验证你的手机号', confirmText: '允许' }
  const answer = await host.shell.ask({ ...sheet, cancelText: '不允许' })
  return answer.verdict === 'confirm'
}

/** A picture the person chose, as a temporary file; closing the sheet tells nobody. */
async function avatar(asker: Asker): Promise<void> {
  const { host } = asker
  const picture = host.choices().avatar
  try {
    await awaitAgreement(host, 'chooseAvatar')
  } catch (error) {
    if (!(error instanceof WxFailure)) throw error
    return
  }
  if (picture === null) return
  const address = picture.startsWith('data:') ? picture : `data:image/png;base64,${picture}`
  const { bytes, type } = fromDataUrl(address)
  const avatarUrl = host.phone.files.addTemporary(bytes, type, extensionOf(type))
  asker.emit('chooseavatar', { avatarUrl })
}

function agreePrivacy(asker: Asker): void {
  if (asker.host.choices().privacy === 'disagree') return
  agree(asker.host)
  asker.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
}

async function settings(asker: Asker): Promise<void> {
  const { host } = asker
  await awaitAgreement(host, 'openSetting').catch(() => undefined)
  const open = asker.page.wx()['openSetting'] as (options: object) => Promise<object>
  const result = await open({})
  asker.emit('opensetting', { ...result, errMsg: 'openSetting:ok' })
}

/** Customer service and feedback are WeChat's own pages: here a sheet that can be closed. */
async function leave(asker: Asker, title: string, event: string | null): Promise<void> {
  const sheet = { kind: 'leave', title, content: textOf(asker, 'sessionFrom') }
  await asker.host.shell.ask({ ...sheet, confirmText: '返回', cancelText: null })
  if (event) asker.emit(event, { errMsg: 'enterContact:ok', path: '', query: {} })
}

const OPEN_TYPES: Readonly<Record<string, (asker: Asker) => Promise<void> | void>> = {
  share,
  getPhoneNumber: phone,
  getRealtimePhoneNumber: phone,
  chooseAvatar: avatar,
  agreePrivacyAuthorization: agreePrivacy,
  openSetting: settings,
  contact: (asker) => leave(asker, '客服会话', 'contact'),
  feedback: (asker) => leave(asker, '反馈与投诉', null),
  getUserInfo: (asker) =>
    asker.emit('getuserinfo', {
      errMsg: 'getUserInfo:ok',
      userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: 'zh_CN' },
    }),
}

/** `agreePrivacyAuthorization` may be joined to another: `getPhoneNumber|agreePrivacyAuthorization`. */
export async function pressButton(asker: Asker): Promise<void> {
  const names = textOf(asker, 'openType').split('|')
  const ordered = names.sort((one) => (one === 'agreePrivacyAuthorization' ? -1 : 1))
  for (const name of ordered) {
    const open = OPEN_TYPES[name]
    if (open) await open({ ...asker, properties: { ...asker.properties, openType: name } })
    else asker.host.tell('unknown-call', `button open-type="${name}" is not provided by this host`)
  }
}
