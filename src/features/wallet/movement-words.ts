/** What each ledger entry is called in a person's wallet, and which part of it leads. */
import type { EntryCode } from '@contract/model/ledger'
import type { Api } from '@/api/call'
import { formatFen } from '@/components/money/format'
import type { MoneyState } from '@/components/money/states.data'

export type Movement = Api['distributor.getWallet']['output']['movements']['rows'][number]

type Part = 'pendingFen' | 'availableFen' | 'withdrawingFen' | 'clawbackFen'

const PARTS: readonly { part: Part; name: string }[] = [
  { part: 'pendingFen', name: '待结算' },
  { part: 'availableFen', name: '可提现' },
  { part: 'withdrawingFen', name: '提现中' },
  { part: 'clawbackFen', name: '欠款' },
]

interface MovementLook {
  name: string
  state: MoneyState
  /** The amount that leads the row. */
  leads: (movement: Movement) => number
}

/** What came free or was taken back: in or out of 可提现, the rest paid off or became a debt. */
const freeChange = (movement: Movement) => movement.availableFen - movement.clawbackFen

const LOOKS: Readonly<Partial<Record<EntryCode, MovementLook>>> = {
  COMMISSION_ACCRUED: { name: '新佣金', state: 'pending', leads: (move) => move.pendingFen },
  COMMISSION_REVERSED: { name: '退款冲销', state: 'clawback', leads: (move) => move.pendingFen },
  COMMISSION_CLAWED_BACK: { name: '退款追回', state: 'clawback', leads: freeChange },
  COMMISSION_SETTLED: { name: '佣金结算', state: 'available', leads: freeChange },
  WITHDRAWAL_REQUESTED: {
    name: '申请提现',
    state: 'withdrawing',
    leads: (move) => move.availableFen,
  },
  WITHDRAWAL_REJECTED: { name: '提现驳回，退回', state: 'available', leads: freeChange },
  WITHDRAWAL_PAID: { name: '提现到账', state: 'paid', leads: (move) => move.withdrawingFen },
  INCENTIVE_PAID: { name: '奖励', state: 'available', leads: freeChange },
  DEBT_WRITTEN_OFF: { name: '欠款核销', state: 'paid', leads: (move) => 0 - move.clawbackFen },
  WITHDRAWAL_RETURNED: { name: '提现退回', state: 'available', leads: freeChange },
}

const isKnown = (code: string): code is EntryCode => code in LOOKS

export function lookOfMovement(movement: Movement): {
  name: string
  state: MoneyState
  fen: number
} {
  const look = isKnown(movement.code) ? LOOKS[movement.code] : undefined
  if (!look) return { name: '账户变动', state: 'paid', fen: ownedChange(movement) }
  return { name: look.name, state: look.state, fen: look.leads(movement) }
}

/** What the person has more or less of, over all parts. */
function ownedChange(movement: Movement): number {
  const { pendingFen, availableFen, withdrawingFen, clawbackFen } = movement
  return pendingFen + availableFen + withdrawingFen - clawbackFen
}

/** `待结算 −¥77.97`, `可提现 +¥77.97`: every part that changed; of a single one its name, the amount stands beside it. */
export function changesOf(movement: Movement): string[] {
  const changed = PARTS.filter(({ part }) => movement[part] !== 0)
  const { fen } = lookOfMovement(movement)
  if (changed.length === 1 && changed.every(({ part }) => movement[part] === fen)) {
    return changed.map(({ name }) => name)
  }
  return changed.map(({ part, name }) => `${name} ${formatFen(movement[part], 'always')}`)
}
