/** The two things one does with a material: share what it is about, and copy its text with one's own code. */
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'

interface MaterialBarProps {
  hasText: boolean
  isCopying: boolean
  onCopy: () => void
  onShare: () => void
}

export function MaterialBar({ hasText, isCopying, onCopy, onShare }: MaterialBarProps) {
  return (
    <BottomBar>
      <Button kind={hasText ? 'plain' : 'primary'} icon="share" onTap={onShare}>
        {hasText ? '卡片和海报' : '分享卡片和海报'}
      </Button>
      {hasText && (
        <Button icon="copy" busy={isCopying} onTap={onCopy}>
          一键复制
        </Button>
      )}
    </BottomBar>
  )
}
