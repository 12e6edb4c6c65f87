/** What setData may carry: JSON, of a size the bridge between the layers takes. */

/** Above this the platform's guide calls a call too big; above MAX_BYTES it does not arrive. */
export const WARN_BYTES = 256 * 1024
export const MAX_BYTES = 1024 * 1024

export interface Carried {
  /** What crosses: paths to values. */
  json: string
  values: Record<string, unknown>
  bytes: number
  /** WeChat's own words about fields it drops. */
  warnings: string[]
}

const encoder = new TextEncoder()

export function carry(fields: Record<string, unknown>): Carried {
  const warnings: string[] = []
  const kept: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(fields)) {
    if (value === undefined) warnings.push(`Setting data field "${path}" to undefined is invalid.`)
    else if (typeof value === 'function')
      warnings.push(`Setting data field "${path}" to a function is invalid.`)
    else kept[path] = value
  }
  const json = JSON.stringify(kept)
  const values = JSON.parse(json) as Record<string, unknown>
  return { json, values, bytes: encoder.encode(json).length, warnings }
}

/** What a big call means, or null: `platform` does not work on phones, `warning` costs time. */
export function judgeSize(bytes: number): { kind: 'platform' | 'warning'; text: string } | null {
  if (bytes <= WARN_BYTES) return null
  const size = `${Math.ceil(bytes / 1024)} KB`
  if (bytes > MAX_BYTES)
    return { kind: 'platform', text: `setData carries ${size} at once; 1024 KB is the most` }
  return { kind: 'warning', text: `setData carries ${size} at once; keep it below 256 KB` }
}
