/** How distributors will see what is being written. */
import { Text, Video, View } from '@tarojs/components'
import { pictureUrl } from '@/api/platform'
import { PictureSet } from '@/components/picture-set'
import { Sheet } from '@/components/sheet'
import { StatusTag } from '@/components/tag'
import { tagsOf } from './material-draft'
import type { MaterialDraft } from './material-draft'

interface PreviewSheetProps {
  open: boolean
  draft: MaterialDraft
  onClose: () => void
}

export function PreviewSheet({ open, draft, onClose }: PreviewSheetProps) {
  const { title, kind, subject, text, pictures, video } = draft
  return (
    <Sheet open={open} title="分销员看到的样子" onClose={onClose}>
      <Text className="fy-t-title">{title.trim() || '还没有标题'}</Text>
      <View className="mat-facts">
        {tagsOf(draft.tags).map((tag) => (
          <View key={tag} className="mat-tag">
            <StatusTag tone="brand">{tag}</StatusTag>
          </View>
        ))}
        <Text className="fy-t-cap fy-ink-3">
          {kind === 'shop' ? '全店' : (subject?.name ?? '')}
        </Text>
      </View>
      {text.trim() !== '' && <View className="mat-words">{text.trim()}</View>}
      {pictures.length > 0 && <PictureSet pictures={pictures} isStill />}
      {video && (
        <Video
          className="mat-video"
          src={pictureUrl(video.file)}
          poster={pictureUrl(video.cover)}
          title={title}
          duration={video.seconds}
        />
      )}
    </Sheet>
  )
}
