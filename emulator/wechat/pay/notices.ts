// Notices to the merchant: sealed and signed like WeChat's, sent at once, then again by WeChat's schedule until taken.
import { randomUUID } from 'node:crypto'
import type { Host } from '../host'
import type { Keyring } from '../keys'
import { readSettings } from '../settings'
import { closeWork, listOpenWork, openWork, type Tables } from '../tables'
import type { Announcement, NoticeKind } from './context'
import { readEffect } from './faults'
import { createPost, isTaken, type Post } from './post-notice'
import { sealNotice, sealOf } from './seal-notice'

const repeat = (times: number, seconds: number) => Array<number>(times).fill(seconds)
/** Seconds from one attempt to the next. */
const SCHEDULE: Record<NoticeKind, readonly number[]> = {
  payment: [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600],
  refund: [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600],
  transfer: [...repeat(10, 15), ...repeat(10, 300), ...repeat(44, 1800)],
}

export interface Notice extends Announcement {
  id: string
  /** The sealed JSON: the same in every attempt, unless the APIv3 key was changed in between. */
  body: string
  /** Under which APIv3 key the body was sealed. */
  seal: string
  createdAt: number
  attempts: { at: number; outcome: string }[]
  state: 'pending' | 'delivered' | 'abandoned'
  /** When it is due next; meaningful while pending. */
  nextAt: number
}

export interface NoticeDesk {
  announce(announcement: Announcement): void
  /** Sends one notice now, paused or not, delivered or not; resolves to the merchant's answer. */
  deliver(id: string): Promise<string>
  deliverDue(): Promise<void>
  /** Posts any body with chosen signature flaws, once, outside the schedule. */
  post: Post
  /** Resolves when nothing is on its way. */
  drain(): Promise<void>
  stop(): void
}

function dueNotices(tables: Tables, now: number): string[] {
  return listOpenWork(tables, 'notice').filter((id) => {
    const notice = tables.notices.get(id)
    return notice !== undefined && notice.nextAt <= now
  })
}

/** Seals again what was sealed under an APIv3 key that is no longer in force. */
function sealAnew(tables: Tables, keys: Keyring, notice: Notice): Notice {
  const seal = sealOf(keys)
  if (notice.seal === seal) return notice
  const body = sealNotice(notice.id, notice, keys, notice.createdAt)
  const resealed: Notice = { ...notice, body, seal }
  tables.notices.put(notice.id, resealed)
  return resealed
}

/** Keeps what an attempt came to, and when the next one is due. */
function record(host: Host, tables: Tables, id: string, at: number, outcome: string): void {
  const notice = tables.notices.get(id)
  if (!notice) return
  const attempts = [...notice.attempts, { at, outcome }]
  const isDone = isTaken(outcome) || notice.state === 'delivered'
  const pause = SCHEDULE[notice.kind][attempts.length - 1]
  const state = isDone ? 'delivered' : pause === undefined ? 'abandoned' : 'pending'
  const nextAt = at + (pause ?? 0) * 1000
  tables.notices.put(id, { ...notice, attempts, state, nextAt })
  if (state !== 'pending') closeWork(tables, 'notice', id)
  host.count('notice', { event: notice.eventType, outcome })
  if (!isDone) host.log(`notice ${notice.eventType} ${notice.about}: ${outcome}, will retry`)
}

export function createNoticeDesk(host: Host, tables: Tables, keys: () => Keyring): NoticeDesk {
  const stopped = new AbortController()
  const underway = new Map<string, Promise<string>>()

  const post = createPost(host, keys, stopped.signal)

  async function send(id: string): Promise<string> {
    const found = tables.notices.get(id)
    // The state may have been restored or reset meanwhile.
    if (!found) return 'gone'
    const notice = sealAnew(tables, keys(), found)
    const facts = { event: notice.eventType, about: notice.about, attempt: notice.attempts.length }
    const effect = readEffect(host.fault('notice', facts))
    const at = host.clock.now()
    if (effect?.kind === 'delay') await new Promise((done) => setTimeout(done, effect.ms))
    const answer = effect?.kind === 'fail' ? 'lost' : await post(notice.url, notice.body)
    // The merchant has taken it, but WeChat never learns so.
    const outcome = effect?.kind === 'drop' ? 'lost' : answer
    if (effect?.kind === 'duplicate') await post(notice.url, notice.body)
    if (!stopped.signal.aborted) record(host, tables, id, at, outcome)
    return outcome
  }

  function deliver(id: string): Promise<string> {
    const running = underway.get(id)
    if (running) return running
    const sending = send(id).finally(() => underway.delete(id))
    underway.set(id, sending)
    return sending
  }

  return {
    announce(announcement) {
      if (announcement.url === '') return
      const id = randomUUID()
      const now = host.clock.now()
      const body = sealNotice(id, announcement, keys(), now)
      const sealed = { body, seal: sealOf(keys()), createdAt: now }
      const waiting = { attempts: [], state: 'pending' as const, nextAt: now }
      tables.notices.put(id, { ...announcement, id, ...sealed, ...waiting })
      openWork(tables, 'notice', id)
      if (readSettings(tables).noticesPaused) return
      const { about } = announcement
      deliver(id).catch((error: unknown) => host.log(`notice ${about}: ${String(error)}`))
    },
    deliver,
    async deliverDue() {
      if (readSettings(tables).noticesPaused) return
      const sent = await Promise.allSettled(dueNotices(tables, host.clock.now()).map(deliver))
      for (const each of sent) {
        if (each.status === 'rejected') host.log(`notice: ${String(each.reason)}`)
      }
    },
    post,
    async drain() {
      while (underway.size > 0) await Promise.allSettled(underway.values())
    },
    stop: () => stopped.abort(),
  }
}
