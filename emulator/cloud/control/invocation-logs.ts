/** The last invocations with what they printed, for people and for tests. */

export interface LogLine {
  level: string
  text: string
}

export interface InvocationLog {
  requestId: string
  function: string
  source: string
  /** The cloud's time when it began, UTC ms. */
  at: number
  ms: number | null
  outcome: 'running' | 'ok' | 'failed'
  error?: string
  /** Loading time of the instance, ms, when it was started for this invocation. */
  coldStartMs?: number
  lines: LogLine[]
}

const KEPT = 500
const LINES_KEPT = 200

export class InvocationLogs {
  private entries: InvocationLog[] = []

  begin(requestId: string, functionName: string, source: string, at: number): InvocationLog {
    const entry: InvocationLog = {
      requestId,
      function: functionName,
      source,
      at,
      ms: null,
      outcome: 'running',
      lines: [],
    }
    this.entries.push(entry)
    if (this.entries.length > 2 * KEPT) this.entries.splice(0, KEPT)
    return entry
  }

  add(entry: InvocationLog, line: LogLine): void {
    if (entry.lines.length < LINES_KEPT) entry.lines.push(line)
  }

  read(filter: { function?: string; requestId?: string } = {}): InvocationLog[] {
    return this.entries
      .filter((entry) => filter.function === undefined || entry.function === filter.function)
      .filter((entry) => filter.requestId === undefined || entry.requestId === filter.requestId)
      .slice(-KEPT)
  }
}
