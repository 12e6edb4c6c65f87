// The frame of files that tell one story on the phones of five people: each test goes on where the one before stopped.
import { afterEach, beforeEach } from 'vitest'
import { lookBack } from './look-back'
import type { WeappPhone } from './weapp-phone'
import type { Phones } from './weapp-phones'

const PEOPLE = ['boss', 'lan', 'mei', 'ming', 'fang'] as const
export type Story = Readonly<Record<(typeof PEOPLE)[number], WeappPhone>>

export async function holdPhones(phones: Phones): Promise<Story> {
  const held = PEOPLE.map(async (one) => [one, await phones.phone(one)] as const)
  return Object.fromEntries(await Promise.all(held)) as Story
}

/** After a test that failed there is nothing to walk on: the rest is skipped. */
export function walkOn(phones: () => Phones): void {
  let isStuck = false
  beforeEach(({ skip }) => skip(isStuck))
  afterEach(async ({ task }) => {
    const hasFailed = task.result?.state === 'fail'
    isStuck ||= hasFailed
    await lookBack(phones(), hasFailed)
  })
}
