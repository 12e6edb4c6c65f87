/** Answers with a part of a file when one range of bytes is asked for (players and resumed downloads do). */
import type { HttpAnswer } from '../types'

export function cutRange(
  content: Buffer,
  range: string | undefined,
  headers: Record<string, string>,
): HttpAnswer {
  const match = range === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(range.trim())
  // Several ranges, or none that can be read: the whole file is a right answer.
  if (!match || (match[1] === '' && match[2] === '')) return { headers, body: content }
  const [, first = '', last = ''] = match
  const size = content.length
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (from > to) {
    return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } }
  }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${from}-${to}/${size}` },
    body: content.subarray(from, to + 1),
  }
}
