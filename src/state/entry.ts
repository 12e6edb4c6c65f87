/** Finds the share a person came through, on a cold start, a warm start and a scanned code, once each. */
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { launchEntry, onEntry } from '@/api/platform'
import type { Entry } from '@/api/platform'

const SHARE_CODE = /^[0-9A-Za-z_-]{4,32}$/

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

let opened: { code: string; share: Promise<OpenedShare | null> } | null = null

/** Opens a share by its code; the same code again is one visit until another comes. Null: it has expired. */
export function openShare(shareCode: string): Promise<OpenedShare | null> {
  if (opened?.code === shareCode) return opened.share
  const share = call('mall.openShare', { shareCode }).catch(() => {
    // A lost answer must not lose the sharer: the next way in tries again.
    if (opened?.code === shareCode) opened = null
    return null
  })
  opened = { code: shareCode, share }
  return share
}

/** The share this phone was last opened through, for pages that order or apply. */
export const currentShareCode = () => opened?.code ?? null

/** Watches the ways in from launch on. */
export function watchEntries(onShare: (share: OpenedShare, entry: Entry) => void): void {
  const follow = (entry: Entry) => {
    const code = shareCodeOf(entry)
    // The launch and the first coming to the front tell the same way in twice.
    if (code === null || code === opened?.code) return
    void openShare(code).then((share) => {
      if (share) onShare(share, entry)
    })
  }
  follow(launchEntry())
  onEntry(follow)
}
