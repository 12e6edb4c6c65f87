// People come to the demo shop: distributors apply through their inviter's share and are admitted, shoppers look in.
import { addDays, dateOf, DAY_MS, HOUR_MS } from '@contract/time'
import { REAL_NAME_CONSENT } from '@contract/consent'
import {
  seedDistributors,
  seedShoppers,
  type SeedDistributor,
  type SeedPerson,
} from './people.data'
import { inventIdNumber } from './invent-id'
import { answersOf, distributorIdOf, signInForce } from './recruit-people'
import { RECRUIT_TERMS } from './recruitment.data'
import { shareCodeOf } from './share-codes'
import type { Stage } from './stage'

const WAYS = RECRUIT_TERMS.fields.flatMap(({ choices }) => choices)

/** Days after joining on which a tier above the first is granted, and for how long: then figures decide. */
const TIER_AFTER_DAYS = 21
const TIER_FOR_DAYS = 75

async function introduce(stage: Stage, person: SeedPerson): Promise<void> {
  await stage.call(person.key, 'mall.setNickname', { nickname: person.nickname })
  await stage.call(person.key, 'mall.saveAddress', {
    ...person.address,
    name: person.nickname,
    phone: `138${String(stage.chance.between(0, 99_999_999)).padStart(8, '0')}`,
    isDefault: true,
  })
}

/** The code of a distributor's share of the whole shop. */
export async function shopShareOf(stage: Stage, key: string): Promise<string> {
  return shareCodeOf(stage, key, { target: { kind: 'shop' }, channel: 'friend' })
}

async function join(stage: Stage, person: SeedDistributor): Promise<void> {
  await introduce(stage, person)
  const shareCode = person.inviterKey ? await shopShareOf(stage, person.inviterKey) : undefined
  const index = seedDistributors.indexOf(person)
  const said = { age: 24 + ((index * 11) % 38), where: WAYS[index % WAYS.length] ?? '', words: '' }
  await stage.call(person.key, 'distributor.apply', {
    name: person.nickname,
    ...(shareCode ? { shareCode } : {}),
    formVersion: 1,
    answers: answersOf(person, said),
  })
  await stage.call('owner', 'owner.decideApplication', {
    distributorId: distributorIdOf(person.key),
    isAdmitted: true,
  })
  await signInForce(stage, person.key)
  await stage.call(person.key, 'distributor.saveRealName', {
    name: person.nickname,
    idNumber: inventIdNumber(index),
    consentVersion: REAL_NAME_CONSENT.version,
  })
}

async function grantTier(stage: Stage, person: SeedDistributor): Promise<void> {
  await stage.call('owner', 'owner.setTier', {
    distributorId: distributorIdOf(person.key),
    tier: person.tier,
    reason: '试营业考察通过，先按约定等级',
    untilOn: addDays(dateOf(stage.now), TIER_FOR_DAYS),
  })
}

/** Plans every arrival of the year. */
export function planArrivals(stage: Stage, start: number): void {
  for (const person of seedDistributors) {
    const at = start + person.joinedOnDay * DAY_MS + 10 * HOUR_MS
    stage.plan(at, () => join(stage, person))
    if (person.tier !== 'sprout') {
      stage.plan(at + TIER_AFTER_DAYS * DAY_MS, () => grantTier(stage, person))
    }
  }
  for (const person of seedShoppers) {
    stage.plan(start + 9 * HOUR_MS, () => introduce(stage, person))
  }
}
