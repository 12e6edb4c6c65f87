// Code inside `run` is carried into the function, where the SDK is untyped.
/* eslint-disable
   @typescript-eslint/no-unsafe-assignment,
   @typescript-eslint/no-unsafe-call,
   @typescript-eslint/no-unsafe-member-access,
   @typescript-eslint/no-unsafe-return */
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { uploadFile, type Cloud, type StorageAcl } from '../index'
import { run, startProbe } from './probe'

interface FileResult {
  fileID?: string
  fileId?: string
  code?: string
  message?: string
  tempFileURL?: string
  maxAge?: number
  size?: number
  contentType?: string
  fileName?: string
}

interface Listed {
  code?: string
  fileList: FileResult[]
}

/** What the tests use of @cloudbase/node-sdk; it answers refusals with a code unless told to throw. */
interface NodeSdk {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<FileResult>
  downloadFile(file: {
    fileID: string
    urlType?: string
  }): Promise<{ fileContent: Buffer; code?: string }>
  getTempFileURL(files: { fileList: (string | object)[] }): Promise<Listed>
  getFileInfo(files: { fileList: string[] }): Promise<Listed>
  deleteFile(files: { fileList: string[] }): Promise<Listed>
  copyFile(files: { fileList: object[] }): Promise<Listed>
  getFileAuthority(files: { fileList: object[] }): Promise<{ data: { cosFileId: string }[] }>
  getUploadMetadata(file: { cloudPath: string }): Promise<{ data: Record<string, string> }>
}

const fromSdk = createRequire(createRequire(import.meta.url).resolve('wx-server-sdk'))
const nodeSdk = fromSdk('@cloudbase/node-sdk') as { init(options: object): NodeSdk }

let cloud: Cloud
let sdk: NodeSdk
beforeAll(async () => {
  cloud = await startProbe()
  const keys = { secretId: 'any', secretKey: 'any', env: 'local-env' }
  sdk = nodeSdk.init({ ...keys, serviceUrl: `${cloud.base}/admin` })
})
beforeEach(() => cloud.reset())
afterEach(() => {
  cloud.faults.clear()
  cloud.clock.resume()
})
afterAll(() => cloud.stop())

const upload = async (cloudPath: string, text = 'text'): Promise<string> =>
  (await sdk.uploadFile({ cloudPath, fileContent: Buffer.from(text) })).fileID as string

const refusal = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  )

async function protect(acl: StorageAcl): Promise<void> {
  const body = JSON.stringify({ acl })
  await fetch(`${cloud.base}/__emulator__/storage`, { method: 'PUT', body })
}

const addressOf = async (fileID: string, maxAge?: number): Promise<string> => {
  const asked = maxAge === undefined ? fileID : { fileID, maxAge }
  return (await sdk.getTempFileURL({ fileList: [asked] })).fileList[0]?.tempFileURL as string
}

const codeOf = async (answer: Response): Promise<string> =>
  /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? String(answer.status)

describe('wx-server-sdk, inside a function', () => {
  test('uploads, addresses, downloads and deletes', async () => {
    const seen = await run(cloud, async ({ cloud }) => {
      const { fileID } = await cloud.uploadFile({
        cloudPath: 'a b/茶.png',
        fileContent: Buffer.from('picture'),
      })
      const { fileContent } = await cloud.downloadFile({ fileID })
      const { fileList } = await cloud.getTempFileURL({ fileList: [fileID, 'cloud://none/x'] })
      const deleted = await cloud.deleteFile({ fileList: [fileID, fileID] })
      const gone = await cloud.downloadFile({ fileID }).catch((e: { code: string }) => e.code)
      return { fileID, text: String(fileContent), fileList, deleted: deleted.fileList, gone }
    })
    expect(seen.fileID).toBe('cloud://local-env.6c6f-local-env-1250000000/a b/茶.png')
    expect(seen.text).toBe('picture')
    expect(seen.fileList).toMatchObject([
      { status: 0, maxAge: 86_400 },
      { status: -503003, tempFileURL: '' },
    ])
    expect(seen.deleted).toMatchObject([{ status: 0 }, { status: -503003 }])
    expect(seen.gone).toBe('STORAGE_FILE_NONEXIST')
  })

  test('refuses more than fifty files at once', async () => {
    const seen = await run(cloud, async ({ cloud }) => {
      const codes: unknown[] = []
      for (const count of [50, 51]) {
        const fileList = Array.from({ length: count }, (_, i) => `cloud://none/${i}`)
        for (const call of ['getTempFileURL', 'deleteFile']) {
          const answer = await cloud[call]({ fileList }).catch((e: { code: string }) => e)
          codes.push(answer.code ?? answer.fileList.length)
        }
      }
      return codes
    })
    expect(seen).toEqual([50, 50, 'INVALID_PARAM', 'INVALID_PARAM'])
  })
})

