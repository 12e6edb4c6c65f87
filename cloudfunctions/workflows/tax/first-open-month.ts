// From which month on the shop may withhold in another way: never one in which money was sent already.
import { addDays, dateOf, monthOf } from '@contract/time'
import type { World } from '../../ports/world'

/** The current Shanghai month while nothing was dispatched in it, else the next. */
export async function firstOpenMonth({ store, now }: World): Promise<string> {
  const month = monthOf(now)
  const [begun] = await store.find('tax_years', { 'months.month': month }, { limit: 1 })
  if (!begun) return month
  return addDays(`${dateOf(now).slice(0, 8)}28`, 4).slice(0, 7)
}
