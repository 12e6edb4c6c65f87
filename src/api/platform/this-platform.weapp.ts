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

const albumVerdict = (cause: unknown) =>
  /auth|deny|denied|privacy/.test(reasonOf(cause)) ? 'denied' : 'failed'

/** The album takes files that lie on the phone only. */
async function fetchToPhone(source: string): Promise<string> {
  if (source.startsWith('cloud://')) {
    return (await Taro.cloud.downloadFile({ fileID: source })).tempFilePath
  }
  if (!/^https?:/.test(source)) return source
  return (await Taro.downloadFile({ url: source })).tempFilePath
}

/** Puts a file of the phone into a folder of the cloud's storage, under a name of its own. */
async function upload(folder: string, filePath: string, usualEnding: string) {
  const ending = /\.(\w{2,5})$/.exec(filePath)?.[1] ?? usualEnding
  const cloudPath = `${folder}/${ulid(Date.now(), Math.random)}.${ending}`
  try {
    return (await Taro.cloud.uploadFile({ cloudPath, filePath })).fileID
  } catch {
    return null
  }
}

/** wx.requestMerchantTransfer is newer than Taro's typings (base library 3.6.5). */
interface TransferApi {
  requestMerchantTransfer?: (options: object) => void
}
declare const wx: TransferApi
/** Taro's typings lack it. */
interface AppBaseInfo {
  fontSizeSetting?: number
}

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
      return albumVerdict(cause)
    }
  },
  async saveMedia(kind, source) {
    try {
      const filePath = await fetchToPhone(source)
      if (kind === 'video') await Taro.saveVideoToPhotosAlbum({ filePath })
      else await Taro.saveImageToPhotosAlbum({ filePath })
      return 'saved'
    } catch (cause) {
      return albumVerdict(cause)
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
  uploadPicture: (filePath) => upload('pictures', filePath, 'jpg'),
  async chooseVideo() {
    try {
      // maxDuration limits filming alone: what comes from the album may be longer.
      const chosen = await Taro.chooseMedia({ count: 1, mediaType: ['video'], maxDuration: 60 })
      const [file] = chosen.tempFiles
      if (!file) return null
      const { tempFilePath, thumbTempFilePath, duration, size } = file
      return { file: tempFilePath, cover: thumbTempFilePath, seconds: duration, bytes: size }
    } catch {
      return null
    }
  },
  uploadVideo: (filePath) => upload('videos', filePath, 'mp4'),
  pictureUrl: (source) => source,
  async copyText(data) {
    await Taro.setClipboardData({ data })
    // WeChat says 内容已复制 by itself; the page says what was copied, once.
    Taro.hideToast()
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
  textSize: () => (Taro.getAppBaseInfo() as AppBaseInfo).fontSizeSetting ?? 16,
  onSystemTheme(listener) {
    Taro.onThemeChange(({ theme }) => listener(theme === 'dark' ? 'dark' : 'light'))
  },
}
