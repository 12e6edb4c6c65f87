/** 分类. */
import { Page } from '@/components/page'

export default function CategoryPage() {
  return (
    <Page title="分类" tab state="empty" empty={{ title: '这一页还没有做好' }}>
      {null}
    </Page>
  )
}
