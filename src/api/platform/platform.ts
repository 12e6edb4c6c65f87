/** What the app needs from the phone it runs on: one set of promises, kept by weapp, h5 and the tests. */

/** A call whose answer never came: it may or may not have been carried out. */
export class LostAnswer extends Error {
  constructor(
    message: string,
    readonly isOffline = false,
  ) {
    super(message)
    this.name = 'LostAnswer'
  }
}

export interface FunctionEvent {
  action: string
  input: unknown
  requestId: string
}

/** As `mall.startPayment` answers. */
export interface PaymentParams {
  appId: string
  timeStamp: string
  nonceStr: string
  package: string
  signType: 'RSA'
  paySign: string
}

export interface TransferParams {
  mchId: string
  appId: string
  package: string
}

/** How the app was opened: path without leading slash, query with `scene` still encoded. */
export interface Entry {
  path: string
  query: Record<string, string>
  /** WeChat's number of the way in; 1047 is a scanned mini-program code. */
  scene: number
}

/** `unknown`: neither success nor cancel was told; ask the server. */
export type Verdict = 'done' | 'cancelled' | 'unknown'

export interface ShareCard {
  title: string
  /** With leading slash and query. */
  path: string
  imageUrl?: string
}

export interface ChosenAddress {
  name: string
  phone: string
  province: string
  city: string
  district: string
  detail: string
}

export interface ChosenVideo {
  file: string
  /** A picture to show before it plays, chosen by the phone; not uploaded yet. */
  cover: string
  /** As filmed; not rounded. */
  seconds: number
  bytes: number
}

export interface Platform {
  /** Called once at launch. */
  start(): void
  /** @throws LostAnswer */
  callFunction(name: string, event: FunctionEvent): Promise<unknown>
  /** `amountFen` is shown by the h5 payment sheet; WeChat shows the order's own. */
  requestPayment(params: PaymentParams, amountFen: number): Promise<Verdict>
  requestMerchantTransfer(params: TransferParams, amountFen: number): Promise<Verdict>
  launchEntry(): Entry
  /** Every later time the app comes to the front by another way in. */
  onEntry(listener: (entry: Entry) => void): void
  /** h5 only: weapp shares through the button's `openType="share"` and `useShareAppMessage`. */
  share(card: ShareCard): void
  /** A picture in the album: `denied` means the person must allow it in the settings. */
  saveImage(source: string): Promise<'saved' | 'denied' | 'failed'>
  /** A picture or video that lies in the cloud, fetched and put into the album; answers as `saveImage` does. */
  saveMedia(kind: 'picture' | 'video', source: string): Promise<'saved' | 'denied' | 'failed'>
  openSetting(): Promise<void>
  /** Null: not chosen, or not offered here. */
  chooseAddress: (() => Promise<ChosenAddress | null>) | null
  /** The file to show and upload, or null when none was chosen. */
  choosePicture(): Promise<string | null>
  /** Puts a chosen picture into the cloud's storage: its file id, or null when it did not get there. */
  uploadPicture(file: string): Promise<string | null>
  /** A video of the album or camera with its cover, or null when none was chosen. */
  chooseVideo(): Promise<ChosenVideo | null>
  /** As `uploadPicture`, for a chosen video. */
  uploadVideo(file: string): Promise<string | null>
  /** The address an `<Image>` can show: WeChat reads cloud:// itself, a browser does not. */
  pictureUrl(source: string): string
  copyText(text: string): Promise<void>
  /** A text file to keep or pass on, from a tap: downloaded by a browser, sent to a chat in WeChat. */
  saveFile(name: string, text: string): Promise<'saved' | 'cancelled' | 'failed'>
  readStored(key: string): string | null
  writeStored(key: string, value: string): void
  systemTheme(): 'light' | 'dark'
  /** The text size set in WeChat, px: 16 or 17 is usual. A browser enlarges by itself and is always usual. */
  textSize(): number
  onSystemTheme(listener: (theme: 'light' | 'dark') => void): void
}
