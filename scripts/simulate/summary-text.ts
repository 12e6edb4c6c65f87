// summary.json as text: whole numbers of any size, which JSON.stringify can't write, and keys that may be any text.
import {
  costRatioOf,
  topMembers,
  type NetBy,
  type Tally,
} from '../../cloudfunctions/domain/simulation/tally'
import { compareCodePoints } from '../../cloudfunctions/domain/text/compare-code-points'

const TOP = 10

/** Fields stand in the order of the format, keys of groups by code point. */
export function summaryText(tally: Tally): string {
  const fields = [
    ['orders', tally.orders],
    ['lines', tally.lines],
    ['baseFen', tally.baseFen],
    ['amountFen', tally.amountFen],
    ['reversedFen', tally.reversedFen],
    ['netFen', tally.netFen],
    ['costRatioBps', costRatioOf(tally)],
    ['byLevel', groupText(tally.byLevel)],
    ['byTier', groupText(tally.byTier)],
    ['byRule', groupText(tally.byRule)],
    ['top', topText(tally)],
  ]
  return `{\n${fields.map(([name, value]) => `  "${name}": ${value}`).join(',\n')}\n}\n`
}

function groupText(sums: NetBy): string {
  const rows = [...sums].sort(([a], [b]) => compareCodePoints(a, b))
  if (rows.length === 0) return '{}'
  return `{ ${rows.map(([key, netFen]) => `${JSON.stringify(key)}: ${netFen}`).join(', ')} }`
}

function topText(tally: Tally): string {
  const rows = topMembers(tally.byMember, TOP).map(
    ({ member, netFen }) => `    { "member": ${JSON.stringify(member)}, "netFen": ${netFen} }`,
  )
  return rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`
}
