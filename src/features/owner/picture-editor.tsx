/** Pictures of a product (the first is the cover), of a campaign, or shown as proof: added, ordered and taken away. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { choosePicture, uploadPicture } from '@/api/platform'
import { aria } from '@/components/aria'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Picture } from '@/components/picture'
import { MAX_PICTURES } from './product-draft'

interface PictureEditorProps {
  pictures: readonly string[]
  onChange: (pictures: string[]) => void
  /** A product's nine when absent. */
  max?: number
  /** Whether the first stands for all: not among pictures that only show something. */
  hasCover?: boolean
}

function useUpload(onUploaded: (fileId: string) => void) {
  const [isUploading, setUploading] = useState(false)
  const [isFailed, setFailed] = useState(false)
  const add = async () => {
    if (isUploading) return
    setFailed(false)
    const file = await choosePicture()
    if (file === null) return
    setUploading(true)
    const fileId = await uploadPicture(file)
    setUploading(false)
    if (fileId === null) setFailed(true)
    else onUploaded(fileId)
  }
  return { add, isUploading, isFailed }
}

interface ChosenProps extends PictureEditorProps {
  at: number
  onMove: (to: number | null) => void
}

/** What can be done with the chosen picture. */
function ChosenPicture({ pictures, at, onChange, onMove, hasCover }: ChosenProps) {
  const moveTo = (to: number) => {
    const rest = pictures.filter((_, index) => index !== at)
    onChange([...rest.slice(0, to), pictures[at] ?? '', ...rest.slice(to)])
    onMove(to)
  }
  const remove = () => {
    onChange(pictures.filter((_, index) => index !== at))
    onMove(null)
  }
  return (
    <View className="pics-steps">
      {hasCover && at > 0 && (
        <Button size="small" kind="soft" onTap={() => moveTo(0)}>
          设为封面
        </Button>
      )}
      {at > 0 && (
        <Button size="small" kind="plain" onTap={() => moveTo(at - 1)}>
          往前
        </Button>
      )}
      {at < pictures.length - 1 && (
        <Button size="small" kind="plain" onTap={() => moveTo(at + 1)}>
          往后
        </Button>
      )}
      <Button size="small" kind="danger" onTap={remove}>
        移除
      </Button>
    </View>
  )
}

export function PictureEditor(props: PictureEditorProps) {
  const { pictures, onChange, max = MAX_PICTURES, hasCover = true } = props
  const [chosen, setChosen] = useState<number | null>(null)
  const { add, isUploading, isFailed } = useUpload((fileId) => onChange([...pictures, fileId]))
  return (
    <View>
      <View className="pics">
        {pictures.map((picture, index) => (
          <View
            key={picture}
            className={classNames('pics-one', index === chosen && 'pics-chosen')}
            onClick={() => setChosen(index === chosen ? null : index)}
            {...aria(`第 ${index + 1} 张图片`, 'button')}
          >
            <Picture src={picture} alt={`第 ${index + 1} 张`} />
            {hasCover && index === 0 && <Text className="pics-cover">封面</Text>}
          </View>
        ))}
        {pictures.length < max && (
          <View className="pics-one" onClick={() => void add()} {...aria('加图片', 'button')}>
            <View className="pics-add">
              <Icon name={isUploading ? 'clock' : 'camera'} />
              <Text className="pics-add-text">
                {isUploading ? '正在传' : `${pictures.length} / ${max}`}
              </Text>
            </View>
          </View>
        )}
      </View>
      {chosen !== null && chosen < pictures.length && (
        <ChosenPicture {...{ pictures, onChange, hasCover }} at={chosen} onMove={setChosen} />
      )}
      {isFailed && (
        <View className="fy-mt-8">
          <Notice kind="bad" actionText="再选一次" onAction={() => void add()}>
            图片没有传上去
          </Notice>
        </View>
      )}
    </View>
  )
}