describe('@cloudbase/node-sdk, from outside', () => {
  test('uploads and downloads, also streamed names with signs of their own', async () => {
    const fileID = await upload('a|b测试.jpeg', 'pixels')
    expect(fileID).toBe('cloud://local-env.6c6f-local-env-1250000000/a|b测试.jpeg')
    expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('pixels')
    const cos = await sdk.downloadFile({ fileID, urlType: 'COS_URL' })
    expect(String(cos.fileContent)).toBe('pixels')
    expect(await refusal(sdk.downloadFile({ fileID: 'cloud://none' }))).toMatch(
      /^STORAGE_FILE_NONEXIST/,
    )
  })

  test('the same path is overwritten, its address stays', async () => {
    const fileID = await upload('one.txt', 'first')
    expect(await upload('one.txt', 'second')).toBe(fileID)
    expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('second')
  })

  test('information tells size and kind', async () => {
    const fileID = await upload('folder/table.csv', '茶,1')
    const { fileList } = await sdk.getFileInfo({ fileList: [fileID, 'cloud://none'] })
    expect(fileList).toMatchObject([
      { fileName: 'table.csv', size: 5, contentType: 'text/csv; charset=utf-8' },
      { code: 'STORAGE_FILE_NONEXIST' },
    ])
  })

  test('copies and moves within the rules', async () => {
    await upload('a/x.txt', 'original')
    await upload('c/x.txt', 'taken')
    const copy = (dstPath: string, more: object = {}, srcPath = 'a/x.txt'): Promise<Listed> =>
      sdk.copyFile({ fileList: [{ srcPath, dstPath, ...more }] })
    const [copied] = (await copy('b/x.txt')).fileList
    expect(copied?.fileId).toMatch(/\/b\/x\.txt$/)
    const [kept] = (await copy('c/x.txt', { overwrite: false })).fileList
    expect(kept?.code).toBe('STORAGE_FILE_PATH_CONFLICT')
    await copy('c/x.txt')
    const fileID = await upload('d/y.txt')
    const [moved] = (await copy('e/y.txt', { removeOriginal: true }, 'd/y.txt')).fileList
    const texts = [copied?.fileId, copied?.fileId?.replace('/b/', '/c/'), moved?.fileId].map(
      async (id) => String((await sdk.downloadFile({ fileID: id as string })).fileContent),
    )
    expect(await Promise.all(texts)).toEqual(['original', 'original', 'text'])
    expect(await refusal(sdk.downloadFile({ fileID }))).toMatch(/^STORAGE_FILE_NONEXIST/)
    const [missing] = (await copy('f/z.txt', {}, 'none/z.txt')).fileList
    expect(missing?.code).toBe('STORAGE_FILE_NONEXIST')
    const [outside] = (await copy('../x.txt')).fileList
    expect(outside?.code).toBe('INVALID_PARAM')
  })

  test('tells who may read a file, for a person who asks', async () => {
    const fileID = await upload('mine.txt')
    const ask = async (): Promise<unknown> => {
      const action = 'storage.getFileAuthority'
      const body = JSON.stringify({ action, fileList: [{ path: fileID, type: 'READ' }] })
      return (await fetch(`${cloud.base}/admin`, { method: 'POST', body })).json()
    }
    expect(await ask()).toMatchObject({ data: [{ path: fileID, read: true }] })
    // The SDK asks for a person only, whom it knows from its environment.
    Object.assign(process.env, { TCB_CONTEXT_KEYS: 'TCB_UUID', TCB_UUID: 'somebody' })
    const fileList = [{ path: fileID, type: 'READ' }]
    const { data } = await sdk.getFileAuthority({ fileList })
    delete process.env.TCB_CONTEXT_KEYS
    delete process.env.TCB_UUID
    expect(data[0]?.cosFileId).toBe(
      (await sdk.getUploadMetadata({ cloudPath: 'mine.txt' })).data.cosFileId,
    )
    await protect('ADMINONLY')
    expect(await ask()).toMatchObject({ data: [{ path: fileID, read: false }] })
  })

  test('a list that holds no files is refused, not answered with a crash', async () => {
    const ask = async (body: object): Promise<unknown> => {
      const sent = { method: 'POST', body: JSON.stringify(body) }
      return ((await (await fetch(`${cloud.base}/admin`, sent)).json()) as { code: string }).code
    }
    for (const list of [undefined, 'x', [null], [5], [{}]]) {
      expect(await ask({ action: 'storage.batchGetDownloadUrl', file_list: list })).toBe(
        'INVALID_PARAM',
      )
      expect(await ask({ action: 'storage.batchDeleteFile', fileid_list: list })).toBe(
        'INVALID_PARAM',
      )
      expect(await ask({ action: 'storage.batchCopyFile', file_list: list })).toBe('INVALID_PARAM')
    }
    const fileid = await upload('x.txt')
    const none = { action: 'storage.batchGetDownloadUrl', file_list: [{ fileid, max_age: 0 }] }
    expect(await ask(none)).toBe('INVALID_PARAM')
  })
})

