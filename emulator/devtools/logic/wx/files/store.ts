/** The app's files in memory: temporary ones below wxfile://tmp_, its own below wxfile://usr. */
export const USER_DATA_PATH = 'wxfile://usr'

/** WeChat's limit for saved and own files together, in bytes. */
export const MAX_USER_BYTES = 200 * 1024 * 1024

export interface StoredFile {
  bytes: Uint8Array
  type: string
  /** When it was last written, ms. */
  writtenAt: number
}

export class FileStore {
  private readonly files = new Map<string, StoredFile>()
  private readonly folders = new Set<string>([USER_DATA_PATH])
  private readonly urls = new Map<string, string>()
  private made = 0

  /** Puts bytes into a new temporary file and names it. */
  addTemporary(bytes: Uint8Array, type: string, extension: string): string {
    this.made += 1
    const path = `wxfile://tmp_${String(this.made).padStart(4, '0')}.${extension}`
    this.write(path, bytes, type)
    return path
  }

  write(path: string, bytes: Uint8Array, type = 'application/octet-stream'): void {
    this.forgetUrl(path)
    this.files.set(path, { bytes, type, writtenAt: Date.now() })
  }

  find(path: string): StoredFile | null {
    return this.files.get(path) ?? null
  }

  remove(path: string): boolean {
    this.forgetUrl(path)
    return this.files.delete(path)
  }

  isFolder(path: string): boolean {
    return this.folders.has(path.replace(/\/$/, ''))
  }

  addFolder(path: string): void {
    this.folders.add(path.replace(/\/$/, ''))
  }

  removeFolder(path: string): void {
    this.folders.delete(path.replace(/\/$/, ''))
  }

  /** Names of what lies directly in a folder, sorted. */
  list(folder: string): string[] {
    const prefix = `${folder.replace(/\/$/, '')}/`
    const below = [...this.files.keys(), ...this.folders].filter((path) => path.startsWith(prefix))
    return [...new Set(below.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort()
  }

  /** Paths and files that are there, by the beginning of their path. */
  under(prefix: string): [string, StoredFile][] {
    return [...this.files].filter(([path]) => path.startsWith(prefix))
  }

  userBytes(): number {
    return this.under(USER_DATA_PATH).reduce((sum, [, file]) => sum + file.bytes.length, 0)
  }

  /** An address the browser loads a stored file from; null for a file that isn't there. */
  urlOf(path: string): string | null {
    const file = this.files.get(path)
    if (!file) return null
    const known = this.urls.get(path)
    if (known) return known
    const url = URL.createObjectURL(new Blob([file.bytes as BlobPart], { type: file.type }))
    this.urls.set(path, url)
    return url
  }

  private forgetUrl(path: string): void {
    const url = this.urls.get(path)
    if (url) URL.revokeObjectURL(url)
    this.urls.delete(path)
  }
}
