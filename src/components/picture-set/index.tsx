/** Pictures three in a row; a tap looks at one closely, and swipes on to the others. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { pictureUrl } from '@/api/platform'
import { aria } from '../aria'
import { Picture } from '../picture'

interface PictureSetProps {
  pictures: readonly string[]
  /** Read aloud before its number: "林晓梅的". */
  whose?: string
  /** As others will see them: there is nothing to tap. */
  isStill?: boolean
}

export function PictureSet({ pictures, whose = '', isStill = false }: PictureSetProps) {
  const look = (current: string) =>
    void Taro.previewImage({
      current: pictureUrl(current),
      urls: pictures.map(pictureUrl),
    }).catch(() => undefined)
  return (
    <View className="fy-pictures">
      {pictures.map((picture, index) => {
        const name = `${whose}第 ${index + 1} 张图片`
        return (
          <View
            key={`${picture}:${index}`}
            className="fy-pictures-one"
            {...(isStill ? {} : { onClick: () => look(picture), ...aria(`看${name}`, 'button') })}
          >
            <Picture src={picture} alt={name} />
          </View>
        )
      })}
    </View>
  )
}
