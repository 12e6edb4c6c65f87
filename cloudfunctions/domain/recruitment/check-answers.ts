// 自动初审: whether the answers of an application fit the form and meet its standards.
import type { FormAnswer, FormField, RecruitTerms, Standard } from '@contract/model/recruitment'
import { assertNever } from '../assert'
import { ALLOWED, refused, type Verdict } from '../refuse'
import { needText } from './standard-text'

const LONGEST_TEXT = 200
const REGION_PART = 20

/**
 * Answers count from what the form asks, never from what was sent. Refuses APPLICATION_FIELD_UNKNOWN (also for a
 * question answered twice), APPLICATION_FIELD_MISSING, APPLICATION_FIELD_INVALID `{ label }`,
 * APPLICATION_STANDARD_UNMET `{ label, need }`. `terms` null: a shop that asks for nothing.
 */
export function checkAnswers(
  terms: Pick<RecruitTerms, 'fields' | 'standards'> | null,
  answers: readonly FormAnswer[],
): Verdict {
  const { fields, standards } = terms ?? { fields: [], standards: [] }
  const given = new Map(answers.map(({ field, value }) => [field, value]))
  const isKnown = answers.every(({ field }) => fields.some(({ key }) => key === field))
  if (!isKnown || given.size < answers.length) return refused('APPLICATION_FIELD_UNKNOWN')
  for (const field of fields) {
    const verdict = checkAnswer(field, given.get(field.key))
    if (!verdict.isAllowed) return verdict
  }
  for (const standard of standards) {
    const field = fields.find(({ key }) => key === standard.field)
    const value = given.get(standard.field)
    if (!field || !meets(standard, value)) {
      const facts = { label: field?.label ?? '', need: needText(standard) }
      return refused('APPLICATION_STANDARD_UNMET', facts)
    }
  }
  return ALLOWED
}

function checkAnswer(field: FormField, value: FormAnswer['value'] | undefined): Verdict {
  const { label, isRequired } = field
  const isEmpty = value === undefined || (typeof value === 'string' && value.trim() === '')
  if (isEmpty) return isRequired ? refused('APPLICATION_FIELD_MISSING', { label }) : ALLOWED
  return fits(field, value) ? ALLOWED : refused('APPLICATION_FIELD_INVALID', { label })
}

function fits({ kind, choices }: FormField, value: FormAnswer['value']): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && [...value].length <= LONGEST_TEXT
    case 'choice':
      return typeof value === 'string' && choices.includes(value)
    case 'number':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'region':
      return typeof value === 'string' && isRegion(value)
    case 'yes-no':
      return typeof value === 'boolean'
    default:
      return assertNever(kind)
  }
}

/** `浙江省 杭州市 西湖区`: two or three parts. */
function isRegion(value: string): boolean {
  const parts = value.split(' ')
  const isWhole = parts.every((part) => part !== '' && [...part].length <= REGION_PART)
  return isWhole && parts.length >= 2 && parts.length <= 3
}

function meets(standard: Standard, value: FormAnswer['value'] | undefined): boolean {
  const { kind, min, max, allowed } = standard
  switch (kind) {
    case 'range':
      return typeof value === 'number' && value >= (min ?? value) && value <= (max ?? value)
    case 'regions':
      return allowed.some((one) => value === one || String(value).startsWith(`${one} `))
    case 'choices':
      return allowed.some((one) => value === one)
    case 'yes':
      return value === true
    case 'purchase':
    case 'fee':
      // The guard lets neither be published; should one be in the database, nobody has to meet it.
      return true
    default:
      return assertNever(kind)
  }
}
