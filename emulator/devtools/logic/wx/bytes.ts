/** Bytes to text and back: base64, data addresses, utf-8, hex. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  }
  return btoa(text)
}

export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

export interface Data {
  bytes: Uint8Array
  type: string
}

/** A data: address, or bare base64 that is taken for PNG. */
export function fromDataUrl(address: string): Data {
  const match = /^data:([^;,]*)(?:;[^,]*)?,(.*)$/s.exec(address)
  if (!match) return { bytes: fromBase64(address), type: 'image/png' }
  const [, type = '', body = ''] = match
  const isBase64 = /;base64,/.test(address.slice(0, 100))
  const bytes = isBase64 ? fromBase64(body) : new TextEncoder().encode(decodeURIComponent(body))
  return { bytes, type }
}

export function toDataUrl({ bytes, type }: Data): string {
  return `data:${type};base64,${toBase64(bytes)}`
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'video/mp4': 'mp4',
}

export function extensionOf(type: string): string {
  return EXTENSIONS[type.split(';')[0] ?? ''] ?? 'bin'
}

export function typeOf(path: string): string {
  const extension = path.split('.').at(-1)?.toLowerCase() ?? ''
  const found = Object.entries(EXTENSIONS).find(([, each]) => each === extension)
  return extension === 'jpeg' ? 'image/jpeg' : (found?.[0] ?? 'application/octet-stream')
}
