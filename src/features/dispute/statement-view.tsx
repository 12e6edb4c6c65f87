/** What one side said, with the pictures it showed; a tap looks at one closely. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { pictureUrl } from '@/api/platform'
import { aria } from '@/components/aria'
import { Picture } from '@/components/picture'
import type { Statement } from './dispute-words'

interface StatementViewProps {
  /** Whose: "林晓梅", "你". */
  who: string
  statement: Statement
}

export function StatementView({ who, statement: { words, pictures } }: StatementViewProps) {
  const preview = (current: string) =>
    void Taro.previewImage({
      current: pictureUrl(current),
      urls: pictures.map(pictureUrl),
    }).catch(() => undefined)
  return (
    <View className="dispute-said">
      <Text className="dispute-words" selectable userSelect>
        {words}
      </Text>
      {pictures.length > 0 && (
        <View className="dispute-pictures">
          {pictures.map((picture, index) => (
            <View
              key={`${picture}:${index}`}
              className="dispute-picture"
              onClick={() => preview(picture)}
              {...aria(`看${who}的第 ${index + 1} 张图片`, 'button')}
            >
              <Picture src={picture} alt={`${who}的第 ${index + 1} 张图片`} />
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
