/** The facade pages and state use; the build picks this-platform.weapp or this-platform.h5 behind it. */
import type { FunctionEvent, PaymentParams, Platform, ShareCard, TransferParams } from './platform'
import { thisPlatform } from './this-platform'

export { LostAnswer } from './platform'
export type { ChosenAddress, ChosenVideo, Entry, Platform, ShareCard, Verdict } from './platform'

let platform: Platform = thisPlatform

/** For tests: puts another platform, or parts of one, in place; the answer puts the former back. */
export function replacePlatform(parts: Partial<Platform>): () => void {
  const former = platform
  platform = { ...former, ...parts }
  return () => {
    platform = former
  }
}

export const startPlatform = () => platform.start()
export const callFunction = (name: string, event: FunctionEvent) =>
  platform.callFunction(name, event)
export const requestPayment = (params: PaymentParams, amountFen: number) =>
  platform.requestPayment(params, amountFen)
export const requestMerchantTransfer = (params: TransferParams, amountFen: number) =>
  platform.requestMerchantTransfer(params, amountFen)
export const launchEntry = () => platform.launchEntry()
/** WeChat's scene of the single page that 朋友圈 shows first: nobody is signed in there, and nothing can be asked. */
export const SINGLE_PAGE = 1154
export const isSinglePage = () => platform.launchEntry().scene === SINGLE_PAGE
export const onEntry: Platform['onEntry'] = (listener) => platform.onEntry(listener)
export const share = (card: ShareCard) => platform.share(card)
export const saveImage = (source: string) => platform.saveImage(source)
export const saveMedia = (kind: 'picture' | 'video', source: string) =>
  platform.saveMedia(kind, source)
export const openSetting = () => platform.openSetting()
/** Null where the phone's own address book is not offered. */
export const addressChooser = () => platform.chooseAddress
export const choosePicture = () => platform.choosePicture()
export const uploadPicture = (file: string) => platform.uploadPicture(file)
export const chooseVideo = () => platform.chooseVideo()
export const uploadVideo = (file: string) => platform.uploadVideo(file)
export const pictureUrl = (source: string) => platform.pictureUrl(source)
export const copyText = (text: string) => platform.copyText(text)
export const saveFile = (name: string, text: string) => platform.saveFile(name, text)
export const readStored = (key: string) => platform.readStored(key)
export const writeStored = (key: string, value: string) => platform.writeStored(key, value)
export const systemTheme = () => platform.systemTheme()
export const textSize = () => platform.textSize()
export const onSystemTheme: Platform['onSystemTheme'] = (listener) =>
  platform.onSystemTheme(listener)
