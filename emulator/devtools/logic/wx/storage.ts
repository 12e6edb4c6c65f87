/** wx.setStorage and its kin: 1 MB a key, 10 MB together, values as WeChat keeps them (JSON, dates, nothing shared). */
import { wxCalls, WxFailure, type WxHost } from './define'
import { takeParameters } from './take-parameters'

/** KB, as getStorageInfo tells it. */
const LIMIT_KB = 10 * 1024
const MAX_VALUE_BYTES = 1024 * 1024

type Entry = { type: string; data?: unknown }

/** JSON, with what JSON loses kept by name: undefined and dates. */
function pack(data: unknown): string {
  if (data === undefined) return JSON.stringify({ type: 'undefined' })
  if (data instanceof Date) return JSON.stringify({ type: 'date', data: data.getTime() })
  try {
    return JSON.stringify({ type: 'json', data })
  } catch {
    throw new WxFailure('Converting circular structure to JSON')
  }
}

function unpack(text: string): unknown {
  const { type, data } = JSON.parse(text) as Entry
  if (type === 'undefined') return undefined
  return type === 'date' ? new Date(data as number) : data
}

const bytesOf = (text: string): number => new Blob([text]).size

function checkKey(key: unknown): string {
  const { key: text } = takeParameters({ key }, { key: 'String' })
  if (text === '') throw new WxFailure('parameter error: parameter.key should not be empty')
  return text
}

export function storage(host: WxHost): Record<string, unknown> {
  const store = host.storage
  let saving: Promise<void> | null = null
  const save = () => {
    // One word to the Node side for all that one turn of the app's code writes.
    saving ??= Promise.resolve().then(async () => {
      saving = null
      await host.ask('saveStorage', { storage: Object.fromEntries(store) })
    })
    saving.catch((error: unknown) => host.report(error))
  }
  const sizeKb = () => {
    let bytes = 0
    for (const [key, text] of store) bytes += bytesOf(key) + bytesOf(text)
    return Math.ceil(bytes / 1024)
  }
  const set = (key: string, data: unknown) => {
    const text = pack(data)
    if (bytesOf(text) > MAX_VALUE_BYTES) throw new WxFailure('entry size limit reached')
    const former = store.get(key)
    store.set(key, text)
    if (sizeKb() > LIMIT_KB) {
      if (former === undefined) store.delete(key)
      else store.set(key, former)
      throw new WxFailure('exceed storage max size 10Mb')
    }
    save()
  }
  const get = (key: string): unknown => {
    const text = store.get(key)
    return text === undefined ? '' : unpack(text)
  }
  const remove = (key: string) => {
    if (store.delete(key)) save()
  }
  const clear = () => {
    store.clear()
    save()
  }
  const info = () => ({ keys: [...store.keys()], currentSize: sizeKb(), limitSize: LIMIT_KB })
  return {
    ...wxCalls({
      setStorage: (options) => set(checkKey(options['key']), options['data']),
      getStorage: (options) => {
        const key = checkKey(options['key'])
        if (!store.has(key)) throw new WxFailure('data not found')
        return { data: get(key) }
      },
      removeStorage: (options) => remove(checkKey(options['key'])),
      clearStorage: () => clear(),
      getStorageInfo: () => info(),
      batchSetStorage: (options) => {
        const { kvList } = takeParameters(options, { kvList: 'Array' })
        for (const one of kvList as { key: string; value: unknown }[]) {
          set(checkKey(one.key), one.value)
        }
      },
      batchGetStorage: (options) => {
        const { keyList } = takeParameters(options, { keyList: 'Array' })
        return { dataList: keyList.map((key) => get(checkKey(key))) }
      },
    }),
    ...syncStorage({ set, get, remove, clear, info }),
  }
}

interface Store {
  set: (key: string, data: unknown) => void
  get: (key: string) => unknown
  remove: (key: string) => void
  clear: () => void
  info: () => object
}

function syncStorage({ set, get, remove, clear, info }: Store): Record<string, unknown> {
  /** A synchronous call throws what the other would have answered. */
  const thrown = (name: string, act: () => unknown): unknown => {
    try {
      return act()
    } catch (error) {
      if (error instanceof WxFailure) throw new Error(`${name}:fail ${error.reason}`)
      throw error
    }
  }
  return {
    setStorageSync: (key: unknown, data: unknown) =>
      thrown('setStorageSync', () => set(checkKey(key), data)),
    getStorageSync: (key: unknown) => thrown('getStorageSync', () => get(checkKey(key))),
    removeStorageSync: (key: unknown) => thrown('removeStorageSync', () => remove(checkKey(key))),
    clearStorageSync: clear,
    getStorageInfoSync: info,
    batchSetStorageSync: (list: { key: string; value: unknown }[]) =>
      thrown('batchSetStorageSync', () => list.forEach((one) => set(checkKey(one.key), one.value))),
    batchGetStorageSync: (keys: unknown[]) =>
      thrown('batchGetStorageSync', () => keys.map((key) => get(checkKey(key)))),
  }
}
