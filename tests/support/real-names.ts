// Real names of test people: invented numbers, one a person, registered as a phone does.
import { REAL_NAME_CONSENT } from '@contract/consent'
import { inventIdNumber } from '../../seed/invent-id'
import type { Person } from './world'

/** A number of its own for each text. */
export function idNumberOf(text: string): string {
  let serial = 7
  for (const letter of text) serial = (serial * 31 + (letter.codePointAt(0) ?? 0)) % 10_000
  return inventIdNumber(serial)
}

/** Registers a person under a legal name and the number that goes with their OPENID. */
export async function registerName(person: Person, name: string): Promise<void> {
  await person.call('distributor.saveRealName', {
    name,
    idNumber: idNumberOf(person.openid),
    consentVersion: REAL_NAME_CONSENT.version,
  })
}
