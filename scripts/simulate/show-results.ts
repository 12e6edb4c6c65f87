// What a simulation says on the terminal: a short table, and a bar while it works.
import type { Whole } from '@contract/money'
import { warnOverCap } from '../../cloudfunctions/domain/commission/warn-over-cap'
import { costRatioOf, topMembers, type NetBy } from '../../cloudfunctions/domain/simulation/tally'
import type { Results, Told } from './simulate-files'

const SHOWN = 5
const BAR = 24

/** Amounts in yuan, the largest earners and rules first. */
export function showResults({ rules, tally }: Results): string {
  const ratio = Number(costRatioOf(tally))
  const warnings = warnOverCap(rules).map(
    ({ rule, tier, totalBps }) =>
      `warning: ${rule}${tier === '' ? '' : ` with tier ${tier}`} adds up to ${percent(totalBps)}, ` +
      `the cap limits what is paid to ${percent(rules.capBps)}`,
  )
  return [
    `plan ${rules.version}: ${tally.orders} orders, ${tally.lines} lines`,
    row('base', tally.baseFen),
    row('refunded', tally.refundedFen),
    row('commissions', tally.amountFen),
    row('reversed', tally.reversedFen),
    `${row('net', tally.netFen)}  ${percent(ratio)} of what was kept`,
    ...group('level', tally.byLevel),
    ...group('tier', tally.byTier),
    ...group('rule', tally.byRule),
    ...topMembers(tally.byMember, SHOWN).map(({ member, netFen }) => row(`top ${member}`, netFen)),
    ...warnings,
    '',
  ].join('\n')
}

function group(name: string, sums: NetBy): string[] {
  const rows = topMembers(sums, SHOWN)
  return rows.map(({ member: key, netFen }) =>
    row(`${name} ${key === '' ? '(none)' : key}`, netFen),
  )
}

const row = (name: string, amount: Whole) => `  ${name.padEnd(24)} ${yuan(amount).padStart(20)}`

function yuan(amount: Whole): string {
  const digits = String(amount).padStart(3, '0')
  return `¥${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`
}

const percent = (rate: number) =>
  `${Math.floor(rate / 100)}.${String(rate % 100).padStart(2, '0')} %`

/** Draws a bar that rewrites itself; only where somebody looks at a terminal, else it says nothing. */
export function drawProgress(stream: NodeJS.WriteStream): Told {
  if (!stream.isTTY) return () => undefined
  let shown = ''
  return (step, done, of) => {
    const filled = of === 0 ? BAR : Math.floor((done * BAR) / of)
    const bar = `${step.padEnd(10)} ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`
    if (bar !== shown) stream.write(`\r${bar}`)
    shown = bar
  }
}

/** Takes the bar away, so that what is said next begins on a line of its own. */
export function clearProgress(stream: NodeJS.WriteStream): void {
  if (stream.isTTY) stream.write('\r\x1b[K')
}
