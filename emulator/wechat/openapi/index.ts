// The server APIs of WeChat that a cloud function reaches through cloud.openapi, by name.
import type { Clock, OpenApiAnswer } from '../host'
import type { Tables } from '../tables'
import { makeUnlimitedCode } from './codes'
import { sendSubscribeMessage } from './messages'
import { exchangePhoneCode } from './phone-numbers'
import { checkImage, checkText } from './security'
import { uploadShippingInfo } from './shipping'

type Api = (input: Record<string, unknown>) => OpenApiAnswer | Promise<OpenApiAnswer>

/** Keys of the input arrive in snake_case, as the SDK sends them; null means that no such API is known. */
export function createOpenApi(clock: Clock, tables: Tables, appid: () => string) {
  const now = () => clock.now()
  const apis: Record<string, Api> = {
    'wxacode.getUnlimited': makeUnlimitedCode,
    'subscribeMessage.send': (input) => sendSubscribeMessage(tables, now(), input),
    'security.msgSecCheck': checkText,
    'security.imgSecCheck': checkImage,
    'phonenumber.getPhoneNumber': (input) => exchangePhoneCode(tables, now(), appid(), input),
    uploadShippingInfo: (input) => uploadShippingInfo(tables, now(), input),
  }

  return async (apiName: string, input: Record<string, unknown>): Promise<OpenApiAnswer | null> => {
    // The group in front of uploadShippingInfo differs between documents, so its last part decides.
    const last = apiName.split('.').at(-1) ?? ''
    const api = apis[apiName] ?? (last === 'uploadShippingInfo' ? apis[last] : undefined)
    return api ? api(input) : null
  }
}
