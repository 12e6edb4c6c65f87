// The engine against a model of a page: whatever 1 to 4 transactions and plain writes do to one another, in whatever
// order, each answer and each end state are the model's. A failure prints its seed and the shortest history found.
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { Database, type DatabaseRequest } from '../../database/database'
import { Store } from '../../database/store'
import { TcbError } from '../../database/tcb-error'
import { LockHeld } from '../../database/transaction'
import { SequentialModel, type Outcome, type Row } from './sequential-model'

const IDS = ['a', 'b', 'c', 'd']

type Step =
  | { do: 'insert'; ids: string[]; u: number }
  | { do: 'set' | 'rekey'; id: string; u: number }
  | { do: 'increment' | 'remove'; id: string }
  | { do: 'increment all' | 'remove those'; above: number }
  | { do: 'read' | 'read one'; id: string }
  | { do: 'commit' | 'abort' }

const id = fc.constantFrom(...IDS)
const u = fc.integer({ min: 1, max: 4 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('insert' as const),
      ids: fc.array(id, { minLength: 1, maxLength: 2 }),
      u,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('set' as const, 'rekey' as const), id, u }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('increment' as const, 'remove' as const), id }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('increment all' as const, 'remove those' as const),
      above: fc.nat(3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('read' as const, 'read one' as const), id }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('commit' as const, 'commit' as const, 'abort' as const),
    }),
  },
)
const history = fc.array(fc.record({ actor: fc.integer({ min: 0, max: 4 }), step }), {
  minLength: 5,
  maxLength: 60,
})

/** The engine, spoken to as the gateway does. */
class Engine {
  readonly store = new Store()
  private readonly database = new Database(this.store, () => 0)
  private readonly transactions = new Map<number, string>()

  constructor() {
    const index = { name: 'u', keys: [['u', 1]] as [string, 1][], unique: true }
    this.store.createCollection('rows').addIndex(index)
  }

  private request(actor: number, fields: Partial<DatabaseRequest>): DatabaseRequest {
    if (actor !== 0 && !this.transactions.has(actor))
      this.transactions.set(actor, this.database.begin({ collectionName: 'rows' }))
    return { collectionName: 'rows', transactionId: this.transactions.get(actor), ...fields }
  }

  read(actor: number, query: object): unknown[] {
    const order = JSON.stringify({ _id: 1 })
    return this.database.find(this.request(actor, { query: JSON.stringify(query), order }))
  }

  insert(actor: number, rows: Row[]): Outcome {
    const data = rows.map((row) => JSON.stringify(row))
    return this.outcome(actor, () => this.database.insert(this.request(actor, { data })).length)
  }

  modify(actor: number, query: object, data: object, how: Partial<DatabaseRequest>): Outcome {
    const texts = { query: JSON.stringify(query), data: JSON.stringify(data) }
    return this.outcome(actor, () => {
      const { updated, upsert_id: created } = this.database.modify(
        this.request(actor, { ...texts, ...how }),
      )
      return created === undefined ? updated : 1
    })
  }

  remove(actor: number, query: object, multi: boolean): Outcome {
    const request = { query: JSON.stringify(query), multi }
    return this.outcome(actor, () => this.database.remove(this.request(actor, request)))
  }

  private outcome(actor: number, work: () => number): Outcome {
    try {
      return work()
    } catch (error) {
      if (error instanceof LockHeld) return 'waits'
      if (!(error instanceof TcbError)) throw error
      this.transactions.delete(actor)
      if (error.code === 'DATABASE_TRANSACTION_CONFLICT') return 'conflict'
      if (/E11000/.test(error.message)) return 'duplicate'
      throw error
    }
  }

  end(actor: number, how: 'commit' | 'abort'): void {
    const transaction = this.transactions.get(actor)
    if (transaction !== undefined) this.store[how](transaction)
    this.transactions.delete(actor)
  }
}

const SET = { multi: false, merge: false, upsert: true }
const UPDATE = { merge: true, upsert: false }

/** Does one step in both worlds; the answers of both. `n` is new each time, so that no write is without effect. */
function play(
  engine: Engine,
  model: SequentialModel,
  actor: number,
  step: Step,
  n: number,
): unknown[] {
  switch (step.do) {
    case 'insert': {
      const rows = step.ids.map((id, i) => ({ _id: id, n, u: step.u + i }))
      let next = 0
      const change = (): Row | undefined => rows[next++]
      return [
        engine.insert(actor, rows),
        model.statement(actor, step.ids, change, { insert: true }),
      ]
    }
    case 'set':
      return [
        engine.modify(actor, { _id: step.id }, { n, u: step.u }, SET),
        model.statement(actor, [step.id], (_, id) => ({ _id: id, n, u: step.u })),
      ]
    case 'rekey': {
      const data = { $set: { n, u: step.u } }
      return [
        engine.modify(actor, { _id: step.id }, data, { ...UPDATE, multi: false }),
        model.statement(actor, [step.id], (row) => row && { ...row, n, u: step.u }),
      ]
    }
    case 'increment':
      return [
        engine.modify(actor, { _id: step.id }, { $inc: { n: 1 } }, { ...UPDATE, multi: false }),
        model.statement(actor, [step.id], (row) => row && { ...row, n: row.n + 1 }),
      ]
    case 'remove':
      return [
        engine.remove(actor, { _id: step.id }, false),
        model.statement(actor, [step.id], (row) => row && null),
      ]
    case 'increment all':
      return [
        engine.modify(
          actor,
          { u: { $gt: step.above } },
          { $inc: { n: 1 } },
          { ...UPDATE, multi: true },
        ),
        model.statement(actor, IDS, (row) =>
          row && row.u > step.above ? { ...row, n: row.n + 1 } : undefined,
        ),
      ]
    case 'remove those':
      return [
        engine.remove(actor, { u: { $gt: step.above } }, true),
        model.statement(actor, IDS, (row) => (row && row.u > step.above ? null : undefined)),
      ]
    case 'read':
      return [engine.read(actor, {}), model.read(actor)]
    case 'read one':
      return [
        engine.read(actor, { _id: step.id }),
        model.read(actor).filter((row) => row._id === step.id),
      ]
    default:
      engine.end(actor, step.do)
      model[step.do](actor)
      return [engine.read(0, {}), model.read(0)]
  }
}

let last: Engine | null = null
afterEach(() => last?.store.abortAll())

test('any history of transactions and plain writes is snapshot isolation where the first writer wins', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const engine = (last = new Engine())
      const model = new SequentialModel()
      steps.forEach(({ actor, step }, n) => {
        const [answer, expected] = play(engine, model, actor, step, n * 100)
        expect(answer).toEqual(expected)
      })
      for (const actor of [1, 2, 3, 4]) play(engine, model, actor, { do: 'commit' }, 0)
      expect(engine.read(0, {})).toEqual(model.read(0))
      const { locks, reservations, keyChanges, history } = engine.store.collection('rows')
      expect([locks, reservations, keyChanges, history].map(({ size }) => size)).toEqual([
        0, 0, 0, 0,
      ])
      engine.store.abortAll()
    }),
    { numRuns: 2000 },
  )
})
