// Reads the fields of a merchant's request and refuses what WeChat would refuse, naming the field.
import { isRecord } from '../answers'
import { paramError } from './context'

export type Fields = Record<string, unknown>

/** A required string of at most `max` characters. */
export function requireText(fields: Fields, name: string, max: number): string {
  const value = fields[name]
  if (typeof value !== 'string' || value === '') throw paramError(`输入源“/body/${name}”必填`)
  if ([...value].length > max) throw paramError(`输入源“/body/${name}”长度超过${max}个字符`)
  return value
}

export function optionalText(fields: Fields, name: string, max: number): string {
  const value = fields[name]
  return value === undefined || value === '' ? '' : requireText(fields, name, max)
}

/** A required whole number of fen, at least `min`. */
export function requireFen(fields: Fields, name: string, min = 1): number {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min) {
    throw paramError(`输入源“/body/${name}”应为不小于${min}的整数，单位分`)
  }
  return value
}

export function requireObject(fields: Fields, name: string): Fields {
  const value = fields[name]
  if (!isRecord(value)) throw paramError(`输入源“/body/${name}”必填`)
  return value
}

/**
 * A notify_url: https without query, or plain http on the own machine, where the sandbox lives. One below
 * `base` is kept as a path, because after a restart the cloud may listen on another port.
 */
export function readNotifyUrl(fields: Fields, isRequired: boolean, base: string): string {
  const value = isRequired
    ? requireText(fields, 'notify_url', 255)
    : optionalText(fields, 'notify_url', 255)
  if (value === '') return ''
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isLocal = url?.protocol === 'http:' && /^(127\.|localhost$|\[::1\]$)/.test(url.hostname)
  if (!url || (url.protocol !== 'https:' && !isLocal))
    throw paramError('“notify_url”应为 https 地址')
  if (url.search !== '') throw paramError('“notify_url”不能携带参数')
  return value.startsWith(`${base}/`) ? value.slice(base.length) : value
}

export function checkMerchant(fields: Fields, name: string, mchid: string): void {
  if (fields[name] !== mchid) throw paramError(`“${name}”与签名的商户号不一致`)
}