describe('a path', () => {
  test.each([
    ['', 'must not be empty'],
    ['/a.png', 'must not begin with /'],
    ['a//b.png', 'must not hold //'],
    ['../secret.txt', 'must not hold . or ..'],
    ['a/../b.txt', 'must not hold . or ..'],
    ['a/./b.txt', 'must not hold . or ..'],
    ['a\u001bb.txt', 'must not hold control characters'],
    ['x'.repeat(851), 'may have 850 bytes'],
    ['茶'.repeat(95), 'may have 850 bytes'],
  ])('%j is refused', async (path, reason) => {
    expect(await refusal(upload(path))).toMatch(/^INVALID_PARAM/)
    expect(await refusal(upload(path))).toContain(reason)
  })

  test.each([
    'a.png',
    'x'.repeat(850),
    '茶'.repeat(94),
    'a..b/..c.txt',
    '100%.txt',
    "it's (1).txt",
  ])('%j is good', async (path) => {
    const fileID = await upload(path)
    expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('text')
  })
})

describe('uploading', () => {
  test('needs the authorization that was handed out for this file', async () => {
    const { data } = await sdk.getUploadMetadata({ cloudPath: 'mine.txt' })
    const other = await sdk.getUploadMetadata({ cloudPath: 'other.txt' })
    const put = (authorization?: string): Promise<Response> =>
      fetch(data.url as string, {
        method: 'PUT',
        headers: authorization ? { authorization } : {},
        body: 'text',
      })
    expect(await codeOf(await put())).toBe('SignatureDoesNotMatch')
    expect(await codeOf(await put(other.data.authorization))).toBe('SignatureDoesNotMatch')
    expect(await (await put(data.authorization)).text()).toBe('')
    expect(data).toMatchObject({ fileId: expect.stringMatching(/\/mine\.txt$/) as string })
  })

  test('takes 50 MB and no more; what is far beyond is refused in words', async () => {
    const limit = 50 * 1024 * 1024
    expect(await uploadFile(cloud.base, 'large.bin', Buffer.alloc(limit))).toMatch(/large\.bin$/)
    const more = uploadFile(cloud.base, 'larger.bin', Buffer.alloc(limit + 1))
    await expect(more).rejects.toThrow(/400.*EntityTooLarge/)
    const most = uploadFile(cloud.base, 'most.bin', Buffer.alloc(limit + 15 * 1024 * 1024))
    await expect(most).rejects.toThrow(/413.*EXCEED_REQUEST_SIZE_LIMIT/)
  })

  test('a file kept in a folder is there after a restart, its address too', async () => {
    const data = mkdtempSync(join(tmpdir(), 'emulator-files-'))
    const first = await startProbe({ data, storageAcl: 'PRIVATE' })
    const fileID = await uploadFile(first.base, 'kept.txt', Buffer.from('kept'))
    const { fileList } = await run(
      first,
      ({ cloud }, fileID) => cloud.getTempFileURL({ fileList: [fileID] }),
      fileID,
    )
    await first.stop()
    const second = await startProbe({ data, storageAcl: 'PRIVATE' })
    const { pathname, search } = new URL(fileList[0].tempFileURL as string)
    expect(await (await fetch(`${second.base}${pathname}${search}`)).text()).toBe('kept')
    await second.stop()
    rmSync(data, { recursive: true })
  })
})

