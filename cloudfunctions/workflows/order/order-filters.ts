// The tabs of order lists, said as conditions.
import type { Where } from '../../ports/store'

export const ORDER_FILTERS = {
  all: {},
  'to-pay': { status: 'created' },
  'to-ship': { status: { in: ['paid', 'partly-shipped'] } },
  'to-receive': { status: 'shipped' },
  'after-sale': { openAfterSales: { gt: 0 } },
  closed: { status: 'closed' },
} as const satisfies Record<string, Where>
