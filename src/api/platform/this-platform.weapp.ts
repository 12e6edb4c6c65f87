/** The platform inside WeChat: cloud functions, payment, transfer and album of the mini-program. */
import Taro from '@tarojs/taro'
import { ulid } from '@contract/ids'
import { LostAnswer } from './platform'
import type { Entry, Platform, Verdict } from './platform'

interface WechatFailure {
  errMsg?: string
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message
  if (typeof cause !== 'object' || cause === null) return String(cause)
  return (cause as WechatFailure).errMsg ?? ''
}

async function verdictOf(step: Promise<unknown>): Promise<Verdict> {
  try {
    await step
    return 'done'
  } catch (cause) {
    return reasonOf(cause).includes('cancel') ? 'cancelled' : 'unknown'
  }
}

function entryOf(options: { path?: string; query?: object; scene?: number }): Entry {
  const pairs = Object.entries(options.query ?? {}).map(([name, value]) => [name, String(value)])
  return {
    path: options.path ?? '',
    query: Object.fromEntries(pairs) as Record<string, string>,
    scene: options.scene ?? 0,
  }
}

/** wx.requestMerchantTransfer is newer than Taro's typings (base library 3.6.5). */
interface TransferApi {
  requestMerchantTransfer?: (options: object) => void
}
declare const wx: TransferApi

export const thisPlatform: Platform = {
  start() {
    Taro.cloud.init({ env: FENYOU_CLOUD_ENV || undefined, traceUser: true })
  },
  async callFunction(name, event) {
    try {
      const answer = await Taro.cloud.callFunction({ name, data: { ...event } })
      return answer.result
    } catch (cause) {
      const { networkType } = await Taro.getNetworkType().catch(() => ({ networkType: '' }))
      throw new LostAnswer(reasonOf(cause), networkType === 'none')
    }
  },
  requestPayment(params) {
    const { timeStamp, nonceStr, signType, paySign } = params
    return verdictOf(
      Taro.requestPayment({ timeStamp, nonceStr, package: params.package, signType, paySign }),
    )
  },
  requestMerchantTransfer(params) {
    return verdictOf(
      new Promise((resolve, reject) => {
        if (!wx.requestMerchantTransfer) reject(new Error('requestMerchantTransfer:fail too old'))
        else wx.requestMerchantTransfer({ ...params, success: resolve, fail: reject })
      }),
    )
  },
  launchEntry: () => entryOf(Taro.getEnterOptionsSync()),
  onEntry(listener) {
    Taro.onAppShow((options) => listener(entryOf(options)))
  },
  share: () => undefined,
  async saveImage(filePath) {
    try {
      await Taro.saveImageToPhotosAlbum({ filePath })
      return 'saved'
    } catch (cause) {
      return /auth|deny|denied|privacy/.test(reasonOf(cause)) ? 'denied' : 'failed'
    }
  },
  async openSetting() {
    await Taro.openSetting().catch(() => undefined)
  },
  async chooseAddress() {
    try {
      const chosen = await Taro.chooseAddress()
      return {
        name: chosen.userName,
        phone: chosen.telNumber,
        province: chosen.provinceName,
        city: chosen.cityName,
        district: chosen.countyName,
        detail: chosen.detailInfo,
      }
    } catch {
      return null
    }
  },
  async choosePicture() {
    try {
      const chosen = await Taro.chooseMedia({
        count: 1,
        mediaType: ['image'],
        sizeType: ['compressed'],
      })
      return chosen.tempFiles[0]?.tempFilePath ?? null
    } catch {
      return null
    }
  },
  async uploadPicture(filePath) {
    const ending = /\.(\w{2,5})$/.exec(filePath)?.[1] ?? 'jpg'
    const cloudPath = `pictures/${ulid(Date.now(), Math.random)}.${ending}`
    try {
      return (await Taro.cloud.uploadFile({ cloudPath, filePath })).fileID
    } catch {
      return null
    }
  },
  pictureUrl: (source) => source,
  async copyText(data) {
    await Taro.setClipboardData({ data })
  },
  async saveFile(name, text) {
    const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`
    const files = Taro.getFileSystemManager()
    try {
      files.writeFileSync(filePath, text, 'utf8')
      await Taro.shareFileMessage({ filePath, fileName: name })
      return 'saved'
    } catch (cause) {
      return reasonOf(cause).includes('cancel') ? 'cancelled' : 'failed'
    } finally {
      // Nothing of it stays on the phone.
      files.unlink({ filePath })
    }
  },
  readStored(key) {
    const value: unknown = Taro.getStorageSync(key)
    return typeof value === 'string' && value !== '' ? value : null
  },
  writeStored: (key, value) => Taro.setStorageSync(key, value),
  systemTheme: () => (Taro.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light'),
  onSystemTheme(listener) {
    Taro.onThemeChange(({ theme }) => listener(theme === 'dark' ? 'dark' : 'light'))
  },
}
