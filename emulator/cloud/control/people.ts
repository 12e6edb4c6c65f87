/** The people whose calls the cloud has seen: part of its state, so that a restart still knows them. */
import type { Buckets, Clock, Extension } from '../types'

const BUCKET = 'people'

export interface KnownPerson {
  openid: string
  /** The cloud's time of their first call, UTC ms; null for one only an extension knows. */
  firstSeenAt: number | null
  /** As an extension knows them. */
  name?: string
}

export class People {
  constructor(
    private readonly state: Buckets,
    private readonly clock: Clock,
  ) {}

  note(openid: string | undefined): void {
    if (openid === undefined || this.state.get(BUCKET, openid)) return
    this.state.put(BUCKET, openid, { firstSeenAt: this.clock.now() })
  }

  /** Everybody seen, in the order they came, then those whom only an extension knows. */
  list(extensions: Extension[]): KnownPerson[] {
    const seen = this.state.list(BUCKET) as { key: string; value: { firstSeenAt: number } }[]
    const people = new Map<string, KnownPerson>(
      seen.map(({ key, value }) => [key, { openid: key, firstSeenAt: value.firstSeenAt }]),
    )
    for (const { openid, name } of extensions.flatMap((one) => one.people?.() ?? [])) {
      const person = people.get(openid) ?? { openid, firstSeenAt: null }
      people.set(openid, name ? { ...person, name } : person)
    }
    return [...people.values()]
  }
}
