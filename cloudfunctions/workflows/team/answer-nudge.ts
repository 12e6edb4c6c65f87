// What the receiver does with nudges: sees them, says thanks or puts them away, and turns them off.
import type { Api } from '@contract/api'
import { addDays, startOfDate } from '@contract/time'
import { refuse } from '../../domain/refuse'
import { nudgeIdOf } from '../../domain/team/judge-nudge'
import type { Context } from '../../ports/world'
import { readPage } from '../read-page'
import { callerId } from './get-team-member'

export async function listNudges(
  ctx: Context,
  { cursor }: Api['distributor.listNudges']['parsed'],
): Promise<Api['distributor.listNudges']['output']> {
  const where = { to: callerId(ctx) }
  const { rows, next } = await readPage(ctx.store, 'nudges', { where, by: 'at', cursor })
  return {
    isOn: ctx.caller.distributor?.refusesNudges !== true,
    rows: rows.map(({ week, fromName, at, state }) => ({ week, fromName, at, state })),
    next,
  }
}

/** Only whoever brought the caller in can have sent it, so the week names it. Refuses NUDGE_UNKNOWN. */
export async function answerNudge(
  ctx: Context,
  { week, answer }: Api['distributor.answerNudge']['parsed'],
): Promise<Api['distributor.answerNudge']['output']> {
  const { store, now, caller } = ctx
  const inviterId = caller.distributor?.inviterId
  if (!inviterId || addDays(week, 0) !== week) throw refuse('NUDGE_UNKNOWN')
  const id = nudgeIdOf(inviterId, callerId(ctx), startOfDate(week))
  const state = answer === 'thank' ? 'thanked' : 'closed'
  const change = { set: { state, answeredAt: now } }
  if (await store.updateIf('nudges', id, { state: 'sent' }, change)) return { state }
  const known = await store.get('nudges', id)
  if (!known) throw refuse('NUDGE_UNKNOWN')
  return { state: known.state }
}

/** What was sent before stays. */
export async function setNudges(
  ctx: Context,
  { isOn }: Api['distributor.setNudges']['parsed'],
): Promise<Api['distributor.setNudges']['output']> {
  const change = { set: { refusesNudges: !isOn } }
  await ctx.store.updateIf('distributors', callerId(ctx), {}, change)
  return { isOn }
}
