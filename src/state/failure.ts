/** Turns whatever was thrown into what a page can say about it. */
import { ApiError } from '@/api/api-error'

export interface Failure {
  code: string
  message: string
  requestId?: string
  isOffline?: boolean
}

export function failureOf(cause: unknown): Failure {
  if (cause instanceof ApiError) {
    const { code, message, requestId, isOffline } = cause
    return { code, message, requestId, isOffline }
  }
  return { code: 'INTERNAL', message: '这个页面出了点问题，已经停下来了。' }
}
