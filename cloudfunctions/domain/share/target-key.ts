// What a share is of, as text: for its code, and for the rows of the funnel.
import type { ShareTarget } from '@contract/model/distribution'

/** The id of what is shared; empty for the shop and an invitation. */
export function subjectOf(target: ShareTarget): string {
  switch (target.kind) {
    case 'product':
      return target.productId
    case 'campaign':
      return target.campaignId
    case 'shop':
    case 'invitation':
      return ''
  }
}

/** `product:{id}`, `campaign:{id}`, `shop`, `invitation`: how a row of targets is named. */
export function targetKey(target: ShareTarget): string {
  const subject = subjectOf(target)
  return subject === '' ? target.kind : `${target.kind}:${subject}`
}
