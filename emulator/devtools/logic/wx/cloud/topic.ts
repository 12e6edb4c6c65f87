/** wx.cloud: functions, files and the client's database, as the person who holds the phone. */
import { wxCall, WxFailure, type Perform, type WxHost } from '../define'
import { readFileAt } from '../resolve-file'
import { takeParameters } from '../take-parameters'
import { extensionOf, toBase64 } from '../bytes'
import { makeDatabase } from './database'

/** Files of one call. */
const MOST_FILES = 50
const NOT_ENABLED = "Cloud API isn't enabled, please call wx.cloud.init first"

async function callFunction(host: WxHost, options: object): Promise<object> {
  const { name } = takeParameters(options, { name: 'String' })
  const { data } = options as { data?: unknown }
  if (host.choices().network === 'none') throw new WxFailure('-601003 request:fail')
  const { result, requestId } = await host.ask('function', { name, data: data ?? {} })
  return { result, requestID: requestId }
}

async function uploadFile(host: WxHost, options: object): Promise<object> {
  const { cloudPath, filePath } = takeParameters(options, {
    cloudPath: 'String',
    filePath: 'String',
  })
  const { bytes } = await readFileAt(host, filePath)
  const { fileId } = await host.ask('upload', { cloudPath, base64: toBase64(bytes) })
  return { fileID: fileId, statusCode: 204 }
}

async function downloadFile(host: WxHost, options: object): Promise<object> {
  const { fileID } = takeParameters(options, { fileID: 'String' })
  const { bytes, type } = await readFileAt(host, fileID)
  const tempFilePath = host.phone.files.addTemporary(bytes, type, extensionOf(type))
  return { tempFilePath, statusCode: 200 }
}

function idsOf(options: object): string[] {
  const { fileList } = takeParameters(options, { fileList: 'Array' })
  if (fileList.length > MOST_FILES) {
    throw new WxFailure(`-501001 fileList length exceed ${MOST_FILES}`)
  }
  return fileList.map((one) => (typeof one === 'string' ? one : (one as { fileID: string }).fileID))
}

async function getTempFileUrl(host: WxHost, options: object): Promise<object> {
  const ids = idsOf(options)
  const { urls } = await host.ask('fileUrls', { fileIds: ids })
  const fileList = ids.map((fileID) => {
    const tempFileURL = urls[fileID] ?? ''
    const isFound = tempFileURL !== ''
    return {
      fileID,
      tempFileURL,
      status: isFound ? 0 : -503_003,
      errMsg: isFound ? 'ok' : 'STORAGE_FILE_NONEXIST',
    }
  })
  return { fileList }
}

async function deleteFile(host: WxHost, options: object): Promise<object> {
  const ids = idsOf(options)
  const { deleted } = await host.ask('deleteFiles', { fileIds: ids })
  const fileList = ids.map((fileID) =>
    deleted[fileID]
      ? { fileID, status: 0, errMsg: 'ok' }
      : { fileID, status: -503_003, errMsg: 'STORAGE_FILE_NONEXIST' },
  )
  return { fileList }
}

/** Failures of wx.cloud carry their number as errCode too. */
function withCode(perform: Perform): Perform {
  return async (options) => {
    try {
      return await perform(options)
    } catch (error) {
      if (!(error instanceof WxFailure)) throw error
      const errCode = Number(/-\d{6}/.exec(error.reason)?.[0] ?? -1)
      throw new WxFailure(error.reason, { errCode, ...error.members })
    }
  }
}

export function cloud(host: WxHost): Record<string, unknown> {
  let isInitialised = false
  const call = (name: string, perform: (host: WxHost, options: object) => Promise<object>) => {
    const work = withCode(async (options) => {
      if (!isInitialised) {
        throw new WxFailure(NOT_ENABLED)
      }
      return perform(host, options)
    })
    return wxCall(`cloud.${name}`, work)
  }
  return {
    cloud: {
      DYNAMIC_CURRENT_ENV: Symbol.for('DYNAMIC_CURRENT_ENV'),
      init: () => {
        isInitialised = true
      },
      callFunction: call('callFunction', callFunction),
      uploadFile: call('uploadFile', uploadFile),
      downloadFile: call('downloadFile', downloadFile),
      getTempFileURL: call('getTempFileURL', getTempFileUrl),
      deleteFile: call('deleteFile', deleteFile),
      callContainer: call('callContainer', async () => {
        host.tell('unknown-call', 'wx.cloud.callContainer is not provided by this host')
        throw new WxFailure('callContainer is not provided by this host')
      }),
      database: () => {
        if (!isInitialised) throw new Error(NOT_ENABLED)
        return makeDatabase(host)
      },
    },
  }
}
