/** What a campaign says of its time: when it runs, how much of it is left, and why a share of it leads elsewhere. */
import { clockText, dayText, momentText } from '@/components/moment/format'
import type { OpenedShare } from '@/state/entry'

interface Dated {
  startAt: number
  endAt: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const isMidnight = (at: number) => clockText(at) === '00:00'

/** `11 月 20 日 – 11 月 30 日`; the hour is said only where it isn't midnight. */
export function runText({ startAt, endAt }: Dated): string {
  const from = isMidnight(startAt) ? dayText(startAt) : momentText(startAt)
  const to = isMidnight(endAt) ? dayText(endAt - 1) : momentText(endAt)
  return from === to ? from : `${from} – ${to}`
}

/** `2 天 3 小时`, `3 小时 12 分`, `12 分`. */
function lengthText(ms: number): string {
  if (ms >= DAY_MS) {
    const hours = Math.floor((ms % DAY_MS) / HOUR_MS)
    return `${Math.floor(ms / DAY_MS)} 天${hours > 0 ? ` ${hours} 小时` : ''}`
  }
  const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS))
  if (minutes < 60) return `${minutes} 分钟`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} 小时${rest > 0 ? ` ${rest} 分` : ''}`
}

export const leftText = (endAt: number, now: number) => `还剩 ${lengthText(endAt - now)}`
export const waitText = (startAt: number, now: number) => `还有 ${lengthText(startAt - now)}开始`

const OFF_SHELF = '那件已经下架，店里还有别的'

type Gone = NonNullable<OpenedShare['gone']>

const goneWords: Readonly<Record<Gone['why'], (gone: Gone) => string>> = {
  'product-off-shelf': () => OFF_SHELF,
  'campaign-to-come': ({ title, startAt }) =>
    `「${title}」${startAt === null ? '' : ` ${momentText(startAt)} `}才开始，先看看别的`,
  'campaign-ended': ({ title }) => `「${title}」已经结束，店里还有别的`,
  'campaign-withdrawn': () => '活动已经撤下，店里还有别的',
}

/** Why a share doesn't lead where it was made for, warmly: `那件已经下架，店里还有别的`. */
export function goneText({ gone }: Pick<OpenedShare, 'gone'>): string {
  return gone ? goneWords[gone.why](gone) : OFF_SHELF
}
