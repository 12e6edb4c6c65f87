/** Cloud storage: what was uploaded under which file id; contents by their hash, on disk when there is a folder. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, fsyncSync, mkdirSync, openSync, closeSync } from 'node:fs'
import { readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ENV_ID } from '../runtime/invocation-env'
import type { Buckets } from '../types'
import { CONTENT_TYPES } from './content-types.data'

const BUCKET = 'storage'
const SETTINGS = 'storage-settings'
export const STORAGE_BUCKET = `6c6f-${ENV_ID}-1250000000`
export const MAX_FILE = 50 * 1024 * 1024

export interface StoredFile {
  hash: string
  size: number
  contentType: string
}

/**
 * Who may read files by their plain address: everybody (READONLY, ADMINWRITE), or only who holds a temporary one
 * (PRIVATE, ADMINONLY). Functions may always do everything.
 */
export const STORAGE_ACLS = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'] as const
export type StorageAcl = (typeof STORAGE_ACLS)[number]

export class Files {
  private contents = new Map<string, Buffer>()
  private readonly secret = randomBytes(16)

  constructor(
    private readonly state: Buckets,
    private readonly folder: string | null,
    /** A new environment's, unless told otherwise: everybody reads. */
    private readonly firstAcl: StorageAcl = 'READONLY',
  ) {}

  get acl(): StorageAcl {
    return (this.state.get(SETTINGS, 'acl') as StorageAcl | undefined) ?? this.firstAcl
  }

  setAcl(acl: StorageAcl): void {
    this.state.put(SETTINGS, 'acl', acl)
  }

  get isPublic(): boolean {
    return this.acl === 'READONLY' || this.acl === 'ADMINWRITE'
  }

  /** How many files there are, and their bytes. */
  count(): { files: number; bytes: number } {
    const files = this.state.list(BUCKET).map(({ value }) => value as StoredFile)
    return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
  }

  idOf(path: string): string {
    return `cloud://${ENV_ID}.${STORAGE_BUCKET}/${path}`
  }

  /** Whoever holds it may upload under that id. */
  authorization(fileId: string): string {
    return createHmac('sha256', this.secret).update(fileId).digest('hex')
  }

  find(fileId: string): StoredFile | null {
    return (this.state.get(BUCKET, fileId) as StoredFile | undefined) ?? null
  }

  /** Overwrites what was there. */
  put(fileId: string, content: Buffer, type?: string): void {
    const hash = createHash('sha256').update(content).digest('hex')
    if (this.folder) this.writeContent(join(this.folder, 'files'), hash, content)
    else this.contents.set(hash, content)
    const extension = fileId.slice(fileId.lastIndexOf('.') + 1).toLowerCase()
    const contentType = type ?? CONTENT_TYPES[extension] ?? 'application/octet-stream'
    this.state.put(BUCKET, fileId, { hash, size: content.length, contentType } satisfies StoredFile)
  }

  /** The content is whole on disk before anything names it. */
  private writeContent(folder: string, hash: string, content: Buffer): void {
    const path = join(folder, hash)
    if (existsSync(path)) return
    mkdirSync(folder, { recursive: true })
    const descriptor = openSync(`${path}.new`, 'w')
    for (let at = 0; at < content.length;) at += writeSync(descriptor, content, at)
    fsyncSync(descriptor)
    closeSync(descriptor)
    renameSync(`${path}.new`, path)
  }

  read({ hash }: StoredFile): Buffer {
    if (!this.folder) return this.contents.get(hash) ?? Buffer.alloc(0)
    return readFileSync(join(this.folder, 'files', hash))
  }

  /** The copy has the same content; false when there is nothing to copy. */
  copy(from: string, to: string): boolean {
    const file = this.find(from)
    if (file) this.state.put(BUCKET, to, file)
    return file !== null
  }

  remove(fileId: string): boolean {
    if (!this.find(fileId)) return false
    this.state.remove(BUCKET, fileId)
    return true
  }
}
