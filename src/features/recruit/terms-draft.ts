/** The owner's recruitment while it is being changed. Pure. */
import { DAY_MS, startOfDate } from '@contract/time'
import type { Api } from '@/api/call'
import { onText } from '@/components/moment/format'

export type RecruitDesk = Api['owner.getRecruitment']['output']
export type Terms = RecruitDesk['terms']
export type TermsField = Terms['fields'][number]
export type Standard = Terms['standards'][number]

export const KINDS: readonly { key: TermsField['kind']; text: string }[] = [
  { key: 'text', text: '短文字' },
  { key: 'choice', text: '单选' },
  { key: 'number', text: '数字' },
  { key: 'region', text: '地区' },
  { key: 'yes-no', text: '是否' },
]
export const TASKS: readonly { key: Terms['tasks'][number]['kind']; text: string }[] = [
  { key: 'share', text: '分享一次' },
  { key: 'visitor', text: '有人打开' },
  { key: 'real-name', text: '登记实名' },
  { key: 'own', text: '自己写的' },
]
export const TASK_TITLES = {
  share: '分享第一件商品',
  visitor: '有第一位朋友打开你的分享',
  'real-name': '登记实名，方便以后提现',
  own: '',
} as const

const STANDARD_OF = {
  number: 'range',
  region: 'regions',
  choice: 'choices',
  'yes-no': 'yes',
} as const

/** `还有 12 天`: of the recruit plan, counted from a Shanghai date. */
export function driveDaysText({ fromOn, toOn }: NonNullable<Terms['drive']>, on: string): string {
  if (on < fromOn) return `${onText(fromOn)}开始`
  if (on > toOn) return '已经结束'
  const days = Math.round((startOfDate(toOn) - startOfDate(on)) / DAY_MS)
  return days === 0 ? '今天是最后一天' : `还有 ${days} 天`
}

/** The next free key: keys that were used are not used again within a form. */
export function nextKey(prefix: 'f' | 't', taken: readonly { readonly key: string }[]): string {
  const numbers = taken.map(({ key }) => Number(key.slice(1)))
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}

export function newField(fields: readonly TermsField[]): TermsField {
  return { key: nextKey('f', fields), label: '', kind: 'text', isRequired: true, choices: [] }
}

export function standardOf({ standards }: Terms, key: string): Standard | null {
  return standards.find(({ field }) => field === key) ?? null
}

/** A question changed: another kind takes its standard and its choices away. */
export function withField(terms: Terms, field: TermsField): Terms {
  const before = terms.fields.find(({ key }) => key === field.key)
  const isSame = before?.kind === field.kind
  const put = isSame ? field : { ...field, choices: [] }
  const fields = before
    ? terms.fields.map((one) => (one.key === field.key ? put : one))
    : [...terms.fields, put]
  const standards = terms.standards.filter((one) => isSame || one.field !== field.key)
  return { ...terms, fields, standards }
}

export function withoutField(terms: Terms, key: string): Terms {
  return {
    ...terms,
    fields: terms.fields.filter((one) => one.key !== key),
    standards: terms.standards.filter((one) => one.field !== key),
  }
}

/** Sets what an answer must be; nothing asked takes the standard away. Who must meet one must answer. */
export function withStandard(terms: Terms, field: TermsField, ask: Partial<Standard>): Terms {
  if (field.kind === 'text') return terms
  const kind = STANDARD_OF[field.kind]
  const known = standardOf(terms, field.key)
  const empty: Standard = { kind, field: field.key, min: null, max: null, allowed: [] }
  const next = { ...(known ?? empty), ...ask }
  const isEmpty =
    kind !== 'yes' && next.min === null && next.max === null && next.allowed.length === 0
  const others = terms.standards.filter((one) => one.field !== field.key)
  const fields = terms.fields.map((one) =>
    one.key === field.key && !isEmpty ? { ...one, isRequired: true } : one,
  )
  return { ...terms, fields, standards: isEmpty ? others : [...others, next] }
}

export function dropStandard(terms: Terms, key: string): Terms {
  return { ...terms, standards: terms.standards.filter(({ field }) => field !== key) }
}

/** Why it can't be published yet, in words for the button; null when the server may judge. */
export function faultOf(terms: Terms): string | null {
  if (terms.headline.trim() === '') return '先写一句标题'
  if (terms.forWhom.trim() === '') return '写写适合谁'
  if (terms.offer.trim() === '') return '写写能得到什么'
  if (terms.fields.some(({ label }) => label.trim() === '')) return '有一题还没有写题目'
  const bare = terms.fields.find(({ kind, choices }) => kind === 'choice' && choices.length < 2)
  if (bare) return `「${bare.label}」至少要两个选项`
  if (terms.tasks.some(({ title }) => title.trim() === '')) return '有一步任务还没有写'
  const { drive } = terms
  if (drive && drive.toOn < drive.fromOn) return '计划的结束要在开始之后'
  if (drive && (drive.name.trim() === '' || drive.target < 1)) return '计划要有名字和人数'
  return null
}
