/** What the recruit page shows: how far this person is, and what the shop asks. */
import { call } from '@/api/call'
import { readApplication } from '@/features/distributor/use-application'
import { useResource } from '@/state/use-resource'

async function ask() {
  const [application, recruitment] = await Promise.all([
    readApplication(),
    call('distributor.getRecruitment', {}),
  ])
  return { application, recruitment }
}

export const useRecruitment = () => useResource(ask, { onShow: true })
