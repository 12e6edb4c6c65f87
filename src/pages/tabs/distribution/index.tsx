/** 分销: the distributor's centre for who is one, and for everyone else what it is and how to begin. */
import { Page } from '@/components/page'
import { Centre } from '@/features/distributor/centre'
import { FrozenView } from '@/features/distributor/frozen-view'
import { RecruitView } from '@/features/distributor/recruit-view'
import { distributorOf, useSession } from '@/state/session'
import './index.scss'

export default function DistributionPage() {
  const { session, error, refresh } = useSession()
  const distributor = useSession(distributorOf)
  if (!session) {
    const state = error ? 'error' : 'loading'
    return (
      <Page
        title="分销中心"
        tab
        nav="hero"
        state={state}
        error={error}
        onRetry={() => void refresh()}
      >
        {null}
      </Page>
    )
  }
  if (distributor?.status === 'active') return <Centre />
  if (distributor?.status === 'frozen') return <FrozenView name={distributor.name} />
  return <RecruitView />
}
