/** database/collections.json: which collections exist, who may reach them, which indexes they carry. */

export interface IndexSpec {
  name: string
  keys: [field: string, direction: 1 | -1][]
  unique?: boolean
}

export interface CollectionSpec {
  acl?: string
  indexes?: IndexSpec[]
}

export type CollectionsFile = Record<string, CollectionSpec>
