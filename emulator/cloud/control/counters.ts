/** Counts what each invocation asked of the cloud, and how many of its calls had to follow one another. */

export interface InvocationCount {
  requestId: string
  function: string
  /** The request id of the invocation that called this one; its calls are counted here, not there. */
  parent?: string
  event?: unknown
  /** Calls by kind: `database.getDocument`, `openapi.wxacode.getUnlimited`, `pay…`. */
  calls: Record<string, number>
  database: number
  /** The longest chain of database calls each of which began after another had ended, nested functions' included. */
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
  /** The caller, and how long its chain was when it called. */
  caller: { entry: RunningCount; depth: number } | null
  /** When answers left (monotonic ns), and the longest chain that had ended by then. */
  ended: { at: bigint; depth: number }[]
}

const KEPT = 2000

export class Counters {
  private totals: Record<string, number> = {}
  private invocations: InvocationCount[] = []
  private running = new Map<string, RunningCount>()

  begin(requestId: string, functionName: string, event: unknown, parent?: string): void {
    const count: InvocationCount = {
      requestId,
      function: functionName,
      ...(parent === undefined ? {} : { parent }),
      event: eventName(event),
      calls: {},
      database: 0,
      depth: 0,
      ms: null,
    }
    const entry = parent === undefined ? undefined : this.running.get(parent)
    const caller = entry ? { entry, depth: depthBefore(entry, process.hrtime.bigint()) } : null
    this.running.set(requestId, { count, caller, ended: [], started: performance.now() })
    this.invocations.push(count)
    if (this.invocations.length > KEPT) this.invocations.splice(0, KEPT / 2)
  }

  end(requestId: string): void {
    const entry = this.running.get(requestId)
    if (!entry) return
    entry.count.ms = Math.round((performance.now() - entry.started) * 100) / 100
    this.running.delete(requestId)
    if (entry.caller) lengthen(entry.caller.entry, entry.caller.depth + entry.count.depth)
  }

  /** Counts one call, sent at `sent` (monotonic ns); returns what to call when it has been answered. */
  call(kind: string, token: string | undefined, sent?: string): () => void {
    this.totals[kind] = (this.totals[kind] ?? 0) + 1
    const entry = token === undefined ? undefined : this.running.get(token)
    if (!entry) return () => {}
    const { count } = entry
    count.calls[kind] = (count.calls[kind] ?? 0) + 1
    if (!kind.startsWith('database.')) return () => {}
    count.database++
    const began = sent === undefined ? process.hrtime.bigint() : BigInt(sent)
    const depth = depthBefore(entry, began) + 1
    count.depth = Math.max(count.depth, depth)
    return () => lengthen(entry, depth)
  }

  read(): CounterReport {
    return structuredClone({ totals: this.totals, invocations: this.invocations })
  }

  clear(): void {
    this.totals = {}
    this.invocations = []
  }
}

/** The longest chain that had ended at a moment (monotonic ns). */
function depthBefore({ ended }: RunningCount, moment: bigint): number {
  let last = ended.length - 1
  while (last >= 0 && (ended[last] as { at: bigint }).at > moment) last--
  return ended[last]?.depth ?? 0
}

/** A chain of that length has ended now. */
function lengthen({ count, ended }: RunningCount, depth: number): void {
  count.depth = Math.max(count.depth, depth)
  const longest = Math.max(depth, ended[ended.length - 1]?.depth ?? 0)
  ended.push({ at: process.hrtime.bigint(), depth: longest })
}

/** Enough of the event to tell calls apart: its action, when it names one. */
function eventName(event: unknown): unknown {
  if (event === null || typeof event !== 'object') return undefined
  const { action, Type, path } = event as Record<string, unknown>
  return action ?? Type ?? path
}
