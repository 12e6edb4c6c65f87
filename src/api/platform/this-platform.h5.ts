/** The platform in the browser preview: the local emulator by HTTP, the preview page around the phone. */
import { entryOfHash } from './entry.h5'
import type { Platform } from './platform'
import { readVideo } from './read-video.h5'
import { askWechat, post } from './wechat.h5'

const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)')

function pickFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

function dataUrlOf(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      resolve(typeof reader.result === 'string' ? reader.result : null),
    )
    reader.addEventListener('error', () => resolve(null))
    reader.readAsDataURL(file)
  })
}

/** The preview server takes the file itself and answers `{ fileId }`, as WeChat's storage would. */
async function postFile(file: Blob): Promise<string | null> {
  const headers = { 'content-type': file.type }
  const response = await fetch('/upload', { method: 'POST', headers, body: file })
  if (!response.ok) return null
  const { fileId } = (await response.json()) as { fileId?: unknown }
  return typeof fileId === 'string' ? fileId : null
}

async function upload(address: string): Promise<string | null> {
  const file = await (await fetch(address)).blob()
  return postFile(file).catch(() => null)
}

export const thisPlatform: Platform = {
  start: () => undefined,
  callFunction: (name, event) => post(`/functions/${name}`, event),
  requestPayment: (params, amountFen) =>
    askWechat(
      { title: '微信支付', amountFen, confirmText: '立即支付' },
      '/wechat/request-payment',
      params,
    ),
  requestMerchantTransfer: (params, amountFen) =>
    askWechat(
      { title: '收款到微信零钱', amountFen, confirmText: '确认收款' },
      '/wechat/confirm-transfer',
      params,
    ),
  launchEntry: () => entryOfHash(window.location.hash),
  onEntry(listener) {
    // The preview page opens a share in this phone by telling it the path.
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      const message = event.data
      if (typeof message !== 'object' || message === null) return
      const { type, path } = message as { type?: unknown; path?: unknown }
      if (type !== 'fenyou.open' || typeof path !== 'string') return
      window.location.hash = `#${path}`
      listener(entryOfHash(`#${path}`))
    })
  },
  share: (card) => window.parent.postMessage({ type: 'fenyou.share', ...card }, '*'),
  saveImage(source) {
    const link = document.createElement('a')
    link.href = source
    link.download = 'fenyou-poster.png'
    link.click()
    return Promise.resolve('saved')
  },
  saveMedia(kind, source) {
    const link = document.createElement('a')
    link.href = thisPlatform.pictureUrl(source)
    link.download = kind === 'video' ? 'fenyou.mp4' : 'fenyou.jpg'
    link.click()
    return Promise.resolve('saved')
  },
  openSetting: () => Promise.resolve(),
  chooseAddress: null,
  async choosePicture() {
    const file = await pickFile('image/*')
    return file && dataUrlOf(file)
  },
  uploadPicture: upload,
  async chooseVideo() {
    const file = await pickFile('video/mp4,video/quicktime')
    return file && readVideo(file)
  },
  uploadVideo: upload,
  // The emulator keeps the cloud's files under /cos/.
  pictureUrl: (source) => source.replace(/^cloud:\/\//, '/cos/'),
  async copyText(text) {
    await navigator.clipboard?.writeText(text).catch(() => undefined)
  },
  saveFile(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // The download has begun by then; the address would keep the text in memory.
    setTimeout(() => URL.revokeObjectURL(url), 1000)
    return Promise.resolve('saved')
  },
  readStored: (key) => localStorage.getItem(key),
  writeStored: (key, value) => localStorage.setItem(key, value),
  systemTheme: () => (darkQuery().matches ? 'dark' : 'light'),
  textSize: () => 16,
  onSystemTheme(listener) {
    darkQuery().addEventListener('change', (event) => listener(event.matches ? 'dark' : 'light'))
  },
}
