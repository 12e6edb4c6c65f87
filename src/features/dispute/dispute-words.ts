/** What the pages say of customers, of disputes about them, and of whose turn it is. Pure. */
import type { Api } from '@/api/call'
import { serverNow } from '@/api/clock'
import { dayText, momentText } from '@/components/moment/format'
import type { TagTone } from '@/components/tag'
import type { Failure } from '@/state/failure'
import { DAY_MS } from '@contract/time'

export type OwnCustomer = Api['distributor.listCustomers']['output']['rows'][number]
export type Claimable = Api['distributor.listClaimable']['output']['rows'][number]
export type OwnRow = Api['distributor.listDisputes']['output']['rows'][number]
export type OwnDispute = Api['distributor.getDispute']['output']
export type ShopRow = Api['owner.listDisputes']['output']['rows'][number]
export type ShopDispute = Api['owner.getDispute']['output']
export type Statement = OwnDispute['claim']
export type Stance = NonNullable<OwnDispute['answer']>['stance']
export type Outcome = Api['owner.decideDispute']['input']['outcome']

interface Look {
  word: string
  tone: TagTone
}

const channels: Readonly<Record<NonNullable<OwnCustomer['channel']>, string>> = {
  friend: '好友分享',
  group: '群分享',
  timeline: '朋友圈',
  poster: '海报',
  text: '文案里的码',
}

export const channelText = (channel: OwnCustomer['channel']) =>
  channel === null ? '打开分享' : `打开${channels[channel]}`

/** Instead of the lists, for whoever may not see them now; null where the lists can be shown. */
export const closedWords = (error: Failure | null) =>
  error?.code === 'DISTRIBUTOR_NOT_ACTIVE'
    ? { title: '现在看不了顾客', text: '你的分销身份现在不可用，恢复之后就能接着看。' }
    : null

/** How somebody became the person's customer. */
export function cameText({ cause, isTyped, channel }: OwnCustomer): string {
  if (cause === 'moved-by-owner') return '店里划给我'
  if (cause === 'dispute-decided') return '店里裁定归我'
  return isTyped ? '补填邀请码' : channelText(channel)
}

/** Who never gave a name has none to mask. */
export const shownName = (name: string) => (/[^*]/.test(name) ? name : '没留名字的顾客')

/** Until when they stay: `还有 12 天`; the last days are marked. */
export function untilLook({ expireAt, isExpired }: OwnCustomer, now = serverNow()): Look {
  if (isExpired) return { word: '已到期', tone: 'plain' }
  if (expireAt === null) return { word: '长期有效', tone: 'plain' }
  const days = Math.ceil((expireAt - now) / DAY_MS)
  if (days <= 0) return { word: '已到期', tone: 'plain' }
  return { word: `还有 ${days} 天`, tone: days <= 7 ? 'warn' : 'plain' }
}

/** Whether the person's word is asked for. */
export const isAsked = ({ side, status }: Pick<OwnRow, 'side' | 'status'>) =>
  side === 'holder' && status === 'raised'

/** A dispute's state as one of the two reads it. */
export function ownLook(
  row: Pick<OwnRow, 'side' | 'status' | 'answerBy'>,
  now = serverNow(),
): Look {
  const isMine = row.side === 'claimant'
  switch (row.status) {
    case 'raised':
      if (!isMine) return { word: '等你回应', tone: 'warn' }
      if (now >= row.answerBy) return { word: '等店里裁定', tone: 'note' }
      return { word: '等对方回应', tone: 'note' }
    case 'answered':
      return { word: '等店里裁定', tone: 'note' }
    case 'upheld':
      return isMine ? { word: '归你了', tone: 'good' } : { word: '归对方了', tone: 'plain' }
    case 'dismissed':
      return isMine ? { word: '没有划给你', tone: 'plain' } : { word: '维持原样', tone: 'good' }
    case 'withdrawn':
      return { word: isMine ? '已撤回' : '对方撤回了', tone: 'plain' }
  }
}

export function ownNote({ side, otherName, raisedAt }: OwnRow): string {
  const who = side === 'claimant' ? `提出时归 ${otherName}` : `${otherName} 提出`
  return `${who} · ${dayText(raisedAt)}`
}

/** What is going on, and what comes next, for one of the two. */
export function ownHead(dispute: OwnDispute, now = serverNow()): { title: string; text: string } {
  const { word: title } = ownLook(dispute, now)
  const by = momentText(dispute.answerBy, now)
  const isMine = dispute.side === 'claimant'
  switch (dispute.status) {
    case 'raised':
      if (isMine && now < dispute.answerBy) {
        return { title, text: `对方可以在 ${by} 前回应，之后由店里裁定。` }
      }
      if (isMine) return { title, text: '对方没有按时回应，店里会按记录裁定。' }
      if (now >= dispute.answerBy) {
        return { title, text: `${by} 已经过了。店里裁定之前，你还可以回应。` }
      }
      return { title, text: `请在 ${by} 前回应。到时没有回应，店里会按记录裁定。` }
    case 'answered':
      return { title, text: '两边的话都在店里了，结果会写在这里。' }
    case 'upheld':
      return { title, text: isMine ? '从下一单起记给你。' : '从下一单起记给对方，之前的订单不变。' }
    case 'dismissed':
      return { title, text: isMine ? '这位顾客还是对方的。' : '这位顾客还是你的。' }
    case 'withdrawn':
      return { title, text: '归属没有变。' }
  }
}

export const stanceWords: Readonly<Record<Stance, string>> = {
  keep: '认为该归自己',
  yield: '愿意让出',
}

/** A dispute's state as the shop reads it. */
export function shopLook({ status, isRipe }: Pick<ShopRow, 'status' | 'isRipe'>): Look {
  switch (status) {
    case 'upheld':
      return { word: '划给了提出方', tone: 'good' }
    case 'dismissed':
      return { word: '维持原样', tone: 'plain' }
    case 'withdrawn':
      return { word: '提出方撤回', tone: 'plain' }
    default:
      return isRipe ? { word: '可以裁定', tone: 'warn' } : { word: '等对方回应', tone: 'note' }
  }
}

export function shopNote(row: ShopRow): string {
  const { status, raisedAt, answerBy, endedAt, isRipe } = row
  if (endedAt !== null) return `${dayText(endedAt)}了结`
  if (!isRipe) return `等到 ${momentText(answerBy)}`
  return status === 'answered'
    ? `${dayText(raisedAt)}提出 · 对方已回应`
    : `${dayText(raisedAt)}提出 · 对方没有按时回应`
}

/** Who has the customer now. */
export function nowText({ customer }: ShopDispute): string {
  return customer.now === 'nobody'
    ? '现在谁的顾客都不是'
    : `现在是 ${customer.nowName ?? ''} 的顾客`
}

/** What each decision does, said before it is taken. */
export function outcomeText(outcome: Outcome, dispute: ShopDispute): string {
  const { claimantName, claimant, customer } = dispute
  if (outcome === 'dismissed') return '这位顾客归谁不变，两边都会看到你写的原因。'
  if (customer.now === 'claimant') return `他已经是 ${claimantName} 的顾客，归属不用再动。`
  if (customer.now === 'third') return '他后来又归了第三个人，不能按这件划走。'
  const after = `从下一单起记给 ${claimantName}，已经下的单不变。`
  return claimant.isReady ? after : `${after}他现在接不了顾客：不是正常状态，或者没签协议。`
}
