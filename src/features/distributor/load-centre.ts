/** What the distribution centre shows, asked at once, so that nothing comes in late and moves what is being tapped. */
import { call } from '@/api/call'
import type { Api } from '@/api/call'

export interface Loaded {
  centre: Api['distributor.getCentre']['output']
  /** What waits for the person; null where it could not be asked: the centre goes on without it. */
  agreement: Api['distributor.getAgreement']['output'] | null
  welcome: Api['distributor.getWelcome']['output'] | null
  nudges: Api['distributor.listNudges']['output'] | null
}

const orNull = <Answer>(asked: Promise<Answer>): Promise<Answer | null> => asked.catch(() => null)

/** @throws ApiError when the centre itself can't be had */
export async function loadCentre(): Promise<Loaded> {
  const [centre, agreement, welcome, nudges] = await Promise.all([
    call('distributor.getCentre', {}),
    orNull(call('distributor.getAgreement', {})),
    orNull(call('distributor.getWelcome', {})),
    orNull(call('distributor.listNudges', {})),
  ])
  return { centre, agreement, welcome, nudges }
}
