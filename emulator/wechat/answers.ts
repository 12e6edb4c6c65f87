// Small HTTP vocabulary shared by the sandbox, the phone and the control routes.
import type { HttpAnswer } from './host'

export const CORS: Record<string, string> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE, OPTIONS',
  'access-control-allow-headers': 'content-type, x-wx-openid',
  'access-control-max-age': '86400',
}

export function answerJson(status: number, value: unknown): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...CORS },
    body: JSON.stringify(value),
  }
}

/** Reads a JSON object; anything else is refused with a RangeError that may be shown. */
export function readObject(body: Buffer | string): Record<string, unknown> {
  const text = body.toString()
  if (text.trim() === '') return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new RangeError('the body is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError('the body is not a JSON object')
  }
  return value as Record<string, unknown>
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function header(headers: Record<string, string>, name: string): string {
  return headers[name] ?? ''
}
