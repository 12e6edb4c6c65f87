/** Pictures and videos: chosen, previewed, saved to the album, measured, made smaller. */
import type { ChosenVideo } from '../../shared/choices'
import { extensionOf, fromDataUrl, toDataUrl, typeOf, type Data } from './bytes'
import { wxCalls, WxFailure, type WxHost } from './define'
import { awaitPermission } from './permissions'
import { awaitAgreement } from './privacy'
import { readFileAt, resolveFile } from './resolve-file'
import { takeParameters } from './take-parameters'

interface Chosen {
  path: string
  bytes: number
  width: number
  height: number
}

export async function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.crossOrigin = 'anonymous'
  image.src = address
  await image.decode().catch(() => {
    throw new WxFailure('image decode fail')
  })
  return image
}

async function choosePictures(host: WxHost, count: number): Promise<Chosen[]> {
  const { pictures } = host.choices()
  if (pictures.length === 0) throw new WxFailure('cancel')
  return Promise.all(
    pictures.slice(0, count).map(async (picture) => {
      const { bytes, type } = fromDataUrl(picture)
      const path = host.phone.files.addTemporary(bytes, type, extensionOf(type))
      const image = await loadImage(host.phone.files.urlOf(path) ?? '')
      return { path, bytes: bytes.length, width: image.naturalWidth, height: image.naturalHeight }
    }),
  )
}

async function chooseMedia(host: WxHost, options: object): Promise<object> {
  const { count = 9, mediaType = ['image', 'video'] } = takeParameters(options, {
    count: 'Number?',
    mediaType: 'Array?',
    sourceType: 'Array?',
    maxDuration: 'Number?',
    sizeType: 'Array?',
  })
  if (count < 1 || count > 20) throw new WxFailure('parameter error: count should be in 1..20')
  await awaitAgreement(host, 'chooseMedia')
  const kinds = mediaType as readonly string[]
  const { pictures, videos } = host.choices()
  const isMix = kinds.includes('mix')
  const takesPictures = (isMix || kinds.includes('image')) && pictures.length > 0
  // Both kinds may be offered, but only `mix` lets somebody choose both at once.
  const takesVideos = isMix || (kinds.includes('video') && !takesPictures)
  const chosen = [
    ...(takesPictures ? await chooseMediaPictures(host, count) : []),
    ...(takesVideos ? chooseVideos(host, videos) : []),
  ].slice(0, count)
  if (chosen.length === 0) throw new WxFailure('cancel')
  const types = new Set(chosen.map(({ fileType }) => fileType))
  return { type: types.size > 1 ? 'mix' : chosen[0]?.fileType, tempFiles: chosen }
}

async function chooseMediaPictures(host: WxHost, count: number) {
  const chosen = await choosePictures(host, count)
  return chosen.map(({ path, bytes, width, height }) => ({
    ...{ tempFilePath: path, size: bytes, width, height },
    fileType: 'image',
  }))
}

function chooseVideos(host: WxHost, videos: readonly ChosenVideo[]) {
  const keep = (address: string) => {
    const { bytes, type } = fromDataUrl(address)
    return { path: host.phone.files.addTemporary(bytes, type, extensionOf(type)), bytes }
  }
  return videos.map(({ video, cover, duration, width, height }) => {
    const { path, bytes } = keep(video)
    return {
      ...{ tempFilePath: path, size: bytes.length, duration, width, height },
      thumbTempFilePath: keep(cover).path,
      fileType: 'video',
    }
  })
}

async function chooseImage(host: WxHost, options: object): Promise<object> {
  const { count = 9 } = takeParameters(options, { count: 'Number?' })
  await awaitAgreement(host, 'chooseImage')
  const chosen = await choosePictures(host, count)
  return {
    tempFilePaths: chosen.map(({ path }) => path),
    tempFiles: chosen.map(({ path, bytes }) => ({ path, size: bytes })),
  }
}

async function chooseMessageFile(host: WxHost, options: object): Promise<object> {
  const { count } = takeParameters(options, {
    count: 'Number',
    type: 'String?',
    extension: 'Array?',
  })
  await awaitAgreement(host, 'chooseMessageFile')
  const { files } = host.choices()
  if (files.length === 0) throw new WxFailure('cancel')
  const tempFiles = files.slice(0, count).map(({ name, base64 }) => {
    const { bytes } = fromDataUrl(`data:;base64,${base64}`)
    const type = typeOf(name)
    const path = host.phone.files.addTemporary(bytes, type, name.split('.').at(-1) ?? 'bin')
    return {
      name,
      path,
      size: bytes.length,
      type: type.startsWith('image/') ? 'image' : 'file',
      time: 0,
    }
  })
  return { tempFiles }
}

