/** 佣金方案. */
import { Page } from '@/components/page'

export default function PlanPage() {
  return (
    <Page title="佣金方案" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
