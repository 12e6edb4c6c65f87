/** The video of a material: one, at most 60 s and 50 MB, chosen from album or camera, with the cover the phone made. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { chooseVideo, uploadPicture, uploadVideo } from '@/api/platform'
import type { ChosenVideo } from '@/api/platform'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Picture } from '@/components/picture'
import { MATERIAL_LIMITS as LIMITS } from '@contract/model/material'
import type { MaterialVideo } from './material-draft'
import { lengthText, sizeText } from './material-words'

interface VideoEditorProps {
  video: MaterialVideo | null
  onChange: (video: MaterialVideo | null) => void
}

type Trouble = 'too-long' | 'too-large' | 'lost'
const WORDS: Record<Trouble, string> = {
  'too-long': `视频最长 ${LIMITS.videoSeconds} 秒，剪短一点再选`,
  'too-large': `视频最大 ${sizeText(LIMITS.videoBytes)}，压小一点再选`,
  lost: '视频没有传上去',
}

/** Whole seconds: a started one counts, but a film cut at 60 s is told as 60.0 and a bit. */
const wholeSeconds = (seconds: number) => Math.max(1, Math.ceil(seconds - 0.5))

async function upload(chosen: ChosenVideo): Promise<MaterialVideo | Trouble> {
  const seconds = wholeSeconds(chosen.seconds)
  if (seconds > LIMITS.videoSeconds) return 'too-long'
  if (chosen.bytes > LIMITS.videoBytes) return 'too-large'
  const cover = await uploadPicture(chosen.cover)
  const file = cover === null ? null : await uploadVideo(chosen.file)
  return file === null || cover === null ? 'lost' : { file, cover, seconds, bytes: chosen.bytes }
}

export function VideoEditor({ video, onChange }: VideoEditorProps) {
  const [isUploading, setUploading] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const add = async () => {
    if (isUploading) return
    setTrouble(null)
    const chosen = await chooseVideo()
    if (chosen === null) return
    setUploading(true)
    const answer = await upload(chosen).catch((): Trouble => 'lost')
    setUploading(false)
    if (typeof answer === 'string') setTrouble(answer)
    else onChange(answer)
  }
  return (
    <View>
      {video ? (
        <View className="vid-row">
          <View className="vid-cover">
            <Picture src={video.cover} alt="视频封面" />
          </View>
          <Text className="fy-grow fy-t-small fy-ink-2">
            {lengthText(video.seconds)} · {sizeText(video.bytes)}
          </Text>
          <Button size="small" kind="danger" label="移除视频" onTap={() => onChange(null)}>
            移除
          </Button>
        </View>
      ) : (
        <View className="vid-add" onClick={() => void add()} {...aria('加视频', 'button')}>
          <Icon name={isUploading ? 'clock' : 'play'} />
          <Text className="vid-add-text">
            {isUploading ? '正在传' : `最长 ${LIMITS.videoSeconds} 秒，最大 50 MB`}
          </Text>
        </View>
      )}
      {trouble && (
        <View className="fy-mt-8">
          <Notice kind="bad" actionText="再选一次" onAction={() => void add()}>
            {WORDS[trouble]}
          </Notice>
        </View>
      )}
    </View>
  )
}
