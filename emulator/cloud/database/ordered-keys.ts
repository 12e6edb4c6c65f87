/** A sorted list of (order key, document key) pairs in blocks: cheap to change, quick to walk from any place. */

export interface Entry {
  sort: string
  key: string
}

const BLOCK = 512

function compare(a: Entry, sort: string, key: string): number {
  if (a.sort !== sort) return a.sort < sort ? -1 : 1
  return a.key === key ? 0 : a.key < key ? -1 : 1
}

export class OrderedKeys {
  private blocks: Entry[][] = [[]]

  static from(entries: Entry[]): OrderedKeys {
    const list = new OrderedKeys()
    entries.sort((a, b) => compare(a, b.sort, b.key))
    list.blocks = []
    for (let i = 0; i < entries.length; i += BLOCK) list.blocks.push(entries.slice(i, i + BLOCK))
    if (!list.blocks.length) list.blocks.push([])
    return list
  }

  add(sort: string, key: string): void {
    const b = this.blockFor(sort, key)
    const block = this.blocks[b] as Entry[]
    const i = lowerBound(block, sort, key)
    const there = block[i]
    if (there && there.sort === sort && there.key === key) return
    block.splice(i, 0, { sort, key })
    if (block.length > 2 * BLOCK) this.blocks.splice(b + 1, 0, block.splice(BLOCK))
  }

  remove(sort: string, key: string): void {
    const b = this.blockFor(sort, key)
    const block = this.blocks[b] as Entry[]
    const i = lowerBound(block, sort, key)
    const there = block[i]
    if (!there || there.sort !== sort || there.key !== key) return
    block.splice(i, 1)
    if (!block.length && this.blocks.length > 1) this.blocks.splice(b, 1)
  }

  /** The document keys from `low` (inclusive) to below `high`, in order. */
  *ascending(low: string, high: string): Generator<string> {
    const start = this.blockFor(low, '')
    for (let b = start; b < this.blocks.length; b++) {
      const block = this.blocks[b] as Entry[]
      for (let i = b === start ? lowerBound(block, low, '') : 0; i < block.length; i++) {
        const entry = block[i] as Entry
        if (entry.sort >= high) return
        yield entry.key
      }
    }
  }

  /** The same backwards. */
  *descending(low: string, high: string): Generator<string> {
    const start = this.blockFor(high, '')
    for (let b = start; b >= 0; b--) {
      const block = this.blocks[b] as Entry[]
      const from = b === start ? lowerBound(block, high, '') : block.length
      for (let i = from - 1; i >= 0; i--) {
        const entry = block[i] as Entry
        if (entry.sort < low) return
        yield entry.key
      }
    }
  }

  /** The block where a pair is, or belongs: the last one that begins at or before it. */
  private blockFor(sort: string, key: string): number {
    let low = 0
    let high = this.blocks.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const first = (this.blocks[middle] as Entry[])[0] as Entry
      if (compare(first, sort, key) <= 0) low = middle
      else high = middle - 1
    }
    return low
  }
}

function lowerBound(block: Entry[], sort: string, key: string): number {
  let low = 0
  let high = block.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(block[middle] as Entry, sort, key) < 0) low = middle + 1
    else high = middle
  }
  return low
}
