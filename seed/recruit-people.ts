// The demo shop's recruitment: its form and agreement from the first morning, a second version, late applications.
import { addDays, dateOf, DAY_MS, HOUR_MS, MINUTE_MS } from '@contract/time'
import { idOf, suffixOf } from '@contract/ids'
import { memberIdOf } from '../cloudfunctions/kernel/ids'
import { seedDistributors, seedShoppers, type SeedPerson } from './people.data'
import {
  AGREEMENTS,
  LATE_APPLICANTS,
  NOT_YET_SIGNED,
  RECRUIT_TERMS,
  type LateApplicant,
} from './recruitment.data'
import { shareCodeOf } from './share-codes'
import { openidOf, type Stage } from './stage'

export const distributorIdOf = (key: string) =>
  idOf('distributor', suffixOf(memberIdOf(openidOf(key))))

/** The day of the demo year on which the second version is published, and the days its readers take. */
const SECOND_ON_DAY = 346
const SIGN_WITHIN_DAYS = 24

/** On the first morning, before anybody applies. */
export async function openRecruitment(stage: Stage): Promise<void> {
  await stage.callAside('owner', 'owner.publishRecruitment', { basedOn: 0, terms: RECRUIT_TERMS })
  await publishAgreement(stage, 1)
}

async function publishAgreement(stage: Stage, version: 1 | 2): Promise<void> {
  await stage.callAside('owner', 'owner.publishAgreement', {
    basedOn: version - 1,
    terms: AGREEMENTS[version - 1] ?? AGREEMENTS[0],
    signByOn: addDays(dateOf(stage.now), SIGN_WITHIN_DAYS),
  })
}

/** Reads what is in force, to the letter, and signs it. */
export async function signInForce(stage: Stage, key: string): Promise<void> {
  const { agreement } = await stage.callAside(key, 'distributor.getAgreement', {})
  if (!agreement) return
  const { version, hash } = agreement
  await stage.callAside(key, 'distributor.signAgreement', { version, hash, isReadToEnd: true })
}

/** What somebody answers to the form; ages are invented by their place in the list. */
export function answersOf(
  person: SeedPerson,
  { age, where, words }: Pick<LateApplicant, 'age' | 'where' | 'words'>,
) {
  const { province, city } = person.address
  return [
    { field: 'f1', value: age },
    { field: 'f2', value: `${province} ${city}` },
    { field: 'f3', value: where },
    ...(words === '' ? [] : [{ field: 'f4', value: words }]),
  ]
}

export function planRecruitment(stage: Stage, start: number): void {
  stage.plan(start + SECOND_ON_DAY * DAY_MS + 9 * HOUR_MS, () => publishAgreement(stage, 2))
  for (const [index, { key }] of seedDistributors.entries()) {
    if (NOT_YET_SIGNED.some((one) => one === key)) continue
    const day = SECOND_ON_DAY + 1 + (index % 14)
    const at = start + day * DAY_MS + 12 * HOUR_MS + index * 7 * MINUTE_MS
    stage.plan(at, () => signInForce(stage, key))
  }
  for (const key of NOT_YET_SIGNED.slice(0, 2)) {
    stage.plan(start + 363 * DAY_MS + 10 * HOUR_MS, async () => {
      const distributorId = distributorIdOf(key)
      await stage.callAside('owner', 'owner.remindToSign', { distributorId })
    })
  }
  for (const applicant of LATE_APPLICANTS) {
    const at = start + applicant.day * DAY_MS + 15 * HOUR_MS
    stage.plan(at, () => applyLate(stage, applicant))
    stage.plan(at + 3 * HOUR_MS, () => decide(stage, applicant))
  }
}

async function applyLate(stage: Stage, applicant: LateApplicant): Promise<void> {
  const { key, inviterKey } = applicant
  const asked = { target: { kind: 'invitation' }, channel: 'friend' } as const
  const shareCode = await shareCodeOf(stage, inviterKey, asked)
  const person = seedShoppers.find((one) => one.key === key)
  if (!person) return
  await stage.callAside(key, 'distributor.apply', {
    name: person.nickname,
    shareCode,
    formVersion: 1,
    answers: answersOf(person, applicant),
  })
}

async function decide(stage: Stage, { key, answer }: LateApplicant): Promise<void> {
  if (answer === null) return
  const isAdmitted = answer === 'approved'
  await stage.callAside('owner', 'owner.decideApplication', {
    distributorId: distributorIdOf(key),
    isAdmitted,
    ...(isAdmitted ? {} : { reason: answer }),
  })
}
