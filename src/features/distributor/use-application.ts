/** How far this person is in becoming a distributor, with the inviter of the share they came through. */
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { currentShareCode } from '@/state/entry'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'

export type Application = Api['distributor.getApplication']['output']

export async function readApplication(): Promise<Application> {
  const application = await call('distributor.getApplication', {
    shareCode: currentShareCode() ?? undefined,
  })
  // Admitted while away: the whole app must know.
  const known = useSession.getState().session?.distributor?.status ?? null
  if (application.status === 'active' && known !== 'active') await useSession.getState().refresh()
  return application
}

export const useApplication = () => useResource(readApplication, { onShow: true })
