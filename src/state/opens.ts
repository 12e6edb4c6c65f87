/** Repeated opens of shares: gathered on the phone, told in batches, each batch told once. */
import { ApiError } from '@/api/api-error'
import { call, newRequestId } from '@/api/call'
import { readStored, writeStored } from '@/api/platform'

type Counts = Record<string, number>

interface Kept {
  /** When the oldest of them was gathered, ms. */
  since: number
  opens: Counts
  /** On its way: keeps its request id until an answer comes, so that a lost answer counts nothing twice. */
  sending: { requestId: string; opens: Counts } | null
}

const KEY = 'fenyou.opens'
const SEND_AFTER_MS = 10 * 60_000
const SEND_FROM = 10
/** What one batch may hold. */
const MOST_SHARES = 20
const MOST_OPENS = 50

const NONE: Kept = { since: 0, opens: {}, sending: null }
let isSending = false

function read(): Kept {
  try {
    return { ...NONE, ...(JSON.parse(readStored(KEY) ?? '{}') as Partial<Kept>) }
  } catch {
    return NONE
  }
}

function keep(kept: Kept): void {
  writeStored(KEY, JSON.stringify(kept))
}

/** Remembers one more opening of a share that this phone has opened before. */
export function noteOpen(shareCode: string): void {
  const kept = read()
  const { opens, since } = kept
  if (!(shareCode in opens) && Object.keys(opens).length >= MOST_SHARES) return
  const count = Math.min((opens[shareCode] ?? 0) + 1, MOST_OPENS)
  const isFirst = Object.keys(opens).length === 0
  keep({
    ...kept,
    opens: { ...opens, [shareCode]: count },
    since: isFirst ? Date.now() : since,
  })
}

function isDue({ opens, since, sending }: Kept): boolean {
  const total = Object.values(opens).reduce((sum, count) => sum + count, 0)
  if (sending) return true
  return total >= SEND_FROM || (total > 0 && Date.now() - since >= SEND_AFTER_MS)
}

/** Tells the server once there is enough to tell; what gets no answer is told again by the same id. */
export async function sendOpens(): Promise<void> {
  const kept = read()
  if (isSending || !isDue(kept)) return
  const sending = kept.sending ?? { requestId: newRequestId(), opens: kept.opens }
  if (!kept.sending) keep({ ...NONE, sending })
  isSending = true
  try {
    const opens = Object.entries(sending.opens).map(([shareCode, count]) => ({ shareCode, count }))
    await call('mall.recordOpens', { opens }, { requestId: sending.requestId })
    keep({ ...read(), sending: null })
  } catch (cause) {
    if (cause instanceof ApiError && cause.isDefinite) keep({ ...read(), sending: null })
  } finally {
    isSending = false
  }
}
