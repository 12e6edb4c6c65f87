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

/** A bug's stack, for the log alone: people never see it. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
