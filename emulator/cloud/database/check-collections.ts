/** Finds the mistakes of a collections file before anything is made of it, all of them at once. */
import { findRuleMistake } from '../access/parse-rule'
import { invalidParam } from './tcb-error'
import {
  ACL_TAGS,
  RULE_KEYS,
  type Access,
  type CollectionsFile,
  type CollectionSpec,
  type IndexSpec,
} from './collections-file'

/** What WeChat's quota allows a collection, besides the index on _id. */
const MAX_INDEXES = 20
/** What MongoDB allows an index. */
const MAX_FIELDS = 32
const MAX_NAME_BYTES = 200

/** The declaration says something the platform could not carry out; the message lists every mistake. */
export class CollectionsInvalid extends Error {
  override name = 'CollectionsInvalid'
  constructor(readonly mistakes: string[]) {
    super(`the collections are declared wrongly:\n${mistakes.join('\n')}`)
  }
}

export function checkCollections(file: CollectionsFile): void {
  const mistakes = Object.entries(file).flatMap(([name, spec]) =>
    mistakesOf(name, spec).map((mistake) => `${name}: ${mistake}`),
  )
  if (mistakes.length) throw new CollectionsInvalid(mistakes)
}

function mistakesOf(name: string, { acl, indexes = [] }: CollectionSpec): string[] {
  const mistakes: string[] = []
  if (!isCollectionName(name)) mistakes.push('not a name for a collection')
  mistakes.push(...mistakesOfAccess(acl))
  if (indexes.length > MAX_INDEXES) mistakes.push(`more than ${MAX_INDEXES} indexes`)
  const names = indexes.map((index) => index.name)
  for (const twice of names.filter((one, i) => names.indexOf(one) !== i)) {
    mistakes.push(`two indexes are named ${twice}`)
  }
  for (const index of indexes) mistakes.push(...mistakesOfIndex(index))
  return mistakes
}

function mistakesOfAccess(acl: CollectionSpec['acl']): string[] {
  if (acl === undefined || ACL_TAGS.includes(acl as (typeof ACL_TAGS)[number])) return []
  if (typeof acl === 'string') return [`unknown acl ${acl}`]
  return Object.entries(acl).flatMap(([key, rule]) => {
    if (!RULE_KEYS.includes(key as (typeof RULE_KEYS)[number])) return [`unknown rule ${key}`]
    const mistake = typeof rule === 'boolean' ? null : findRuleMistake(rule)
    return mistake ? [`rule ${key}: ${mistake}`] : []
  })
}

function mistakesOfIndex({ name, keys }: IndexSpec): string[] {
  const where = `index ${name}`
  const mistakes: string[] = []
  if (!name || name === '_id_') mistakes.push(`${where}: not a name for an index`)
  if (!Array.isArray(keys))
    return [...mistakes, `${where}: keys is not a list of [field, direction]`]
  if (!keys.length) mistakes.push(`${where}: no fields`)
  if (keys.length > MAX_FIELDS) mistakes.push(`${where}: more than ${MAX_FIELDS} fields`)
  const fields = keys.map(([field]) => field)
  if (new Set(fields).size !== fields.length) mistakes.push(`${where}: a field is named twice`)
  for (const [field, direction] of keys) {
    if (!field || field.startsWith('$')) mistakes.push(`${where}: "${field}" is no field`)
    if (Math.abs(direction) !== 1) mistakes.push(`${where}: direction of ${field} is not 1 or -1`)
  }
  return mistakes
}

/** MongoDB's rules for names. */
function isCollectionName(name: unknown): name is string {
  if (typeof name !== 'string' || !name) return false
  const isOdd = name.includes('$') || name.includes('\0') || name.startsWith('system.')
  return !isOdd && Buffer.byteLength(name) <= MAX_NAME_BYTES
}

/** Throws when a collection cannot be made under that name. */
export function checkCollectionName(name: unknown): void {
  if (name === undefined || name === '') throw invalidParam('Collection name is required')
  if (!isCollectionName(name)) throw invalidParam('Invalid collection name')
}

/** Access as declared; what checkCollections has not seen counts as closed. */
export function accessOf(acl: CollectionSpec['acl']): Access {
  if (typeof acl === 'object') return acl
  return ACL_TAGS.find((tag) => tag === acl) ?? 'ADMINONLY'
}
