/** 搜索. */
import { Page } from '@/components/page'

export default function SearchPage() {
  return (
    <Page title="搜索" state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
