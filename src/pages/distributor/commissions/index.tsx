/** 佣金明细. */
import { Page } from '@/components/page'

export default function CommissionsPage() {
  return (
    <Page title="佣金明细" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
