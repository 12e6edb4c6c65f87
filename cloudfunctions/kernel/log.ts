// Structured log lines: one JSON object each, with the request they belong to.
import type { Log } from '../ports/world'

export function createLog(base: Readonly<Record<string, unknown>>): Log {
  const write =
    (level: 'info' | 'warn') =>
    (event: string, facts: Readonly<Record<string, unknown>> = {}) => {
      console.log(JSON.stringify({ level, event, ...base, ...facts }))
    }
  return { info: write('info'), warn: write('warn') }
}
