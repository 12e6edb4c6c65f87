// The timer's share of notices: those whose work was cut short are carried out, and all that hold are marked done.
import { MINUTE_MS, SECOND_MS } from '@contract/time'
import type { PayNoticeRecord } from '@contract/model/order'
import type { World } from '../../ports/world'
import { isPoisoned, nameFailure } from '../outbox/name-failure'
import { raiseAlert } from '../outbox/raise-alert'
import { workNotice } from './work-notice'

const BATCH = 50
const FIRST_WAIT_MS = 15 * SECOND_MS
const MAX_WAIT_MS = 30 * MINUTE_MS
/** With the waits above: about most of a day of failures. */
const MAX_TRIES = 40

interface NoticeCounts {
  done: number
  refused: number
  failed: number
  setAside: number
}

/**
 * One that fails comes again later and lets the others pass; one that fails for itself, or most of a day, is set aside
 * with an alert. What it told is learned by queries and by reconciliation all the same.
 */
export async function workOffNotices(world: World): Promise<NoticeCounts> {
  const stored = await world.store.find(
    'pay_notices',
    { status: 'stored', dueAt: { lte: world.now } },
    { order: [['dueAt', 'asc']], limit: BATCH },
  )
  const counts = { done: 0, refused: 0, failed: 0, setAside: 0 }
  for (const record of stored) {
    try {
      const outcome = await workNotice(world, record)
      counts[outcome] += 1
      if (outcome === 'refused') continue
      const set = { status: 'done' }
      await world.store.updateIf('pay_notices', record._id, { status: 'stored' }, { set })
    } catch (error) {
      counts[await postpone(world, record, error)] += 1
    }
  }
  return counts
}

async function postpone(
  world: World,
  { _id, kind, tries: before }: PayNoticeRecord,
  error: unknown,
): Promise<'failed' | 'setAside'> {
  const reason = nameFailure(error)
  const tries = before + 1
  world.log.warn('notice-postponed', { id: _id, tries, error: reason })
  const isOver = isPoisoned(error) || tries >= MAX_TRIES
  const dueAt = world.now + Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(before, 10))
  const set = isOver ? { status: 'set-aside', tries, refusedWith: reason } : { tries, dueAt }
  await world.store.updateIf('pay_notices', _id, { status: 'stored' }, { set })
  if (!isOver) return 'failed'
  const message = `一条微信支付通知（${kind}）处理不了，已搁下，请对账核对（${reason}）`
  await raiseAlert(world, { kind: 'NOTICE_SET_ASIDE', subjectId: _id, message })
  return 'setAside'
}
