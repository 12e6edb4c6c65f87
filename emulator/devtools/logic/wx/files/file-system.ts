/** wx.getFileSystemManager over the files in memory. Package files can be read, nothing but wxfile://usr written. */
import { fromBase64, toBase64, typeOf } from '../bytes'
import { wxCalls, WxFailure, type Perform, type WxHost } from '../define'
import { takeParameters } from '../take-parameters'
import { readFileAt } from '../resolve-file'
import { MAX_USER_BYTES, USER_DATA_PATH, type FileStore } from './store'

type Encoding = string | undefined

function decode(bytes: Uint8Array, encoding: Encoding): string | ArrayBuffer {
  switch (encoding) {
    case undefined:
      return bytes.slice().buffer
    case 'base64':
      return toBase64(bytes)
    case 'hex':
      return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    case 'binary':
    case 'latin1':
    case 'ascii':
      return [...bytes].map((byte) => String.fromCharCode(byte)).join('')
    case 'utf8':
    case 'utf-8':
      return new TextDecoder().decode(bytes)
    default:
      throw new WxFailure(`invalid encoding "${encoding}"`)
  }
}

function encode(data: unknown, encoding: Encoding): Uint8Array {
  if (typeof data !== 'string') {
    if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') {
      return new Uint8Array(data as ArrayBuffer).slice()
    }
    throw new WxFailure('parameter error: parameter.data should be String or ArrayBuffer;')
  }
  if (encoding === 'base64') return fromBase64(data)
  if (encoding === 'hex') {
    return Uint8Array.from(data.match(/../g) ?? [], (pair) => parseInt(pair, 16))
  }
  if (encoding === 'binary' || encoding === 'latin1') {
    return Uint8Array.from(data, (character) => character.charCodeAt(0))
  }
  return new TextEncoder().encode(data)
}

const missing = (verb: string, path: string) =>
  new WxFailure(`no such file or directory, ${verb} ${path}`, { errno: 1_300_002 })
const denied = (verb: string, path: string) =>
  new WxFailure(`permission denied, ${verb} ${path}`, { errno: 1_300_013 })

/** What the manager does at once; its calls come in both manners. */
class Disk {
  constructor(private readonly store: FileStore) {}

  private checkWritable(verb: string, path: string): void {
    if (!path.startsWith(USER_DATA_PATH)) throw denied(verb, path)
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (!this.store.isFolder(folder)) throw missing(verb, path)
  }

  write(path: string, bytes: Uint8Array): void {
    this.checkWritable('open', path)
    const former = this.store.find(path)?.bytes.length ?? 0
    if (this.store.userBytes() - former + bytes.length > MAX_USER_BYTES) {
      throw new WxFailure('the maximum size of the file storage limit is exceeded', {
        errno: 1_300_202,
      })
    }
    this.store.write(path, bytes, typeOf(path))
  }

  writeFile(options: object): void {
    const { filePath, encoding } = takeParameters(options, {
      filePath: 'String',
      encoding: 'String?',
    })
    this.write(filePath, encode((options as { data?: unknown }).data, encoding))
  }

  appendFile(options: object): void {
    const { filePath, encoding } = takeParameters(options, {
      filePath: 'String',
      encoding: 'String?',
    })
    const former = this.store.find(filePath)
    if (!former) throw missing('open', filePath)
    const more = encode((options as { data?: unknown }).data, encoding)
    this.write(filePath, new Uint8Array([...former.bytes, ...more]))
  }

  /** Of the store alone. */
  read(path: string): Uint8Array {
    const file = this.store.find(path)
    if (!file) throw missing('open', path)
    return file.bytes
  }

  access({ path }: { path: string }): void {
    if (!this.store.find(path) && !this.store.isFolder(path)) throw missing('access', path)
  }

  unlink({ filePath }: { filePath: string }): void {
    if (!this.store.remove(filePath)) throw missing('unlink', filePath)
  }

  mkdir({ dirPath, recursive }: { dirPath: string; recursive?: boolean }): void {
    if (!dirPath.startsWith(USER_DATA_PATH)) throw denied('mkdir', dirPath)
    if (this.store.isFolder(dirPath) && !recursive) {
      throw new WxFailure(`file already exists ${dirPath}`, { errno: 1_301_005 })
    }
    const parent = dirPath.slice(0, dirPath.lastIndexOf('/'))
    if (!this.store.isFolder(parent)) {
      if (!recursive) throw missing('mkdir', dirPath)
      this.mkdir({ dirPath: parent, recursive })
    }
    this.store.addFolder(dirPath)
  }

  rmdir({ dirPath, recursive }: { dirPath: string; recursive?: boolean }): void {
    if (!this.store.isFolder(dirPath)) throw missing('rmdir', dirPath)
    const names = this.store.list(dirPath)
    if (names.length > 0 && !recursive) throw new WxFailure('directory not empty')
    for (const name of names) {
      const path = `${dirPath}/${name}`
      if (this.store.isFolder(path)) this.rmdir({ dirPath: path, recursive: true })
      else this.store.remove(path)
    }
    this.store.removeFolder(dirPath)
  }

  readdir({ dirPath }: { dirPath: string }): string[] {
    if (!this.store.isFolder(dirPath)) throw missing('readdir', dirPath)
    return this.store.list(dirPath)
  }

