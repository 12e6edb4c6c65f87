/** The platform outside WeChat and browsers: nothing answers until a test puts its own in place. */
import { LostAnswer } from './platform'
import type { Platform } from './platform'

const stored = new Map<string, string>()

export const thisPlatform: Platform = {
  start: () => undefined,
  callFunction: () => Promise.reject(new LostAnswer('no backend here')),
  requestPayment: () => Promise.resolve('unknown'),
  requestMerchantTransfer: () => Promise.resolve('unknown'),
  launchEntry: () => ({ path: '', query: {}, scene: 0 }),
  onEntry: () => undefined,
  share: () => undefined,
  saveImage: () => Promise.resolve('failed'),
  saveMedia: () => Promise.resolve('failed'),
  openSetting: () => Promise.resolve(),
  chooseAddress: null,
  choosePicture: () => Promise.resolve(null),
  uploadPicture: () => Promise.resolve(null),
  chooseVideo: () => Promise.resolve(null),
  uploadVideo: () => Promise.resolve(null),
  pictureUrl: (source) => source,
  copyText: () => Promise.resolve(),
  saveFile: () => Promise.resolve('failed'),
  readStored: (key) => stored.get(key) ?? null,
  writeStored: (key, value) => void stored.set(key, value),
  systemTheme: () => 'light',
  textSize: () => 16,
  onSystemTheme: () => undefined,
}
