// What law and sense forbid a recruitment: a fee, a purchase, a promise of income, and standards nobody can meet.
import type { FormField, RecruitTerms, Standard } from '@contract/model/recruitment'
import { refuse } from '../refuse'
import { FEE_WORDS, PROMISE_WORDS, PURCHASE_WORDS } from './forbidden-words.data'

/** `不收入门费`, `没有会费`: saying that there is none is no condition. */
const DENIAL = /(?:不|没有|无需|无须|免)[^，。；、,.;\s]{0,10}/g

/**
 * Refuses COMPLIANCE_ENTRY_FEE, RECRUIT_PURCHASE_REQUIRED (by a standard's kind, or by the words of a question, a
 * choice, a welcome task or of whom the shop looks for), RECRUIT_INCOME_PROMISE `{ word }`, RECRUIT_INVALID
 * `{ field }`.
 */
export function guardRecruitment(terms: RecruitTerms): void {
  guardConditions(terms)
  guardPromises(terms)
  guardFields(terms.fields)
  const fields = new Map(terms.fields.map((field) => [field.key, field]))
  for (const standard of terms.standards) guardStandard(standard, fields.get(standard.field))
  const looked = terms.standards.map(({ field }) => field)
  if (new Set(looked).size < looked.length) throw invalid('standards')
  const { drive, tasks } = terms
  if (drive && drive.toOn < drive.fromOn) throw invalid('drive')
  if (new Set(tasks.map(({ key }) => key)).size < tasks.length) throw invalid('tasks')
}

function guardConditions({ standards, fields, tasks, forWhom }: RecruitTerms): void {
  const kinds = standards.map(({ kind }) => kind)
  const texts = [
    forWhom,
    ...fields.flatMap(({ label, choices }) => [label, ...choices]),
    ...tasks.map(({ title }) => title),
  ].map((text) => text.replace(DENIAL, ''))
  if (kinds.includes('fee') || wordIn(texts, FEE_WORDS)) throw refuse('COMPLIANCE_ENTRY_FEE')
  if (kinds.includes('purchase') || wordIn(texts, PURCHASE_WORDS)) {
    throw refuse('RECRUIT_PURCHASE_REQUIRED')
  }
}

function guardPromises({ headline, forWhom, offer }: RecruitTerms): void {
  const texts = [headline, forWhom, offer].map((text) => text.replace(DENIAL, ''))
  const word = wordIn(texts, PROMISE_WORDS)
  if (word) throw refuse('RECRUIT_INCOME_PROMISE', { word })
}

function wordIn(texts: readonly string[], words: readonly string[]): string | undefined {
  return words.find((word) => texts.some((text) => text.includes(word)))
}

function guardFields(fields: readonly FormField[]): void {
  const keys = fields.map(({ key }) => key)
  if (new Set(keys).size < keys.length) throw invalid('fields')
  for (const { key, kind, choices } of fields) {
    const isWhole = kind === 'choice' ? choices.length >= 2 : choices.length === 0
    if (!isWhole || new Set(choices).size < choices.length) throw invalid(`${key}.choices`)
  }
}

function guardStandard(standard: Standard, field: FormField | undefined): void {
  const { kind, min, max, allowed } = standard
  const name = `standards.${standard.field}`
  // Who leaves a question out can't meet a standard on it.
  if (!field?.isRequired) throw invalid(name)
  const isSound =
    (kind === 'range' && field.kind === 'number' && isRange(min, max)) ||
    (kind === 'regions' && field.kind === 'region' && allowed.length > 0) ||
    (kind === 'choices' && field.kind === 'choice' && isSome(allowed, field.choices)) ||
    (kind === 'yes' && field.kind === 'yes-no')
  if (!isSound) throw invalid(name)
}

function isRange(min: number | null, max: number | null): boolean {
  if (min === null) return max !== null
  return max === null || min <= max
}

function isSome(allowed: readonly string[], choices: readonly string[]): boolean {
  return allowed.length > 0 && allowed.every((one) => choices.includes(one))
}

function invalid(field: string) {
  return refuse('RECRUIT_INVALID', { field })
}
