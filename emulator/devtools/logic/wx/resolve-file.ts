/** Finds what an app names: package files, wxfile://, cloud://, data: and http addresses. */
import { fromDataUrl, typeOf, type Data } from './bytes'
import { WxFailure, type WxHost } from './define'

/**
 * An address the browser can load. `base` is the page or component (a path without leading slash) whose
 * relative addresses are meant. A file that isn't there gives an address that fails to load.
 */
export async function resolveFile(host: WxHost, source: string, base: string): Promise<string> {
  if (/^(https?:|data:|blob:)/.test(source)) return source
  if (/^wxfile:/.test(source)) return host.phone.files.urlOf(source) ?? '/__host/missing'
  if (source.startsWith('cloud://')) {
    const { urls } = await host.ask('fileUrls', { fileIds: [source] })
    return urls[source] ?? '/__host/missing'
  }
  const path = source.startsWith('/') ? source : new URL(source, `http://x/${base}`).pathname
  return `/dist${path}`
}

/** The bytes of a file the app names. @throws WxFailure when it isn't there */
export async function readFileAt(host: WxHost, path: string): Promise<Data> {
  if (path.startsWith('data:')) return fromDataUrl(path)
  const stored = host.phone.files.find(path)
  if (stored) return { bytes: stored.bytes, type: stored.type }
  const missing = () => new WxFailure(`no such file or directory, open '${path}'`)
  if (path.startsWith('wxfile:')) throw missing()
  const isRemote = /^(https?|cloud):/.test(path)
  const address = await resolveFile(host, path, isRemote ? '' : host.topPage().route)
  const answer = await fetch(address).catch(() => null)
  if (!answer?.ok) throw missing()
  const type = answer.headers.get('content-type') ?? typeOf(path)
  return { bytes: new Uint8Array(await answer.arrayBuffer()), type }
}