async function saveToAlbum(host: WxHost, options: object): Promise<void> {
  const { filePath } = takeParameters(options, { filePath: 'String' })
  await awaitAgreement(host, 'saveImageToPhotosAlbum')
  await awaitPermission(host, 'scope.writePhotosAlbum')
  if (/^https?:/.test(filePath)) throw new WxFailure('file not exists')
  const data = await readFileAt(host, filePath)
  if (!data.type.startsWith('image/')) throw new WxFailure('invalid file type')
  const image = await loadImage(toDataUrl(data))
  host.phone.album.push({
    dataUrl: toDataUrl(data),
    width: image.naturalWidth,
    height: image.naturalHeight,
  })
}

async function saveVideoToAlbum(host: WxHost, options: object): Promise<void> {
  const { filePath } = takeParameters(options, { filePath: 'String' })
  await awaitAgreement(host, 'saveVideoToPhotosAlbum')
  await awaitPermission(host, 'scope.writePhotosAlbum')
  if (/^https?:/.test(filePath)) throw new WxFailure('file not exists')
  const data = await readFileAt(host, filePath)
  if (!data.type.startsWith('video/')) throw new WxFailure('invalid file type')
  host.phone.videos.push({ dataUrl: toDataUrl(data), bytes: data.bytes.length })
}

async function getImageInfo(host: WxHost, options: object): Promise<object> {
  const { src } = takeParameters(options, { src: 'String' })
  const data = await readFileAt(host, src)
  const image = await loadImage(toDataUrl(data))
  const isLocal = !/^(https?|cloud):/.test(src)
  const path = isLocal
    ? src.replace(/^\//, '')
    : host.phone.files.addTemporary(data.bytes, data.type, extensionOf(data.type))
  return {
    width: image.naturalWidth,
    height: image.naturalHeight,
    path,
    orientation: 'up',
    type: data.type.replace(/^image\//, '').replace(/[;+].*/, ''),
  }
}

function encode(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Data> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (!blob) return reject(new WxFailure('compress image fail'))
        void blob.arrayBuffer().then((buffer) => resolve({ bytes: new Uint8Array(buffer), type }))
      },
      type,
      quality,
    )
  })
}

async function compressImage(host: WxHost, options: object): Promise<object> {
  const taken = takeParameters(options, {
    src: 'String',
    quality: 'Number?',
    compressedWidth: 'Number?',
    compressedHeight: 'Number?',
  })
  const image = await loadImage(toDataUrl(await readFileAt(host, taken.src)))
  const ratio = image.naturalHeight / image.naturalWidth
  const width =
    taken.compressedWidth ??
    (taken.compressedHeight ? taken.compressedHeight / ratio : image.naturalWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(taken.compressedHeight ?? width * ratio)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { bytes } = await encode(canvas, 'image/jpeg', (taken.quality ?? 80) / 100)
  return { tempFilePath: host.phone.files.addTemporary(bytes, 'image/jpeg', 'jpg') }
}

async function previewImage(host: WxHost, options: object): Promise<void> {
  const { urls, current } = takeParameters(options, { urls: 'Array', current: 'String?' })
  if (urls.length === 0) throw new WxFailure('parameter error: urls is empty')
  const { route } = host.topPage()
  const addresses = await Promise.all(urls.map((url) => resolveFile(host, String(url), route)))
  host.shell.preview(addresses, Math.max(0, urls.indexOf(current ?? urls[0])))
}

export function media(host: WxHost): Record<string, unknown> {
  return wxCalls({
    chooseMedia: (options) => chooseMedia(host, options),
    chooseImage: (options) => chooseImage(host, options),
    chooseMessageFile: (options) => chooseMessageFile(host, options),
    saveImageToPhotosAlbum: (options) => saveToAlbum(host, options),
    saveVideoToPhotosAlbum: (options) => saveVideoToAlbum(host, options),
    getImageInfo: (options) => getImageInfo(host, options),
    compressImage: (options) => compressImage(host, options),
    previewImage: (options) => previewImage(host, options),
    previewMedia: (options) => {
      const { sources } = takeParameters(options, { sources: 'Array' })
      const urls = (sources as { url: string }[]).map(({ url }) => url)
      return previewImage(host, { urls })
    },
  })
}
