/** Counts what each invocation asked of the cloud, and how many of its calls had to follow one another. */

export interface InvocationCount {
  requestId: string
  function: string
  event?: unknown
  /** Calls by kind: `database.getDocument`, `openapi.wxacode.getUnlimited`, `pay…`. */
  calls: Record<string, number>
  database: number
  /** The longest chain of database calls each of which began after another had ended. */
  depth: number
  ms: number | null
}

export interface CounterReport {
  /** All calls since the last clearing, by kind, with and without an invocation. */
  totals: Record<string, number>
  /** The latest invocations, oldest first. */
  invocations: InvocationCount[]
}

interface RunningCount {
  count: InvocationCount
  started: number
  /** When answers left (monotonic ns), and the longest chain that had ended by then. */
  ended: { at: bigint; depth: number }[]
}

const KEPT = 2000

export class Counters {
  private totals: Record<string, number> = {}
  private invocations: InvocationCount[] = []
  private running = new Map<string, RunningCount>()

  begin(requestId: string, functionName: string, event: unknown): void {
    const count: InvocationCount = {
      requestId,
      function: functionName,
      event: eventName(event),
      calls: {},
      database: 0,
      depth: 0,
      ms: null,
    }
    this.running.set(requestId, { count, ended: [], started: performance.now() })
    this.invocations.push(count)
    if (this.invocations.length > KEPT) this.invocations.splice(0, KEPT / 2)
  }

  end(requestId: string): void {
    const entry = this.running.get(requestId)
    if (!entry) return
    entry.count.ms = Math.round((performance.now() - entry.started) * 100) / 100
    this.running.delete(requestId)
  }

  /** Counts one call, sent at `sent` (monotonic ns); returns what to call when it has been answered. */
  call(kind: string, token: string | undefined, sent?: string): () => void {
    this.totals[kind] = (this.totals[kind] ?? 0) + 1
    const entry = token === undefined ? undefined : this.running.get(token)
    if (!entry) return () => {}
    const { count, ended } = entry
    count.calls[kind] = (count.calls[kind] ?? 0) + 1
    if (!kind.startsWith('database.')) return () => {}
    count.database++
    const began = sent === undefined ? process.hrtime.bigint() : BigInt(sent)
    let last = ended.length - 1
    while (last >= 0 && (ended[last] as { at: bigint }).at > began) last--
    const depth = (ended[last]?.depth ?? 0) + 1
    count.depth = Math.max(count.depth, depth)
    return () => {
      const longest = Math.max(depth, ended[ended.length - 1]?.depth ?? 0)
      ended.push({ at: process.hrtime.bigint(), depth: longest })
    }
  }

  read(): CounterReport {
    return structuredClone({ totals: this.totals, invocations: this.invocations })
  }

  clear(): void {
    this.totals = {}
    this.invocations = []
  }
}

/** Enough of the event to tell calls apart: its action, when it names one. */
function eventName(event: unknown): unknown {
  if (event === null || typeof event !== 'object') return undefined
  const { action, Type, path } = event as Record<string, unknown>
  return action ?? Type ?? path
}
