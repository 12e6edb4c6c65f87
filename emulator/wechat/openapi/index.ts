// The server APIs of WeChat that a cloud function reaches through cloud.openapi, by name.
import type { Host, OpenApiAnswer } from '../host'
import { readEffect } from '../pay/faults'
import type { Tables } from '../tables'
import { makeUnlimitedCode } from './codes'
import { sendSubscribeMessage } from './messages'
import { exchangePhoneCode } from './phone-numbers'
import { checkImage, checkText } from './security'
import { uploadShippingInfo } from './shipping'

type Api = (input: Record<string, unknown>) => OpenApiAnswer | Promise<OpenApiAnswer>

/** Keys of the input arrive in snake_case, as the SDK sends them. */
export function createOpenApi(host: Host, tables: Tables, appid: () => string) {
  const now = () => host.clock.now()
  const apis: Record<string, Api> = {
    'wxacode.getUnlimited': makeUnlimitedCode,
    'subscribeMessage.send': (input) => sendSubscribeMessage(tables, now(), input),
    'security.msgSecCheck': checkText,
    'security.imgSecCheck': checkImage,
    'phonenumber.getPhoneNumber': (input) => exchangePhoneCode(tables, now(), appid(), input),
    uploadShippingInfo: (input) => uploadShippingInfo(tables, now(), input),
  }

  return async (apiName: string, input: Record<string, unknown>): Promise<OpenApiAnswer> => {
    host.count('openapi', { apiName })
    const effect = readEffect(host.fault('openapi', { apiName, action: apiName }))
    if (effect?.kind === 'delay') await new Promise((done) => setTimeout(done, effect.ms))
    if (effect?.kind === 'fail') return { json: { errcode: -1, errmsg: 'system error' } }
    // The group in front of uploadShippingInfo differs between documents, so its last part decides.
    const last = apiName.split('.').at(-1) ?? ''
    const api = apis[apiName] ?? (last === 'uploadShippingInfo' ? apis[last] : undefined)
    if (!api) return { json: { errcode: 48001, errmsg: `api unauthorized: ${apiName}` } }
    const answer = await api(input)
    if (effect?.kind === 'drop')
      return { json: { errcode: -1, errmsg: 'system error: answer lost' } }
    return answer
  }
}
