/** What the people desk says about a distributor's standing, and what it can be asked. Pure. */
import type { Api } from '@/api/call'
import { dayText, momentText } from '@/components/moment/format'
import type { TagTone } from '@/components/tag'
import type { CreditGrade } from '@contract/model/credit'
import type { TierKey } from '@contract/model/shop'
import { startOfDate } from '@contract/time'

export type Person = Api['owner.listDistributors']['output']['rows'][number]
export type PersonPage = Api['owner.getPerson']['output']
/** What a decision about somebody needs to know. */
export type PersonHead = Pick<Person, 'id' | 'name' | 'status' | 'tier'>
type Standing = Person['status']
type Asked = Api['owner.listDistributors']['input']
type Only = NonNullable<Asked['only']>
type Sort = NonNullable<Asked['sort']>

export const standingWords: Readonly<Record<Standing, { word: string; tone: TagTone }>> = {
  applied: { word: '等审核', tone: 'warn' },
  approved: { word: '待签约', tone: 'warn' },
  active: { word: '分销中', tone: 'good' },
  frozen: { word: '已冻结', tone: 'bad' },
  rejected: { word: '没通过', tone: 'plain' },
  exited: { word: '已退出', tone: 'plain' },
}

export const standingFilters: readonly { key: Standing | 'all'; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'applied', text: '等审核' },
  { key: 'approved', text: '待签约' },
  { key: 'active', text: '分销中' },
  { key: 'frozen', text: '已冻结' },
  { key: 'rejected', text: '没通过' },
  { key: 'exited', text: '已退出' },
]

export const onlyFilters: readonly { key: Only | 'all'; text: string }[] = [
  { key: 'all', text: '不限' },
  { key: 'of-note', text: '要留意' },
  { key: 'tier-held', text: '等级由店主保留' },
  { key: 'quiet', text: '30 天没动静' },
]

export const sortItems: readonly { key: Sort; text: string }[] = [
  { key: 'newest', text: '最新' },
  { key: 'sales', text: '销售' },
  { key: 'earnings', text: '佣金' },
]

/** What the list is asked for now. */
export interface PeopleAsked {
  status: Standing | 'all'
  tier: TierKey | 'all'
  only: Only | 'all'
  credit: CreditGrade | 'all'
  /** A member id, or `none`: nobody answers for them. */
  manager: string
  search: string
  sort: Sort
}

export const EVERYBODY: PeopleAsked = {
  status: 'all',
  tier: 'all',
  only: 'all',
  credit: 'all',
  manager: 'all',
  search: '',
  sort: 'newest',
}

export const isNarrowed = (asked: PeopleAsked) =>
  JSON.stringify({ ...asked, sort: 'newest' }) !== JSON.stringify(EVERYBODY) ||
  asked.sort !== 'newest'

/** As the action takes it: what is not asked is left out. */
export function inputOf(asked: PeopleAsked): Asked {
  const { status, tier, only, credit, manager, search, sort } = asked
  return {
    ...(status === 'all' ? {} : { status }),
    ...(tier === 'all' ? {} : { tier }),
    ...(only === 'all' ? {} : { only }),
    ...(credit === 'all' ? {} : { credit }),
    ...(manager === 'all' ? {} : { manager }),
    ...(search === '' ? {} : { search }),
    ...(sort === 'newest' ? {} : { sort }),
  }
}

/** `信用 A`, `周经理 负责`; nothing of who is not there (any more). */
export function answererFacts({ credit, managerName, status }: Person): string[] {
  if (status !== 'active' && status !== 'frozen') return []
  const grade = credit === null ? '信用还没有评' : `信用 ${credit}`
  return [grade, managerName === null ? '没有负责人' : `${managerName} 负责`]
}

/** `最近一次动静 11 月 18 日`; sharing, a sale, a new customer. */
export const livelyText = (livelyOn: string | null) =>
  livelyOn === null ? '还没有动静' : `最近一次动静 ${dayText(startOfDate(livelyOn))}`

/** What was signed, and until when it does: each said in one breath. */
export function agreementFacts(agreement: PersonPage['agreement']): string[] {
  const { state, version, signedAt, lapsesAt } = agreement
  const signed =
    version === null || signedAt === null ? '' : `${dayText(signedAt)}签了第 ${version} 版`
  const until = lapsesAt === null ? '' : `${dayText(lapsesAt)}前`
  switch (state) {
    case 'none':
      return ['店里没有要签的协议']
    case 'signed':
      return lapsesAt === null ? [signed] : [signed, `${dayText(lapsesAt)}到期`]
    case 'to-renew':
      return [signed, `${until}要续签`]
    case 'to-sign':
      return signed === '' ? ['还没有签', `${until}要签好`] : [signed, `${until}要签新的一版`]
    case 'lapsed':
      return signed === '' ? ['一直没有签', '不接新顾客'] : [signed, '已经过期，不接新顾客']
  }
}

export function exitText({ at, by, reason }: NonNullable<PersonPage['exit']>): string {
  const why = reason === '' ? '' : `：${reason}`
  return `${momentText(at)} ${by === 'self' ? '他自己退出' : '店里结束了合作'}${why}`
}
