/** Finds the share a person came through, on a cold start, a warm start and a scanned code, once each. */
import { create } from 'zustand'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { launchEntry, onEntry, SINGLE_PAGE } from '@/api/platform'
import type { Entry } from '@/api/platform'
import { noteOpen, sendOpens } from './opens'

const SHARE_CODE = /^[0-9A-Za-z_-]{4,32}$/
/** The launch and the first coming to the front tell the same way in twice, at once. */
const SAME_MS = 2_000
/** Longer ago than this the server is asked again: a binding may have run out meanwhile. */
const KEPT_MS = 60 * 60_000

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** `s=ABC123` in the query of a card, or in the scene of a code; `scene=ABC123` alone is a code too. */
export function shareCodeOf({ query }: Pick<Entry, 'query'>): string | null {
  const scene = decoded(query['scene'] ?? '')
  const pair = /(?:^|&)s=([^&]*)/.exec(scene)
  const code = query['s'] ?? (pair ? pair[1] : scene)
  return code !== undefined && SHARE_CODE.test(code) ? code : null
}

export type OpenedShare = Api['mall.openShare']['output']

interface Opened {
  code: string
  share: Promise<OpenedShare | null>
  /** When the server was asked, and when the share was last opened, ms. */
  askedAt: number
  openedAt: number
}
let opened: Opened | null = null

/** Opens a share by its code; the same code again is one visit until another comes. Null: it has expired. */
export function openShare(shareCode: string): Promise<OpenedShare | null> {
  if (opened?.code === shareCode) return opened.share
  const share = call('mall.openShare', { shareCode })
    .then((answer) => {
      if (answer.isRepeat) noteOpen(shareCode)
      return answer
    })
    .catch(() => {
      // A lost answer must not lose the sharer: the next way in tries again.
      if (opened?.code === shareCode) opened = null
      return null
    })
  const now = Date.now()
  opened = { code: shareCode, share, askedAt: now, openedAt: now }
  return share
}

/** The share this phone was last opened through, for pages that order or apply. */
export const currentShareCode = () => opened?.code ?? null

/** A code that was typed in is the way in from now on. */
export function keepTyped(code: string, share: OpenedShare): void {
  const now = Date.now()
  opened = { code, share: Promise.resolve(share), askedAt: now, openedAt: now }
}

/** The latest way in by a share: a tab page stays mounted and hears of a warm start only here. */
export const useEntered = create<{ code: string | null; path: string }>(() => ({
  code: null,
  path: '',
}))

/** The same card or code again: counted on the phone, and asked again only after a while. */
function openAgain(now: number): boolean {
  if (!opened || now - opened.openedAt < SAME_MS) return false
  opened.openedAt = now
  if (now - opened.askedAt >= KEPT_MS) {
    opened = null
    return true
  }
  noteOpen(opened.code)
  return false
}

/** Watches the ways in from launch on. */
export function watchEntries(onShare: (share: OpenedShare, entry: Entry) => void): void {
  const follow = (entry: Entry) => {
    // Looking at it in 朋友圈 is no visit yet: whoever goes on comes in anew, with the same code.
    if (entry.scene === SINGLE_PAGE) return
    const code = shareCodeOf(entry)
    void sendOpens()
    if (code === null) return
    useEntered.setState({ code, path: entry.path.replace(/^\//, '') })
    if (code === opened?.code && !openAgain(Date.now())) return
    void openShare(code).then((share) => {
      if (share) onShare(share, entry)
    })
  }
  follow(launchEntry())
  onEntry(follow)
}
