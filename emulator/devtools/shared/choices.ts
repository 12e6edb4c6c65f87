/** A video of the phone's album, with the picture that WeChat takes from it. */
export interface ChosenVideo {
  /** Both as data addresses. */
  video: string
  cover: string
  /** Seconds. */
  duration: number
  width: number
  height: number
}

/**
 * What the person holding the phone does when WeChat asks. `ask` draws WeChat's own sheet and waits for a tap on it
 * (a real one, Tool.native, or Host.answer); everything else is done at once. A test sets it with Host.choose.
 */
export interface Choices {
  /** wx.requestPayment. `fail` is a refusal by the bank, `lost` a payment whose answer never reached the app. */
  payment: 'ask' | 'pay' | 'cancel' | 'fail' | 'lost'
  /** wx.requestMerchantTransfer. */
  transfer: 'ask' | 'confirm' | 'cancel'
  /** wx.requestSubscribeMessage, for every template asked. `off` is the main switch turned off (20004). */
  subscribe: 'ask' | 'accept' | 'reject' | 'off'
  /** The privacy contract, where the app declares `__usePrivacyCheck__`. `agreed` was agreed to before. */
  privacy: 'ask' | 'agreed' | 'disagree'
  /** Permissions by scope (scope.writePhotosAlbum …): `ask` shows the sheet at first use. */
  permissions: Record<string, 'ask' | 'allow' | 'deny'>
  /** Button open-type getPhoneNumber. */
  phone: 'ask' | 'allow' | 'deny'
  /** Button open-type chooseAvatar: a picture's base64 or data address, or null for cancel. */
  avatar: string | null
  /** What an input of type nickname offers. */
  nickname: string
  location: { latitude: number; longitude: number; name: string; address: string } | null
  /** wx.chooseMedia, wx.chooseImage: pictures as data addresses; empty is cancel. */
  pictures: string[]
  /** wx.chooseMedia, where it takes videos and no picture was chosen; empty is cancel. */
  videos: ChosenVideo[]
  /** wx.chooseMessageFile: files by name; empty is cancel. */
  files: { name: string; base64: string }[]
  /** wx.scanCode: a code picture's data address, or the text it holds; null is cancel. */
  scan: string | null
  /** wx.chooseAddress; null is cancel. */
  address: {
    userName: string
    telNumber: string
    provinceName: string
    cityName: string
    countyName: string
    detailInfo: string
    postalCode: string
    nationalCode: string
  } | null
  /** Sending a share card: `send` gives it to a friend, `cancel` closes the sheet. */
  share: 'ask' | 'send' | 'cancel'
  /** wx.openBusinessView weappOrderConfirm. */
  receipt: 'ask' | 'confirm' | 'cancel'
  /** wx.login, checkSession. */
  login: 'ok' | 'fail'
  network: 'wifi' | '4g' | 'none'
}

/** Somebody who has agreed to the privacy contract and is asked about everything that matters. */
export const USUAL_CHOICES: Choices = {
  payment: 'ask',
  transfer: 'ask',
  subscribe: 'accept',
  privacy: 'agreed',
  permissions: {},
  phone: 'ask',
  avatar: null,
  nickname: '微信用户',
  location: { latitude: 30.25, longitude: 120.16, name: '西湖', address: '浙江省杭州市西湖区' },
  pictures: [],
  videos: [],
  files: [],
  scan: null,
  address: null,
  share: 'send',
  receipt: 'ask',
  login: 'ok',
  network: 'wifi',
}
