/** Instead of the library, for whoever may not see it now: why, and where to go. */
import { EmptyState } from '@/components/page-state'
import { DISTRIBUTION, goToTab } from '@/features/distributor/paths'
import type { Failure } from '@/state/failure'

const WHY: Readonly<Record<string, string>> = {
  DISTRIBUTOR_ONLY: '成为分销员之后，店里准备好的文案、图片和视频都在这里。',
  DISTRIBUTOR_NOT_ACTIVE: '你的分销身份现在不可用，恢复之后就能接着用。',
  AGREEMENT_UNSIGNED: '看完并签好协议，就能用店里的素材。',
}

export const isClosed = (error: Failure | null | undefined) =>
  error !== null && error !== undefined && error.code in WHY

export function LibraryClosed({ error }: { error: Failure | null }) {
  return (
    <EmptyState
      title="现在看不了素材"
      text={WHY[error?.code ?? ''] ?? ''}
      actionText="去分销中心"
      onAction={() => goToTab(DISTRIBUTION)}
    />
  )
}
