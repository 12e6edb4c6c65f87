/** The last invocations with what they printed, for people and for tests. */

export interface LogLine {
  level: string
  text: string
}

export interface InvocationLog {
  requestId: string
  function: string
  source: string
  /** The request id of the invocation that called this one. */
  parent?: string
  /** The cloud's time when it began, UTC ms. */
  at: number
  ms: number | null
  outcome: 'running' | 'ok' | 'failed'
  error?: string
  /** Loading time of the instance, ms, when it was started for this invocation. */
  coldStartMs?: number
  /** JavaScript heap and buffers of the instance when the answer left, MB. */
  memoryMb?: number
  /** What was printed: at most 200 lines and 64,000 characters, also what came after the answer. */
  lines: LogLine[]
}

const KEPT = 500
/** Above what an instance sends of one invocation: lines after the answer may come on top. */
const LINES_KEPT = 500

export class InvocationLogs {
  private entries: InvocationLog[] = []

  begin(
    requestId: string,
    functionName: string,
    source: string,
    at: number,
    parent?: string,
  ): InvocationLog {
    const entry: InvocationLog = {
      requestId,
      function: functionName,
      source,
      ...(parent === undefined ? {} : { parent }),
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

  clear(): void {
    this.entries = []
  }

  read(filter: { function?: string; requestId?: string } = {}): InvocationLog[] {
    return this.entries
      .filter((entry) => filter.function === undefined || entry.function === filter.function)
      .filter((entry) => filter.requestId === undefined || entry.requestId === filter.requestId)
      .slice(-KEPT)
  }
}
