// The fake WeChat and its Pay sandbox, as one extension of the local cloud. All state lives in the host's buckets.
import { createControl, type WechatControl } from './control'
import { handleControl } from './control-routes'
import type { Extension, Host } from './host'
import { createKeyChanges } from './key-changes'
import { createKeyring, type Keyring } from './keys'
import { createCloudPay } from './cloud-pay'
import { createOpenApi } from './openapi'
import { advanceBills } from './pay/bill-moves'
import type { PayContext } from './pay/context'
import { createNoticeDesk } from './pay/notices'
import { advanceRefunds } from './pay/refund-moves'
import { handlePay } from './pay/router'
import { handlePhone } from './phone'
import { handleServerApi } from './server-api'
import { readSettings, type Settings } from './settings'
import { openTables } from './tables'

export type { Forgery, WechatControl } from './control'
export type { PhoneResult } from './phone'
export type { Settings } from './settings'

/** Long enough for the answer to leave before the notice arrives. */
const WAKE_AFTER_MS = 5

export interface WechatOptions {
  /** Knobs that differ from the defaults until changed. */
  settings?: Partial<Settings> | undefined
  /** The pages of the published mini-program; without them every page counts as published. */
  pages?: readonly string[] | undefined
}

export interface WechatFactory {
  (host: Host): Extension
  /** The handle for tests and seeds; throws before a cloud has taken the extension up. */
  control(): WechatControl
}

/** During a change of keys the former one is handed out too, as docs/deploy.md tells a shop to do. */
function variables(keys: Keyring, base: string): Record<string, string> {
  const signing = keys.platformKeys.find((key) => key.id === keys.signingKeyId)
  const former = keys.platformKeys.filter((key) => key !== signing).at(-1)
  return {
    WXPAY_APPID: keys.appid,
    WXPAY_MCHID: keys.mchid,
    WXPAY_MERCHANT_SERIAL: keys.merchantSerial,
    WXPAY_MERCHANT_PRIVATE_KEY: keys.merchantPrivateKey,
    WXPAY_PUBLIC_KEY_ID: keys.signingKeyId,
    WXPAY_PUBLIC_KEY: signing?.publicKey ?? '',
    ...(former ? { WXPAY_FORMER_KEY_ID: former.id, WXPAY_FORMER_KEY: former.publicKey } : {}),
    WXPAY_APIV3_KEY: keys.apiV3Key,
    WXPAY_BASE_URL: base,
    WXPAY_NOTIFY_BASE: `${base}/http/pay-notify`,
  }
}

function assemble(host: Host, options: WechatOptions) {
  const tables = openTables(host.state, options)
  const now = () => host.clock.now()
  const keys = createKeyring(tables, now)
  const desk = createNoticeDesk(host, tables, keys)
  let wakeTimer: NodeJS.Timeout | undefined

  const advance = () => {
    clearTimeout(wakeTimer)
    wakeTimer = undefined
    try {
      advanceRefunds(ctx)
      advanceBills(ctx)
    } catch (error) {
      host.log(`wechat: ${String(error)}`)
    }
  }
  const ctx: PayContext = {
    now,
    base: () => host.base(),
    tables,
    keys,
    settings: () => readSettings(tables),
    announce: (announcement) => desk.announce(announcement),
    wake: () => {
      wakeTimer ??= setTimeout(advance, WAKE_AFTER_MS)
    },
  }
  const drain = async () => {
    do {
      advance()
      await desk.drain()
    } while (wakeTimer !== undefined)
  }
  const control = createControl(ctx, desk, createKeyChanges(tables, keys, now), drain)
  const openApi = createOpenApi(ctx)
  const extension: Extension = {
    name: 'wechat',
    handle: async (req, body) =>
      (await handlePay(host, ctx, req, body)) ??
      (await handlePhone(ctx, req, body)) ??
      (await handleServerApi(ctx, openApi, req, body)) ??
      (await handleControl(control, req, body)),
    openApi,
    cloudPay: createCloudPay(host, ctx),
    people: () =>
      tables.people
        .all()
        .map(({ openid, realName }) => (realName ? { openid, name: realName } : { openid })),
    env: (base) => variables(keys(), base),
    tick: async () => {
      advance()
      await desk.deliverDue()
    },
    stop: () => {
      clearTimeout(wakeTimer)
      desk.stop()
    },
  }
  return { extension, control }
}

export function createWechat(options: WechatOptions = {}): WechatFactory {
  let control: WechatControl | undefined
  const factory = (host: Host): Extension => {
    const assembled = assemble(host, options)
    control = assembled.control
    return assembled.extension
  }
  return Object.assign(factory, {
    control(): WechatControl {
      if (!control) throw new Error('the cloud has not started this extension yet')
      return control
    },
  })
}
