// The number WeChat knows a refund by: the after-sale's suffix, and a new one only after WeChat closed the last.
import { idOf, suffixOf } from '@contract/ids'
import type { AfterSale } from '@contract/model/order'

/** Suffixes are letters and digits, so that the mark of a later try can be told apart. */
const MARK = '_'

/** `01HX…` for the first try, `01HX…_2` for the second. */
export function refundNumberOf({
  _id,
  refundTry = 1,
}: Pick<AfterSale, '_id' | 'refundTry'>): string {
  return refundTry === 1 ? suffixOf(_id) : `${suffixOf(_id)}${MARK}${refundTry}`
}

/** The after-sale behind any of its numbers. */
export function afterSaleOfNumber(outRefundNo: string): string {
  return idOf('afterSale', outRefundNo.split(MARK)[0] ?? '')
}
