// The server APIs of WeChat that a cloud function reaches through cloud.openapi, by name.
import type { OpenApiAnswer } from '../host'
import type { PayContext } from '../pay/context'
import { makePathCode, makeUnlimitedCode } from './codes'
import { makeScheme, makeUrlLink } from './links'
import { sendSubscribeMessage } from './messages'
import { exchangePhoneCode } from './phone-numbers'
import { checkImage, checkText } from './security'
import { uploadShippingInfo } from './shipping'
import { getShippingOrder } from './shipping-orders'

type Api = (input: Record<string, unknown>) => OpenApiAnswer | Promise<OpenApiAnswer>

export type OpenApi = (
  apiName: string,
  input: Record<string, unknown>,
) => Promise<OpenApiAnswer | null>

/** The group in front of these differs between documents, so their last part decides. */
const SHIPPING = new Set([
  'uploadShippingInfo',
  'getOrder',
  'isTradeManaged',
  'isTradeManagementConfirmationCompleted',
])

const ok = (facts: object): OpenApiAnswer => ({ json: { errcode: 0, errmsg: 'ok', ...facts } })

/** Keys of the input arrive in snake_case, as the SDK sends them; null means that no such API is known. */
export function createOpenApi(ctx: PayContext): OpenApi {
  const { tables } = ctx
  const now = () => ctx.now()
  const mchid = () => ctx.keys().mchid
  const apis: Record<string, Api> = {
    'wxacode.getUnlimited': (input) => makeUnlimitedCode(tables, input),
    'wxacode.get': makePathCode,
    'wxacode.createQRCode': makePathCode,
    'subscribeMessage.send': (input) => sendSubscribeMessage(tables, now(), input),
    'security.msgSecCheck': checkText,
    'security.imgSecCheck': checkImage,
    'phonenumber.getPhoneNumber': (input) =>
      exchangePhoneCode(tables, now(), ctx.keys().appid, input),
    'urlscheme.generate': (input) => makeScheme(tables, now(), input),
    'urllink.generate': (input) => makeUrlLink(tables, now(), input),
    uploadShippingInfo: (input) => uploadShippingInfo(tables, mchid(), now(), input),
    getOrder: (input) => ({ json: getShippingOrder(tables, mchid(), now(), input) }),
    isTradeManaged: () => ok({ is_trade_managed: true }),
    isTradeManagementConfirmationCompleted: () => ok({ completed: true }),
  }
  return async (apiName, input) => {
    const last = apiName.split('.').at(-1) ?? ''
    const name = apiName.includes('.') && SHIPPING.has(last) ? last : apiName
    const isCallable = name.includes('.') || apiName !== name
    const api = isCallable && Object.hasOwn(apis, name) ? apis[name] : undefined
    return api ? api(input) : null
  }
}
