// Mini-program codes through WeChat's cloud call.
import type { Codes } from '../../ports/codes'
import { cloud } from './sdk'

interface CodeAnswer {
  readonly contentType?: string
  readonly buffer?: Buffer
}

export function createCodes(): Codes {
  return {
    async draw({ scene, page }) {
      const openapi = cloud.openapi as unknown as {
        wxacode: { getUnlimited(input: object): Promise<CodeAnswer> }
      }
      const answer = await openapi.wxacode.getUnlimited({
        scene,
        page,
        width: 430,
        checkPath: false,
      })
      if (!answer.buffer) throw new Error('WeChat answered without a code')
      return { contentType: answer.contentType ?? 'image/png', bytes: Buffer.from(answer.buffer) }
    },
  }
}
