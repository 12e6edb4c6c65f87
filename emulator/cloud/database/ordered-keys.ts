/**
 * A sorted list of pairs (order key, document key) in blocks: cheap to change, quick to walk from any place. Order keys
 * and document keys lie in lists of their own: a search touches the memory of few things.
 */

export interface Entry {
  sort: string
  key: string
}

interface Block {
  sorts: string[]
  keys: string[]
}

const BLOCK = 512

export class OrderedKeys {
  private blocks: Block[] = [{ sorts: [], keys: [] }]
  /** The first order key of each block. */
  private firsts: string[] = ['']

  static from(entries: Entry[]): OrderedKeys {
    const list = new OrderedKeys()
    if (!entries.length) return list
    entries.sort((a, b) => compare(a.sort, a.key, b.sort, b.key))
    list.blocks = []
    for (let i = 0; i < entries.length; i += BLOCK) {
      const part = entries.slice(i, i + BLOCK)
      list.blocks.push({ sorts: part.map(({ sort }) => sort), keys: part.map(({ key }) => key) })
    }
    list.firsts = list.blocks.map(firstOf)
    return list
  }

  add(sort: string, key: string): void {
    const b = this.blockFor(sort, key)
    const block = this.blocks[b] as Block
    const i = lowerBound(block, sort, key)
    if (block.sorts[i] === sort && block.keys[i] === key) return
    block.sorts.splice(i, 0, sort)
    block.keys.splice(i, 0, key)
    this.firsts[b] = firstOf(block)
    if (block.sorts.length <= 2 * BLOCK) return
    const second = { sorts: block.sorts.splice(BLOCK), keys: block.keys.splice(BLOCK) }
    this.blocks.splice(b + 1, 0, second)
    this.firsts.splice(b + 1, 0, firstOf(second))
  }

  remove(sort: string, key: string): void {
    const b = this.blockFor(sort, key)
    const block = this.blocks[b] as Block
    const i = lowerBound(block, sort, key)
    if (block.sorts[i] !== sort || block.keys[i] !== key) return
    block.sorts.splice(i, 1)
    block.keys.splice(i, 1)
    if (block.sorts.length || this.blocks.length === 1) {
      this.firsts[b] = firstOf(block)
    } else {
      this.blocks.splice(b, 1)
      this.firsts.splice(b, 1)
    }
  }

  /** Document keys from order key `low` (inclusive) to below `high`, in order. */
  *ascending(low: string, high: string): Generator<string> {
    const start = this.blockFor(low, '')
    for (let b = start; b < this.blocks.length; b++) {
      const { sorts, keys } = this.blocks[b] as Block
      for (let i = b === start ? lowerBound({ sorts, keys }, low, '') : 0; i < sorts.length; i++) {
        if ((sorts[i] as string) >= high) return
        yield keys[i] as string
      }
    }
  }

  /** The same backwards. */
  *descending(low: string, high: string): Generator<string> {
    const start = this.blockFor(high, '')
    for (let b = start; b >= 0; b--) {
      const { sorts, keys } = this.blocks[b] as Block
      const from = b === start ? lowerBound({ sorts, keys }, high, '') : sorts.length
      for (let i = from - 1; i >= 0; i--) {
        if ((sorts[i] as string) < low) return
        yield keys[i] as string
      }
    }
  }

  /** The block where a pair is, or belongs: the last one that begins at or before it. */
  private blockFor(sort: string, key: string): number {
    let low = 0
    let high = this.blocks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const first = this.firsts[middle] as string
      const isBefore =
        first === sort ? ((this.blocks[middle] as Block).keys[0] as string) <= key : first < sort
      if (isBefore) low = middle
      else high = middle - 1
    }
    return low
  }
}

function firstOf({ sorts }: Block): string {
  return sorts[0] ?? ''
}

function compare(sortA: string, keyA: string, sortB: string, keyB: string): number {
  if (sortA !== sortB) return sortA < sortB ? -1 : 1
  return keyA === keyB ? 0 : keyA < keyB ? -1 : 1
}

function lowerBound({ sorts, keys }: Block, sort: string, key: string): number {
  let low = 0
  let high = sorts.length
  while (low < high) {
    const middle = (low + high) >> 1
    const found = sorts[middle] as string
    const isBefore = found === sort ? (keys[middle] as string) < key : found < sort
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}
