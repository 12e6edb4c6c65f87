// Notices to the merchant: sealed and signed like WeChat's, sent at once, then again by WeChat's schedule until taken.
import { randomUUID } from 'node:crypto'
import type { Host } from '../host'
import type { Keyring } from '../keys'
import { toRfc3339 } from '../shanghai'
import { readSettings } from '../settings'
import { closeWork, listOpenWork, openWork, type Tables } from '../tables'
import type { Announcement, NoticeKind } from './context'
import { readEffect } from './faults'
import { encryptResource, signatureHeaders, type Flaw } from './signing'

const ANSWER_WITHIN_MS = 5_000
const repeat = (times: number, seconds: number) => Array<number>(times).fill(seconds)
/** Seconds from one attempt to the next. */
const SCHEDULE: Record<NoticeKind, readonly number[]> = {
  payment: [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600],
  refund: [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600],
  transfer: [...repeat(10, 15), ...repeat(10, 300), ...repeat(44, 1800)],
}

export interface Notice {
  id: string
  kind: NoticeKind
  eventType: string
  about: string
  /** A path means: of the cloud itself. */
  url: string
  /** The sealed JSON, the same in every attempt. */
  body: string
  createdAt: number
  attempts: { at: number; outcome: string }[]
  state: 'pending' | 'delivered' | 'abandoned'
  /** When it is due next; meaningful while pending. */
  nextAt: number
}

/** Seals an announcement into the JSON that goes over the wire. */
export function sealNotice(
  id: string,
  announcement: Announcement,
  keys: Keyring,
  now: number,
): string {
  const { originalType, plaintext } = announcement
  const sealed = encryptResource(JSON.stringify(plaintext), originalType, keys.apiV3Key)
  return JSON.stringify({
    id,
    create_time: toRfc3339(now),
    resource_type: 'encrypt-resource',
    event_type: announcement.eventType,
    summary: announcement.summary,
    resource: { original_type: originalType, ...sealed },
  })
}

export type Post = (url: string, body: string, flaw?: Flaw) => Promise<string>

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

function createPost(host: Host, keys: () => Keyring, stopped: AbortSignal): Post {
  return async (target, body, flaw) => {
    const url = target.startsWith('/') ? `${host.base()}${target}` : target
    const signed = signatureHeaders(body, keys(), host.clock.now(), flaw)
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: '*/*',
          'User-Agent': 'Mozilla/4.0',
          'Request-ID': randomUUID(),
          ...signed,
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([stopped, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      })
      await answer.arrayBuffer()
      return String(answer.status)
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable'
    }
  }
}

function dueNotices(tables: Tables, now: number): string[] {
  return listOpenWork(tables, 'notice').filter((id) => {
    const notice = tables.notices.get(id)
    return notice !== undefined && notice.nextAt <= now
  })
}

export function createNoticeDesk(host: Host, tables: Tables, keys: () => Keyring): NoticeDesk {
  const stopped = new AbortController()
  const underway = new Map<string, Promise<string>>()

  const post = createPost(host, keys, stopped.signal)

  function record(id: string, at: number, outcome: string): void {
    const notice = tables.notices.get(id)
    if (!notice || stopped.signal.aborted) return
    const attempts = [...notice.attempts, { at, outcome }]
    const isTaken = outcome === '200' || outcome === '204' || notice.state === 'delivered'
    const pause = SCHEDULE[notice.kind][attempts.length - 1]
    const state = isTaken ? 'delivered' : pause === undefined ? 'abandoned' : 'pending'
    const nextAt = at + (pause ?? 0) * 1000
    tables.notices.put(id, { ...notice, attempts, state, nextAt })
    if (state !== 'pending') closeWork(tables, 'notice', id)
    host.count('notice', { event: notice.eventType, outcome })
    if (!isTaken) host.log(`notice ${notice.eventType} ${notice.about}: ${outcome}, will retry`)
  }

  async function send(id: string): Promise<string> {
    const notice = tables.notices.get(id)
    // The state may have been restored or reset meanwhile.
    if (!notice) return 'gone'
    const facts = { event: notice.eventType, about: notice.about, attempt: notice.attempts.length }
    const effect = readEffect(host.fault('notice', facts))
    const at = host.clock.now()
    if (effect?.kind === 'delay') await new Promise((done) => setTimeout(done, effect.ms))
    const isLost = effect?.kind === 'fail' || effect?.kind === 'drop'
    const outcome = isLost ? 'lost' : await post(notice.url, notice.body)
    if (effect?.kind === 'duplicate') await post(notice.url, notice.body)
    record(id, at, outcome)
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
      const { kind, eventType, about, url } = announcement
      const body = sealNotice(id, announcement, keys(), now)
      const rest = { createdAt: now, attempts: [], state: 'pending' as const, nextAt: now }
      tables.notices.put(id, { id, kind, eventType, about, url, body, ...rest })
      openWork(tables, 'notice', id)
      if (readSettings(tables).noticesPaused) return
      deliver(id).catch((error: unknown) => host.log(`notice ${about}: ${String(error)}`))
    },
    deliver,
    async deliverDue() {
      if (readSettings(tables).noticesPaused) return
      await Promise.all(dueNotices(tables, host.clock.now()).map(deliver))
    },
    post,
    async drain() {
      while (underway.size > 0) await Promise.allSettled(underway.values())
    },
    stop: () => stopped.abort(),
  }
}
