// The signed HTTP client. The SDK (and axios under it) is loaded at the first call, so that a cold start stays small.
import type { Decorator } from 'wechatpay-axios-plugin'
import { PayRefused } from '../../ports/payments'
import type { PayConfig } from './config'
import { mapFailure } from './map-failure'

const TIMEOUT_MS = 5_000

export interface PayClient {
  get(operation: string, path: string, params?: Record<string, string>): Promise<unknown>
  post(operation: string, path: string, body: object): Promise<unknown>
  /** A file answer, which WeChat does not sign: check its hash. */
  download(operation: string, path: string, params: URLSearchParams): Promise<Buffer>
  /** Encrypts a sensitive field for WeChat's key. */
  encrypt(plaintext: string): Promise<string>
}

/** Numbers become parts of a path that the SDK does not encode. */
export function checkNumber(value: string): string {
  if (!/^[0-9A-Za-z_-]{1,64}$/.test(value)) throw new RangeError('not a number WeChat Pay accepts')
  return value
}

/** WeChat says that it does not know the number: an answer, not a failure. */
export function isNotFound(error: unknown): boolean {
  const codes = ['ORDER_NOT_EXIST', 'ORDERNOTEXIST', 'RESOURCE_NOT_EXISTS', 'NOT_FOUND']
  return error instanceof PayRefused && error.status === 404 && codes.includes(error.code)
}

async function open(config: PayConfig): Promise<Decorator> {
  const { default: SignedClient } = await import('wechatpay-axios-plugin/lib/decorator.js')
  return new SignedClient({
    mchid: config.mchid,
    serial: config.merchantSerial,
    privateKey: config.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    certs: { ...config.knownKeys },
    timeout: TIMEOUT_MS,
    // Without this an HTTP_PROXY variable would catch the calls.
    proxy: false,
    headers: { 'Wechatpay-Serial': config.publicKeyId },
    ...(config.baseUrl === undefined ? {} : { baseURL: config.baseUrl }),
  })
}

export function createClient(config: () => PayConfig): PayClient {
  let opening: Promise<Decorator> | undefined
  const send = async (
    operation: string,
    method: 'get' | 'post',
    path: string,
    body?: object,
    extra?: object,
  ): Promise<unknown> => {
    opening ??= open(config())
    const client = await opening
    try {
      const answer = await client.request<unknown>(path, method, body, { ...extra })
      return answer.data
    } catch (error) {
      throw mapFailure(operation, error)
    }
  }
  return {
    get: (operation, path, params) =>
      send(operation, 'get', path, undefined, params === undefined ? {} : { params }),
    post: (operation, path, body) => send(operation, 'post', path, body),
    async download(operation, path, params) {
      const extra = { params, responseType: 'arraybuffer' }
      return Buffer.from((await send(operation, 'get', path, undefined, extra)) as Buffer)
    },
    async encrypt(plaintext) {
      const { publicKeyId, knownKeys } = config()
      const key = knownKeys[publicKeyId]
      const { default: Rsa } = await import('wechatpay-axios-plugin/lib/rsa.js')
      if (!key) throw new Error('WeChat Pay: no key to encrypt with')
      return Rsa.encrypt(plaintext, key.export({ type: 'spki', format: 'pem' }))
    },
  }
}
