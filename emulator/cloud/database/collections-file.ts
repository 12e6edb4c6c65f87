/** database/collections.json: which collections exist, who may reach them, which indexes they carry. */

export interface IndexSpec {
  name: string
  keys: [field: string, direction: 1 | -1][]
  unique?: boolean
}

/** The four ready-made permissions, by the names the platform gives them. */
export const ACL_TAGS = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'] as const
export type AclTag = (typeof ACL_TAGS)[number]

export const RULE_KEYS = ['read', 'write', 'create', 'update', 'delete'] as const

/**
 * A safe rule: for each operation true, false or an expression that must hold. `write` stands in for create, update
 * and delete where they are left out; what nothing is said of is forbidden.
 */
export type SafeRule = Partial<Record<(typeof RULE_KEYS)[number], boolean | string>>

/** What clients may do; functions may do everything. */
export type Access = AclTag | SafeRule

export interface CollectionSpec {
  /** A tag or a safe rule; ADMINONLY unless given. */
  acl?: string | SafeRule
  indexes?: IndexSpec[]
}

export type CollectionsFile = Record<string, CollectionSpec>
