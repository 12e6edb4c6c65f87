/** A sheet that paints the poster and saves it to the album. */
import { Canvas, Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { openSetting, saveImage } from '@/api/platform'
import { Button } from '../button'
import { newCanvasId, openCanvas } from '../canvas/open-canvas'
import type { CanvasNode } from '../canvas/open-canvas'
import { Notice } from '../notice'
import { Sheet } from '../sheet'
import { Bone } from '../skeleton'
import { toast } from '../toast'
import { loadImage } from './load-image'
import { paintPoster, POSTER_HEIGHT, POSTER_WIDTH } from './paint-poster'
import type { PosterWords } from './paint-poster'

export interface PosterContent extends PosterWords {
  pictureUrl: string
  codeUrl: string
}

interface PosterProps {
  open: boolean
  onClose: () => void
  /** Null while the code is being made. */
  poster: PosterContent | null
}

type Paper = { state: 'painting' } | { state: 'ready'; file: string } | { state: 'failed' }

async function fileOf(node: CanvasNode): Promise<string> {
  if (process.env.TARO_ENV !== 'weapp') {
    return (node as unknown as HTMLCanvasElement).toDataURL('image/png')
  }
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: node as unknown as Taro.Canvas,
    fileType: 'png',
    destWidth: POSTER_WIDTH,
    destHeight: POSTER_HEIGHT,
  })
  return tempFilePath
}

async function paint(id: string, poster: PosterContent): Promise<Paper> {
  const canvas = await openCanvas(id, { width: POSTER_WIDTH, height: POSTER_HEIGHT })
  if (!canvas) return { state: 'failed' }
  const [picture, code] = await Promise.all([
    loadImage(canvas.node, poster.pictureUrl),
    loadImage(canvas.node, poster.codeUrl),
  ])
  // A poster without its code leads nowhere: better none than that.
  if (!code) return { state: 'failed' }
  paintPoster(canvas.ctx, poster, { picture, code })
  return { state: 'ready', file: await fileOf(canvas.node) }
}

export function Poster({ open, onClose, poster }: PosterProps) {
  const [id] = useState(() => newCanvasId('poster'))
  const [paper, setPaper] = useState<Paper>({ state: 'painting' })
  const [isDenied, setDenied] = useState(false)
  const [turn, setTurn] = useState(0)
  const content = poster && JSON.stringify(poster)
  useEffect(() => {
    if (!open || content === null) return undefined
    let isLeft = false
    setPaper({ state: 'painting' })
    void paint(id, JSON.parse(content) as PosterContent)
      .catch((): Paper => ({ state: 'failed' }))
      .then((painted) => void (isLeft || setPaper(painted)))
    return () => {
      isLeft = true
    }
  }, [id, open, content, turn])

  const file = paper.state === 'ready' ? paper.file : null
  const save = useCallback(async () => {
    if (!file) return
    const result = await saveImage(file)
    setDenied(result === 'denied')
    if (result === 'saved') toast('已保存到相册')
  }, [file])

  const isFailed = paper.state === 'failed'
  return (
    <Sheet
      open={open}
      title="海报"
      onClose={onClose}
      footer={
        isFailed ? (
          <Button wide kind="line" icon="refresh" onTap={() => setTurn(turn + 1)}>
            再画一次
          </Button>
        ) : (
          <Button wide icon="save" busy={!file} onTap={() => void save()}>
            {file ? '保存到相册' : '正在画海报'}
          </Button>
        )
      }
    >
      {isDenied && (
        <Notice kind="warn" icon="lock" actionText="去设置" onAction={() => void openSetting()}>
          还没有允许保存到相册
        </Notice>
      )}
      {isFailed && <Notice kind="bad">海报没有画成：小程序码没有拿到</Notice>}
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
