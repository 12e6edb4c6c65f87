/** What a person is told about their signature. Pure. */
import type { Api } from '@/api/call'
import { dayText } from '@/components/moment/format'

export type Agreement = Api['distributor.getAgreement']['output']

/** One line for who distributes already; null when there is nothing to say. A word from the shop comes first. */
export function signingText(agreement: Agreement): string | null {
  const text = stateText(agreement)
  const { remindedAt } = agreement
  if (text === null || remindedAt === null) return text
  return `店主 ${dayText(remindedAt)}提醒你签协议。${text}`
}

function stateText({ state, lapsesAt, signed }: Agreement): string | null {
  const until = lapsesAt === null ? '' : `，最晚 ${dayText(lapsesAt - 1)}`
  switch (state) {
    case 'to-sign':
      return signed
        ? `协议有新的一版，请看完重新签${until}。过了这天没签，就不再有新顾客`
        : `店里有了分销协议，请看完签好${until}。过了这天没签，就不再有新顾客`
    case 'to-renew':
      return `协议快到期了，请续签${until}。过了这天没签，就不再有新顾客`
    case 'lapsed':
      return '协议还没有签，现在不能再分享和邀请，也不会有新顾客。老顾客和账上的钱都照旧，签好马上恢复'
    case 'none':
    case 'signed':
      return null
  }
}
