/** 分销. */
import { Page } from '@/components/page'

export default function DistributionPage() {
  return (
    <Page title="分销" tab state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
