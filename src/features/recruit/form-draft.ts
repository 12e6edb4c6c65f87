/** What is being written into the application form, and the answers it makes. Pure. */
import type { Api } from '@/api/call'

export type Recruitment = Api['distributor.getRecruitment']['output']
export type Question = Recruitment['fields'][number]
/** Field key → text; a region is `省 市`, a yes `yes`. */
export type Draft = Readonly<Record<string, string>>
type Answers = NonNullable<Api['distributor.apply']['input']['answers']>

/** Why it can't be sent yet, in words for the button; null when it can. */
export function missingIn(fields: readonly Question[], draft: Draft): string | null {
  for (const { key, label, kind, isRequired } of fields) {
    const text = (draft[key] ?? '').trim()
    if (text === '') {
      if (isRequired) return `「${label}」还没有填`
    } else if (kind === 'number' && !/^-?\d{1,7}$/.test(text)) return `「${label}」要填整数`
    else if (kind === 'region' && text.split(' ').length < 2) return `「${label}」还差城市`
  }
  return null
}

export function answersOf(fields: readonly Question[], draft: Draft): Answers {
  return fields.flatMap(({ key, kind }): Answers => {
    const text = (draft[key] ?? '').trim()
    if (text === '') return []
    if (kind === 'number') return [{ field: key, value: Number(text) }]
    if (kind === 'yes-no') return [{ field: key, value: text === 'yes' }]
    return [{ field: key, value: text }]
  })
}
