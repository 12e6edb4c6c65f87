/** The bar under rules that are published as a next version: 发布, or why there is nothing to publish. */
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'

interface PublishBarProps {
  busy: boolean
  isChanged: boolean
  /** What is missing in them. */
  fault: string | null
  onPublish: () => Promise<void>
}

export function PublishBar({ busy, isChanged, fault, onPublish }: PublishBarProps) {
  return (
    <BottomBar>
      <Button
        wide
        busy={busy}
        disabledReason={(!isChanged && '没有改动') || (fault ?? false)}
        onTap={() => void onPublish()}
      >
        发布
      </Button>
    </BottomBar>
  )
}
