/** What a running cloud is made of: handed to the parts that answer requests. */
import type { Counters } from './control/counters'
import type { Faults } from './control/faults'
import type { InvocationLogs } from './control/invocation-logs'
import type { People } from './control/people'
import type { Database } from './database/database'
import type { TransactionTurns } from './gateway/transaction-turns'
import type { SharedClock } from './runtime/clock'
import type { Invoker } from './runtime/invoker'
import type { Timers } from './runtime/timers'
import type { CloudState } from './state'
import type { Files } from './storage/files'
import type { Extension } from './types'

export interface Parts {
  state: CloudState
  database: Database
  turns: TransactionTurns
  clock: SharedClock
  files: Files
  invoker: Invoker
  timers: Timers
  counters: Counters
  faults: Faults
  logs: InvocationLogs
  people: People
  extensions: Extension[]
  base: () => string
}
