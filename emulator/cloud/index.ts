/**
 * A local CloudBase: the real wx-server-sdk in unchanged function bundles talks to it, redirected by environment alone.
 *
 * ```ts
 * const cloud = await startCloud({ functionsDir: 'dist/cloudfunctions', collections, timers: false })
 * const answer = await cloud.call('mall', { action: 'mall.home', input: {} }, { openid: 'o-mei' })
 * cloud.clock.advance(86_400_000)        // shifts Date inside functions; `await cloud.advance(ms)` also fires timers
 * cloud.database.find('orders', { status: 'paid' })
 * await cloud.stop()
 * ```
 */
export { startCloud } from './start-cloud'
export { checkFolderIsFree, DataFolderInUse } from './take-folder'
export { LogDamaged, NotALog } from './database/read-log'
export { NoDataFolder, readFolder } from './read-folder'
export { PortTaken } from './gateway/server'
export { uploadFile } from './storage/upload-file'
export { CollectionsInvalid } from './database/check-collections'
export { FunctionError } from './runtime/function-error'
export {
  BadFunctionSettings,
  NoFunctions,
  type FunctionSettings,
} from './runtime/function-settings'
export type { KnownPerson } from './control/people'
export { STORAGE_ACLS, type StorageAcl } from './storage/files'
export type { CollectionsFile, CollectionSpec, IndexSpec } from './database/collections-file'
export type { Documents, ExportedDocuments } from './database/read-documents'
export type { FaultEffect, FaultKind, FaultSpec } from './control/faults'
export type { CounterReport, InvocationCount } from './control/counters'
export type { InvocationLog } from './control/invocation-logs'
export type * from './types'
