/** A material whole: words, pictures, video, and what helps to speak of the product. */
import { Text, Video, View } from '@tarojs/components'
import { useState } from 'react'
import type { Api } from '@/api/call'
import { pictureUrl } from '@/api/platform'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { formatCount } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { PictureSet } from '@/components/picture-set'
import { StatusTag } from '@/components/tag'
import { toast } from '@/components/toast'
import type { Failure } from '@/state/failure'
import { FavouriteHeart } from './favourite-heart'
import { lengthText, sizeText, targetText } from './material-words'
import { NotesCard } from './notes-card'
import { recordUse } from './record-use'
import { SaveState } from './save-state'
import { useSaveAll } from './use-save-all'
import type { MediaFile } from './use-save-all'

type Output = Api['distributor.getMaterial']['output']
export type Material = NonNullable<Output['material']>

interface HeadProps {
  material: Material
  onTurned: (isFavourite: boolean) => void
}

function Head({ material, onTurned }: HeadProps) {
  const { id, title, target, targetName, tags, usedCount, isFavourite } = material
  const [error, setError] = useState<Failure | null>(null)
  return (
    <Card>
      <View className="mat-head">
        <View className="fy-grow">
          <Text className="fy-t-title">{title}</Text>
          <View className="mat-facts">
            {tags.map((tag) => (
              <View key={tag} className="mat-tag">
                <StatusTag tone="brand">{tag}</StatusTag>
              </View>
            ))}
            <Text className="fy-t-cap fy-ink-3">
              {targetText(target, targetName)} ·{' '}
              {usedCount === 0 ? '还没人用过' : `用过 ${formatCount(usedCount)} 次`}
            </Text>
          </View>
        </View>
        <FavouriteHeart
          materialId={id}
          isFavourite={isFavourite}
          onChange={onTurned}
          onFailed={setError}
        />
      </View>
      {error && <Notice kind="bad">收藏没有改成：{error.message}</Notice>}
    </Card>
  )
}

function useKeeping(materialId: string) {
  const { saving, save } = useSaveAll(() => recordUse(materialId, 'saved'))
  const keep = (files: readonly MediaFile[]) =>
    void save(files).then((isDone) => isDone && toast('都存到相册了'))
  return { saving, keep }
}

function Pictures({ material }: { material: Material }) {
  const { id, pictures } = material
  const { saving, keep } = useKeeping(id)
  return (
    <Card className="mat-part">
      <View className="fy-row fy-between">
        <Text className="fy-t-head">{pictures.length} 张图片</Text>
        <Button
          size="small"
          kind="soft"
          icon="save"
          busy={saving.done !== null}
          onTap={() => keep(pictures.map((source) => ({ kind: 'picture', source })))}
        >
          {pictures.length > 1 ? '全部保存' : '保存图片'}
        </Button>
      </View>
      <SaveState saving={saving} onAgain={keep} />
      <PictureSet pictures={pictures} />
    </Card>
  )
}

function VideoPart({ material }: { material: Material }) {
  const { saving, keep } = useKeeping(material.id)
  const { video, title } = material
  if (!video) return null
  return (
    <Card className="mat-part">
      <View className="fy-row fy-between">
        <Text className="fy-t-head">
          视频 {lengthText(video.seconds)} · {sizeText(video.bytes)}
        </Text>
        <Button
          size="small"
          kind="soft"
          icon="save"
          busy={saving.done !== null}
          onTap={() => keep([{ kind: 'video', source: video.file }])}
        >
          保存视频
        </Button>
      </View>
      <SaveState saving={saving} onAgain={keep} />
      <Video
        className="mat-video"
        src={pictureUrl(video.file)}
        poster={pictureUrl(video.cover)}
        title={title}
        duration={video.seconds}
        objectFit="contain"
        controls
        showFullscreenBtn
      />
    </Card>
  )
}

interface MaterialViewProps extends Pick<Output, 'points' | 'faq'> {
  material: Material
  copyError: Failure | null
  onTurned: (isFavourite: boolean) => void
}

export function MaterialView({ material, copyError, onTurned, points, faq }: MaterialViewProps) {
  return (
    <View className="mat-foot">
      <Head material={material} onTurned={onTurned} />
      {copyError && (
        <View className="mat-saving">
          <Notice kind="bad">文案没有复制成：{copyError.message}</Notice>
        </View>
      )}
      {material.text !== '' && (
        <Card className="mat-part">
          <Text className="fy-t-head">文案</Text>
          <View className="mat-words">
            <Text selectable userSelect>
              {material.text}
            </Text>
          </View>
        </Card>
      )}
      {material.pictures.length > 0 && <Pictures material={material} />}
      <VideoPart material={material} />
      <NotesCard points={points} faq={faq} />
    </View>
  )
}
