/** One index of a collection: finds documents by equal leading fields and walks them in order of the next. */
import type { IndexSpec } from './collections-file'
import { OrderedKeys, type Entry } from './ordered-keys'
import { orderKey } from './order-values'
import { valueAt, valuesAt, type Document } from './values'

/** Sorts after every key that begins with the same text. */
export const AFTER = '\uffff\uffff'
/** The end of a range that holds one key alone. */
const NEXT = '\0'

export class CollectionIndex {
  readonly fields: string[]
  readonly unique: boolean
  /** How many documents hold arrays there: then order and ranges can't be read off. */
  private several = 0
  private entries = new OrderedKeys()

  constructor(readonly spec: IndexSpec) {
    this.fields = spec.keys.map(([field]) => field)
    this.unique = spec.unique === true
  }

  get isMultikey(): boolean {
    return this.several > 0
  }

  /** Names one of its keys among all indexes of the collection. */
  mark(sort: string): string {
    return `${this.spec.name}\0${sort}`
  }

  /** The index keys of a document; one, unless a field holds an array. */
  keysOf(document: Document): string[] {
    const parts = this.fields.map((field) => fieldKeys(document, field))
    if (parts.every(({ length }) => length === 1))
      return [joined(parts.map(([only]) => only ?? ''))]
    const keys = parts.reduce(
      (all, some) => all.flatMap((key) => some.map((part) => key + part)),
      [''],
    )
    return keys.map((key) => joined([key]))
  }

  /** MongoDB indexes at most one array of a document: the fields that hold one when there are several. */
  parallelArrays(document: Document): string[] {
    if (this.fields.length < 2 || !this.fields.some((field) => mayMeetArray(document, field)))
      return []
    const arrays = this.fields.filter((field) => arrayOn(document, field) !== null)
    return new Set(arrays.map((field) => arrayOn(document, field))).size > 1 ? arrays : []
  }

  private meetsArray(document: Document): boolean {
    return this.fields.some((field) => {
      const values = valuesAt(document, field)
      return values.length > 1 || Array.isArray(values[0])
    })
  }

  /** Whether it surely sees no difference between two versions of a document: plain values of plain fields. */
  isBlindTo(before: Document, after: Document): boolean {
    for (const field of this.fields) {
      const value = before[field]
      if (value !== after[field] || field.includes('.')) return false
      if (typeof value === 'object' && value !== null) return false
    }
    return true
  }

  add(key: string, document: Document): void {
    const sorts = this.keysOf(document)
    if (this.meetsArray(document)) this.several++
    for (const sort of sorts) this.entries.add(sort, key)
  }

  remove(key: string, document: Document): void {
    const sorts = this.keysOf(document)
    if (this.meetsArray(document)) this.several--
    for (const sort of sorts) this.entries.remove(sort, key)
  }

  rebuild(documents: Iterable<[string, Document]>): void {
    const entries: Entry[] = []
    this.several = 0
    for (const [key, document] of documents) {
      const sorts = this.keysOf(document)
      if (this.meetsArray(document)) this.several++
      for (const sort of sorts) entries.push({ sort, key })
    }
    this.entries = OrderedKeys.from(entries)
  }

  /** Document keys with index keys in [low, high), in order. */
  walk(low: string, high: string, direction: 1 | -1): Iterable<string> {
    return direction === 1 ? this.entries.ascending(low, high) : this.entries.descending(low, high)
  }

  /** Documents that hold exactly this index key. */
  holders(sort: string): Iterable<string> {
    return this.entries.ascending(sort, sort + NEXT)
  }
}

/** As one piece of memory: text put together with + stays in pieces that each comparison gathers anew. */
function joined(parts: string[]): string {
  return ['', ...parts].join('')
}

function fieldKeys(document: Document, field: string): string[] {
  const values = valuesAt(document, field)
  const first = values[0]
  if (values.length === 0) return [orderKey(null)]
  if (values.length === 1 && !Array.isArray(first)) return [orderKey(first)]
  const all = values.flatMap((value) => (Array.isArray(value) ? [value, ...value] : [value]))
  return [...new Set(all.map(orderKey))]
}

function mayMeetArray(document: Document, field: string): boolean {
  return field.includes('.') || Array.isArray(document[field])
}

/** The path of the first array on the way to a field. */
function arrayOn(document: Document, field: string): string | null {
  const steps = field.split('.')
  for (let length = 1; length <= steps.length; length++) {
    const path = steps.slice(0, length).join('.')
    if (Array.isArray(valueAt(document, path))) return path
  }
  return null
}
