// Share codes of the demo year: the same share keeps its code, so each is asked for once.
import type { Api } from '@contract/api'
import type { Stage } from './stage'

type Asked = Api['distributor.createShare']['input']

const known = new WeakMap<Stage, Map<string, string>>()

export async function shareCodeOf(stage: Stage, sharer: string, asked: Asked): Promise<string> {
  const codes = known.get(stage) ?? new Map<string, string>()
  known.set(stage, codes)
  const key = `${sharer}:${JSON.stringify(asked)}`
  const code = codes.get(key)
  if (code) return code
  const { shareCode } = await stage.call(sharer, 'distributor.createShare', asked)
  codes.set(key, shareCode)
  return shareCode
}
