// The two ways into the fake WeChat that its tests share: a person's phone, and a cloud function's openapi.
import { expect } from 'vitest'
import type { TestCloud } from './test-cloud'

type Answer = Record<string, unknown>

export function createAsking(cloud: TestCloud) {
  return {
    async phone(openid: string, method: string, path: string, body?: object): Promise<Answer> {
      const answer = await fetch(`${cloud.base}/wechat/${path}`, {
        method,
        headers: { 'x-wx-openid': openid },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      return { status: answer.status, ...((await answer.json()) as Answer) }
    },
    async openApi(name: string, input: Answer): Promise<Answer> {
      const answer = await cloud.extension.openApi?.(name, input, {})
      return answer && 'json' in answer ? (answer.json as Answer) : {}
    },
    /** The picture an API draws. */
    async draw(name: string, input: Answer): Promise<Buffer> {
      const answer = await cloud.extension.openApi?.(name, input, {})
      if (!answer || !('buffer' in answer)) throw new Error(`no picture: ${JSON.stringify(answer)}`)
      expect(answer.contentType).toBe('image/png')
      return answer.buffer
    },
  }
}

export type Asking = ReturnType<typeof createAsking>
