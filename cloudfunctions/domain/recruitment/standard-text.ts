// Standards and answers in words, for whoever applies and whoever decides.
import type { FormAnswer, Standard } from '@contract/model/recruitment'
import { assertNever } from '../assert'

export function needText({ kind, min, max, allowed }: Standard): string {
  switch (kind) {
    case 'range':
      if (min === null) return `不超过 ${max ?? 0}`
      return max === null ? `不小于 ${min}` : `${min} 到 ${max}`
    case 'regions':
      return `在${allowed.join('、')}`
    case 'choices':
      return `选${allowed.map((one) => `「${one}」`).join('或')}`
    case 'yes':
      return '选「是」'
    case 'purchase':
    case 'fee':
      return ''
    default:
      return assertNever(kind)
  }
}

export function answerText(value: FormAnswer['value'] | undefined): string {
  if (value === undefined || value === '') return '没有填'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return String(value)
}