  stat({ path }: { path: string }): object {
    const file = this.store.find(path)
    const isDirectory = this.store.isFolder(path)
    if (!file && !isDirectory) throw missing('stat', path)
    const seconds = Math.round((file?.writtenAt ?? 0) / 1000)
    return {
      mode: isDirectory ? 16_877 : 33_188,
      size: file?.bytes.length ?? 0,
      lastAccessedTime: seconds,
      lastModifiedTime: seconds,
      isDirectory: () => isDirectory,
      isFile: () => !isDirectory,
    }
  }

  /** Keeps a temporary file. */
  saveFile({ tempFilePath, filePath }: { tempFilePath: string; filePath?: string }): string {
    const bytes = this.read(tempFilePath)
    const kept = filePath ?? `${USER_DATA_PATH}/${tempFilePath.split('/').at(-1) ?? 'saved'}`
    this.write(kept, bytes)
    this.store.remove(tempFilePath)
    return kept
  }

  copyFile({ srcPath, destPath }: { srcPath: string; destPath: string }): void {
    this.write(destPath, this.read(srcPath))
  }

  rename({ oldPath, newPath }: { oldPath: string; newPath: string }): void {
    this.checkWritable('rename', oldPath)
    this.write(newPath, this.read(oldPath))
    this.store.remove(oldPath)
  }
}

type Named = Record<string, never> & object

function asyncCalls(host: WxHost, disk: Disk): Record<string, unknown> {
  const plain =
    (work: (options: never) => object | void): Perform =>
    (options) =>
      work(options as Named as never)
  return wxCalls({
    readFile: async (options) => {
      const { filePath, encoding } = takeParameters(options, {
        filePath: 'String',
        encoding: 'String?',
      })
      const { bytes } = await readFileAt(host, filePath)
      return { data: decode(bytes, encoding) }
    },
    getFileInfo: async (options) => {
      const { filePath } = takeParameters(options, { filePath: 'String' })
      return { size: (await readFileAt(host, filePath)).bytes.length }
    },
    writeFile: (options) => disk.writeFile(options),
    appendFile: (options) => disk.appendFile(options),
    access: plain((options: { path: string }) => disk.access(options)),
    unlink: plain((options: { filePath: string }) => disk.unlink(options)),
    removeSavedFile: plain((options: { filePath: string }) => disk.unlink(options)),
    mkdir: plain((options: { dirPath: string }) => disk.mkdir(options)),
    rmdir: plain((options: { dirPath: string }) => disk.rmdir(options)),
    readdir: plain((options: { dirPath: string }) => ({ files: disk.readdir(options) })),
    stat: plain((options: { path: string }) => ({ stats: disk.stat(options) })),
    saveFile: plain((options: { tempFilePath: string }) => ({
      savedFilePath: disk.saveFile(options),
    })),
    copyFile: plain((options: { srcPath: string; destPath: string }) => disk.copyFile(options)),
    rename: plain((options: { oldPath: string; newPath: string }) => disk.rename(options)),
  })
}

/** A synchronous call throws what the other would have answered. */
function thrown<T>(name: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof WxFailure)) throw error
    throw Object.assign(new Error(`${name}:fail ${error.reason}`), error.members, {
      errMsg: `${name}:fail ${error.reason}`,
    })
  }
}

function syncCalls(disk: Disk): Record<string, unknown> {
  const calls: Record<string, (...given: never[]) => unknown> = {
    readFileSync: (filePath: string, encoding?: string) => decode(disk.read(filePath), encoding),
    writeFileSync: (filePath: string, data: unknown, encoding?: string) =>
      disk.writeFile({ filePath, data, encoding }),
    appendFileSync: (filePath: string, data: unknown, encoding?: string) =>
      disk.appendFile({ filePath, data, encoding }),
    accessSync: (path: string) => disk.access({ path }),
    unlinkSync: (filePath: string) => disk.unlink({ filePath }),
    mkdirSync: (dirPath: string, recursive = false) => disk.mkdir({ dirPath, recursive }),
    rmdirSync: (dirPath: string, recursive = false) => disk.rmdir({ dirPath, recursive }),
    readdirSync: (dirPath: string) => disk.readdir({ dirPath }),
    statSync: (path: string) => disk.stat({ path }),
    saveFileSync: (tempFilePath: string, filePath?: string) =>
      disk.saveFile({ tempFilePath, ...(filePath === undefined ? {} : { filePath }) }),
    copyFileSync: (srcPath: string, destPath: string) => disk.copyFile({ srcPath, destPath }),
    renameSync: (oldPath: string, newPath: string) => disk.rename({ oldPath, newPath }),
  }
  const entries = Object.entries(calls).map(([name, act]) => [
    name,
    (...given: never[]) => thrown(name, () => act(...given)),
  ])
  return Object.fromEntries(entries) as Record<string, unknown>
}

export function files(host: WxHost): Record<string, unknown> {
  const disk = new Disk(host.phone.files)
  const manager = { ...asyncCalls(host, disk), ...syncCalls(disk) }
  const { saveFile, getFileInfo, removeSavedFile } = asyncCalls(host, disk)
  return {
    env: { USER_DATA_PATH },
    getFileSystemManager: () => manager,
    saveFile,
    getFileInfo,
    removeSavedFile,
  }
}
