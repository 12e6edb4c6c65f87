// Puts a picture into the cloud's storage over the protocol that the SDK speaks; answers with its file id.
import type { Cloud } from '../emulator/cloud'

interface Upload {
  readonly data: {
    readonly url: string
    readonly token: string
    readonly authorization: string
    readonly fileId: string
    readonly cosFileId: string
  }
}

export async function uploadPicture(cloud: Cloud, path: string, bytes: Buffer): Promise<string> {
  const asked = await fetch(`${cloud.base}/admin?env=local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'storage.getUploadMetadata', path, method: 'put' }),
  })
  const { data } = (await asked.json()) as Upload
  const put = await fetch(data.url, {
    method: 'PUT',
    headers: {
      authorization: data.authorization,
      signature: data.authorization,
      'x-cos-security-token': data.token,
      'x-cos-meta-fileid': data.cosFileId,
      key: encodeURIComponent(path),
    },
    body: new Uint8Array(bytes),
  })
  if (!put.ok) throw new Error(`picture ${path} was not stored: ${put.status} ${await put.text()}`)
  return data.fileId
}
