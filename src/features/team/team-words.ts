/** How a team is said in words. */
import type { Api } from '@/api/call'
import { formatCount, formatFen } from '@/components/money/format'
import { placesBelow } from './tree/tree-row'
import type { TreeRow } from './tree/tree-row'

export type Member = Api['distributor.getTeamMember']['output']
export type Team = Api['distributor.getTeam']['output']
export type TeamSort = NonNullable<Api['distributor.listTeam']['input']['sort']>

export const teamSorts: readonly { key: TeamSort; text: string }[] = [
  { key: 'sales', text: '本月销售' },
  { key: 'quiet', text: '最久没动静' },
  { key: 'newest', text: '新来的' },
]

/** `昨天有动静`, `21 天没动静`, `加入 3 天，还没有动静` */
export function activityText(member: Member): string {
  const { standing, livelyOn, quietDays, isLively } = member
  if (standing === 'paused') return '已暂停'
  if (livelyOn === null) return quietDays === 0 ? '今天加入' : `加入 ${quietDays} 天，还没有动静`
  if (!isLively) return `${quietDays} 天没动静`
  return quietDays === 0 ? '今天有动静' : quietDays === 1 ? '昨天有动静' : `${quietDays} 天前有动静`
}

export const nudgeWords: Record<Exclude<Member['nudge'], 'offered' | 'none'>, string> = {
  sent: '这周提醒过了',
  thanked: '提醒过，他说谢谢',
  closed: '这周提醒过了',
  refused: '他不收提醒',
}

/** The picture in one sentence, for whoever can't see it. */
export function treeSummary({ name, direct, indirect, salesFen, rows }: Team): string {
  const [first] = placesBelow(rows).get(-1) ?? []
  const best = first === undefined ? undefined : rows[first]
  const most = best?.salesFen ? `，卖得最多的是${best.name}，${formatFen(best.salesFen)}` : ''
  return (
    `${name} 的团队：直接成员 ${formatCount(direct.people)} 人，其中活跃 ${formatCount(direct.lively)} 人；` +
    `间接成员 ${formatCount(indirect.people)} 人。本月一共卖出 ${formatFen(salesFen)}${most}。`
  )
}

/** Names of those right under a row, and how many more there are. */
export function namesBelow(
  rows: readonly TreeRow[],
  places: readonly number[],
  shown: number,
): string {
  const names = places.slice(0, shown).map((at) => rows[at]?.name ?? '')
  const more = places.length - names.length
  return more > 0 ? `${names.join('、')} 等 ${places.length} 人` : names.join('、')
}
