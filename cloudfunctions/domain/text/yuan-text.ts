// Amounts inside Chinese sentences that are stored: as pages write them.
import { fenToText } from '@contract/money'

/** 128640 → `¥1,286.40`; below zero with the typographic minus. */
export function yuanText(amountFen: number): string {
  const [yuan = '0', cents = '00'] = fenToText(Math.abs(amountFen)).split('.')
  const sign = amountFen < 0 ? '−' : ''
  return `${sign}¥${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
