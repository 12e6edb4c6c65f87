// When a withdrawal needs its receiver's real name, and when WeChat is told it.
import type { TaxMode } from '@contract/model/tax'
import type { Fen } from '@contract/money'

/** WeChat wants the name from ¥2,000 and refuses it under ¥0.30 (商家转账). */
const WECHAT_NEEDS_FROM_FEN = 200_000
const WECHAT_REFUSES_BELOW_FEN = 30

/** tax: whoever withholds tax files it under a name and number. wechat: the amount asks for it. */
export type NameNeed = 'tax' | 'wechat'

/** `netFen` is what would arrive. null = no name needed. */
export function nameNeed(taxMode: TaxMode, netFen: Fen): NameNeed | null {
  if (taxMode !== 'none') return 'tax'
  return netFen >= WECHAT_NEEDS_FROM_FEN ? 'wechat' : null
}

/** Whether a name that is needed may travel to WeChat with this amount. */
export function maySendName(netFen: Fen): boolean {
  return netFen >= WECHAT_REFUSES_BELOW_FEN
}
