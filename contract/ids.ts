// How records are named: a prefix and a ULID-like suffix, or facts joined by colons.

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const ID_PREFIXES = {
  member: 'mbr',
  distributor: 'dst',
  product: 'prd',
  sku: 'sku',
  category: 'cat',
  campaign: 'cmp',
  material: 'mat',
  address: 'adr',
  order: 'ord',
  afterSale: 'afs',
  share: 'shr',
  attribution: 'atr',
  plan: 'pln',
  simulation: 'sim',
  withdrawal: 'wd',
  moneyDecision: 'mdc',
  notice: 'ntc',
  request: 'req',
  note: 'nte',
  dispute: 'dsp',
  handOver: 'hdo',
} as const

export type IdKind = keyof typeof ID_PREFIXES

/** A ULID (github.com/ulid/spec) from a moment in ms and a source of chance in [0, 1). */
export function ulid(now: number, random: () => number): string {
  let head = ''
  for (let rest = now, i = 0; i < 10; i += 1) {
    head = CROCKFORD[rest % 32] + head
    rest = Math.floor(rest / 32)
  }
  let tail = ''
  for (let i = 0; i < 16; i += 1) tail += CROCKFORD[Math.floor(random() * 32)]
  return head + tail
}

export const ULID_PATTERN = /^[0-9A-HJKMNP-TV-Z]{26}$/

export function idOf(kind: IdKind, suffix: string): string {
  return `${ID_PREFIXES[kind]}_${suffix}`
}

/** What stands behind the prefix: shared by a person's member and distributor ids. */
export function suffixOf(id: string): string {
  return id.slice(id.indexOf('_') + 1)
}

/** Encodes bytes in Crockford's base 32, five bits a letter, without padding. */
export function base32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += CROCKFORD[(value >>> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return out
}
