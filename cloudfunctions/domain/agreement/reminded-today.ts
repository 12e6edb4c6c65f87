// 提醒: once a Shanghai date is enough.
import { dateOf } from '@contract/time'
import type { Distributor } from '@contract/model/people'

export function isRemindedToday(
  { remindedToSignAt }: Pick<Distributor, 'remindedToSignAt'>,
  now: number,
): boolean {
  return remindedToSignAt !== undefined && dateOf(remindedToSignAt) === dateOf(now)
}
