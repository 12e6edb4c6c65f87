/** A sheet that paints the poster in one of its looks and saves it to the album. */
import { Canvas, Image, View } from '@tarojs/components'
import { useCallback, useEffect, useState } from 'react'
import { openSetting, saveImage } from '@/api/platform'
import { Button } from '../button'
import { newCanvasId } from '../canvas/open-canvas'
import { Chips } from '../chip'
import { Notice } from '../notice'
import { Sheet } from '../sheet'
import { Bone } from '../skeleton'
import { toast } from '../toast'
import { paintFile } from './paint-file'
import type { Paper, PosterContent } from './paint-file'
import { chosenTemplate, keepTemplate, templateNames } from './templates'
import type { PosterTemplate } from './templates'

export type { PosterContent } from './paint-file'

interface PosterProps {
  open: boolean
  onClose: () => void
  /** Null while the code is being made. */
  poster: PosterContent | null
}

/** The painted file of a poster; `again` paints it anew. */
function usePaper(id: string, open: boolean, poster: PosterContent | null, look: PosterTemplate) {
  const [paper, setPaper] = useState<Paper>({ state: 'painting' })
  const [turn, setTurn] = useState(0)
  const content = poster && JSON.stringify(poster)
  useEffect(() => {
    if (!open || content === null) return undefined
    let isLeft = false
    setPaper({ state: 'painting' })
    void paintFile(id, JSON.parse(content) as PosterContent, look)
      .catch((): Paper => ({ state: 'failed' }))
      .then((painted) => void (isLeft || setPaper(painted)))
    return () => {
      isLeft = true
    }
  }, [id, open, content, look, turn])
  return { paper, again: () => setTurn(turn + 1) }
}

function SaveTrouble({ trouble }: { trouble: 'denied' | 'failed' | null }) {
  if (trouble === 'denied') {
    return (
      <Notice kind="warn" icon="lock" actionText="去设置" onAction={() => void openSetting()}>
        还没有允许保存到相册
      </Notice>
    )
  }
  return trouble === 'failed' ? (
    <Notice kind="bad">没有保存成功，再试一次，或者长按图片保存</Notice>
  ) : null
}

export function Poster({ open, onClose, poster }: PosterProps) {
  const [id] = useState(() => newCanvasId('poster'))
  const [look, setLook] = useState<PosterTemplate>(chosenTemplate)
  const [trouble, setTrouble] = useState<'denied' | 'failed' | null>(null)
  const { paper, again } = usePaper(id, open, poster, look)
  const file = paper.state === 'ready' ? paper.file : null
  const save = useCallback(async () => {
    if (!file) return
    const result = await saveImage(file)
    setTrouble(result === 'saved' ? null : result)
    if (result === 'saved') toast('已保存到相册')
  }, [file])
  const choose = (template: PosterTemplate) => {
    keepTemplate(template)
    setLook(template)
  }
  const isFailed = paper.state === 'failed'
  return (
    <Sheet
      open={open}
      title="海报"
      onClose={onClose}
      footer={
        isFailed ? (
          <Button wide kind="line" icon="refresh" onTap={again}>
            再画一次
          </Button>
        ) : (
          <Button wide icon="save" busy={!file} onTap={() => void save()}>
            {file ? '保存到相册' : '正在画海报'}
          </Button>
        )
      }
    >
      <SaveTrouble trouble={trouble} />
      {isFailed && <Notice kind="bad">海报没有画成：小程序码没有拿到</Notice>}
      <Chips items={templateNames} value={look} onChange={choose} soft wrap />
      <View className="fy-poster">
        {file && (
          <Image className="fy-poster-image" src={file} mode="widthFix" showMenuByLongpress />
        )}
        {!file && !isFailed && <Bone width={240} height={400} />}
      </View>
      <Canvas type="2d" id={id} canvasId={id} className="fy-poster-canvas" />
    </Sheet>
  )
}
