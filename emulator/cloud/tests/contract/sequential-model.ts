/**
 * The database as one would explain it on a sheet of paper: whole copies, one step after another. Documents are
 * `{ _id, n, u }`, and `u` is unique. A document and a unique key are both things that a transaction takes.
 */

export interface Row {
  _id: string
  n: number
  u: number
}

type Rows = Map<string, Row>

/** How many documents a statement wrote, or why it did not. */
export type Outcome = 'conflict' | 'duplicate' | 'waits' | number

interface Open {
  /** Its own copy, which it changes: the rows as they were at its first operation. */
  rows: Rows
  begunAfter: number
  taken: Set<string>
  written: Set<string>
}

class Refused extends Error {
  constructor(readonly outcome: Outcome) {
    super(String(outcome))
  }
}

const keyOf = (row: Row): string => `u=${row.u}`

export class SequentialModel {
  private rows: Rows = new Map()
  private commits = 0
  /** The commit that last changed a document, or who holds a key. */
  private changedAt = new Map<string, number>()
  private readonly open = new Map<number, Open>()

  /** Actor 0 is nobody's transaction; the others begin one with their first operation. */
  private opened(actor: number): Open | null {
    if (actor === 0) return null
    const open = this.open.get(actor) ?? {
      rows: new Map(this.rows),
      begunAfter: this.commits,
      taken: new Set<string>(),
      written: new Set<string>(),
    }
    this.open.set(actor, open)
    return open
  }

  read(actor: number): Row[] {
    const rows = this.opened(actor)?.rows ?? this.rows
    return [...rows.values()].sort((a, b) => (a._id < b._id ? -1 : 1))
  }

  /**
   * One statement: `change` says what becomes of each document named (null removes, undefined leaves it alone).
   * In a transaction a refusal ends it; outside, what came before the refusal stays.
   */
  statement(
    actor: number,
    ids: string[],
    change: (row: Row | undefined, id: string) => Row | null | undefined,
    { insert = false } = {},
  ): Outcome {
    const open = this.opened(actor)
    const rows = open?.rows ?? new Map(this.rows)
    const plan = ids.map((id) => ({ id, next: change(rows.get(id), id) }))
    const writes = plan.filter(({ next }) => next !== undefined) as {
      id: string
      next: Row | null
    }[]
    const done: string[] = []
    let outcome: Outcome = writes.length
    try {
      if (!open && writes.some(({ id }) => this.isTaken(id, null))) throw new Refused('waits')
      for (const { id, next } of writes) {
        this.write(open, rows, id, next, insert)
        done.push(id)
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      outcome = error.outcome
      if (open) this.open.delete(actor)
    }
    if (!open && outcome !== 'waits') this.publish(rows, done)
    return outcome
  }

  private isTaken(thing: string, by: Open | null): boolean {
    return [...this.open.values()].some((other) => other !== by && other.taken.has(thing))
  }

  private take(thing: string, open: Open | null): void {
    if (this.isTaken(thing, open)) throw new Refused(open ? 'conflict' : 'waits')
    if (!open) return
    if ((this.changedAt.get(thing) ?? 0) > open.begunAfter) throw new Refused('conflict')
    open.taken.add(thing)
  }

  private write(
    open: Open | null,
    rows: Rows,
    id: string,
    next: Row | null,
    insert: boolean,
  ): void {
    const before = rows.get(id)
    this.take(id, open)
    if (insert && before) throw new Refused('duplicate')
    if (next && next.u !== before?.u) {
      this.take(keyOf(next), open)
      const holders = [...rows.values()].filter(({ u }) => u === next.u)
      if (holders.length) throw new Refused('duplicate')
    }
    if (before && before.u !== next?.u) open?.taken.add(keyOf(before))
    open?.written.add(id)
    if (next) rows.set(id, next)
    else rows.delete(id)
  }

  private publish(rows: Rows, written: Iterable<string>): void {
    this.commits++
    for (const id of written) {
      const [before, after] = [this.rows.get(id), rows.get(id)]
      this.changedAt.set(id, this.commits)
      for (const row of before?.u === after?.u ? [] : [before, after]) {
        if (row) this.changedAt.set(keyOf(row), this.commits)
      }
    }
    const next = new Map(this.rows)
    for (const id of written) {
      const row = rows.get(id)
      if (row) next.set(id, row)
      else next.delete(id)
    }
    this.rows = next
  }

  isOpen(actor: number): boolean {
    return this.open.has(actor)
  }

  commit(actor: number): void {
    const open = this.open.get(actor)
    this.open.delete(actor)
    if (open?.written.size) this.publish(open.rows, open.written)
  }

  abort(actor: number): void {
    this.open.delete(actor)
  }
}