describe('an address', () => {
  test('of a public file is plain and lasts', async () => {
    const fileID = await upload('open.txt')
    const address = await addressOf(fileID, 60)
    expect(address).toBe(`${cloud.base}/cos/${fileID.replace('cloud://', '')}`)
    await cloud.advance(86_400_000)
    expect(await (await fetch(address)).text()).toBe('text')
  })

  test.each(['PRIVATE', 'ADMINONLY'] as const)(
    'of a %s file is signed and ends with its time, by the cloud’s clock',
    async (acl) => {
      await protect(acl)
      cloud.clock.freeze()
      const fileID = await upload('secret 茶.txt')
      const [short, usual] = [await addressOf(fileID, 60), await addressOf(fileID)]
      expect(short).toMatch(/\?sign=[0-9a-f]{32}&t=\d{10}$/)
      expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('text')
      expect(await (await fetch(short)).text()).toBe('text')
      await cloud.advance(60_000)
      expect(await (await fetch(short)).text()).toBe('text')
      await cloud.advance(1001)
      const expired = await fetch(short)
      expect([expired.status, await codeOf(expired)]).toEqual([403, 'CDN_SIGNATURE_EXPIRED'])
      expect(await (await fetch(usual)).text()).toBe('text')
      await cloud.advance(86_400_000)
      expect(await codeOf(await fetch(usual))).toBe('CDN_SIGNATURE_EXPIRED')
    },
  )

  test('is good for its own file and its own time only', async () => {
    await protect('PRIVATE')
    const [address, other] = [
      await addressOf(await upload('a.txt')),
      await addressOf(await upload('b.txt')),
    ]
    const { search } = new URL(other)
    expect(await codeOf(await fetch(address.replace(/\?.*/, search)))).toBe('CDN_INVALID_SIGNATURE')
    expect(await codeOf(await fetch(address.replace(/t=\d/, 't=9')))).toBe('CDN_INVALID_SIGNATURE')
    expect(await codeOf(await fetch(address.replace(/\?.*/, '')))).toBe('CDN_SIGNATURE_MISSING')
    await protect('READONLY')
    expect(await (await fetch(address.replace(/\?.*/, ''))).text()).toBe('text')
  })

  test('serves ranges, conditions, HEAD, and nothing but reading', async () => {
    const address = await addressOf(await upload('digits.txt', '0123456789'))
    const part = async (range: string): Promise<unknown[]> => {
      const answer = await fetch(address, { headers: { range } })
      return [answer.status, await answer.text(), answer.headers.get('content-range')]
    }
    expect(await part('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10'])
    expect(await part('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=-3')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await part('bytes=5-99')).toEqual([206, '56789', 'bytes 5-9/10'])
    expect(await part('bytes=10-')).toEqual([416, '', 'bytes */10'])
    expect(await part('bytes=0-1,4-5')).toEqual([200, '0123456789', null])
    const head = await fetch(address, { method: 'HEAD' })
    expect([head.headers.get('content-length'), await head.text()]).toEqual(['10', ''])
    const etag = head.headers.get('etag') as string
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect(await codeOf(await fetch(address, { method: 'DELETE' }))).toBe('MethodNotAllowed')
    expect(await codeOf(await fetch(`${cloud.base}/cos/none/x`))).toBe('NoSuchKey')
    expect((await fetch(`${cloud.base}/cos/%E0%A4`)).status).toBe(400)
  })

  test.each([
    ['a.jpg', undefined, 'image/jpeg'],
    ['a.PNG', undefined, 'image/png'],
    ['a.svg', undefined, 'image/svg+xml'],
    ['a.unknown', undefined, 'application/octet-stream'],
    ['plain', undefined, 'application/octet-stream'],
    ['a.png', 'image/webp', 'image/webp'],
    ['a.png', 'application/x-www-form-urlencoded', 'image/png'],
  ])('%s uploaded as %s is %s', async (cloudPath, type, expected) => {
    const { data } = await sdk.getUploadMetadata({ cloudPath })
    const headers = {
      authorization: data.authorization as string,
      ...(type && { 'content-type': type }),
    }
    await fetch(data.url as string, { method: 'PUT', headers, body: new Uint8Array([1]) })
    const answer = await fetch(await addressOf(data.fileId as string))
    expect(answer.headers.get('content-type')).toBe(expected)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('faults', () => {
  test('strike the asking, the upload and the download', async () => {
    const fileID = await upload('x.txt')
    const strike = (action: string, effect: 'fail' | 'drop-answer-after-work'): string =>
      cloud.faults.add({ match: { target: 'storage', action }, effect, count: 1 })
    strike('storage.batchGetDownloadUrl', 'fail')
    expect(await refusal(sdk.getTempFileURL({ fileList: [fileID] }))).toMatch(/declared fault/)
    strike('storage.put', 'fail')
    expect(await refusal(upload('y.txt'))).toMatch(/ServiceUnavailable/)
    strike('storage.put', 'drop-answer-after-work')
    expect(await refusal(upload('z.txt'))).not.toBe('done')
    expect(
      String((await sdk.downloadFile({ fileID: fileID.replace('x.', 'z.') })).fileContent),
    ).toBe('text')
    strike('storage.get', 'fail')
    expect(await refusal(sdk.downloadFile({ fileID }))).toMatch(/503/)
    expect(String((await sdk.downloadFile({ fileID })).fileContent)).toBe('text')
  })
})
