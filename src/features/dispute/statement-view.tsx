/** What one side said, with the pictures it showed; a tap looks at one closely. */
import { Text, View } from '@tarojs/components'
import { PictureSet } from '@/components/picture-set'
import type { Statement } from './dispute-words'

interface StatementViewProps {
  /** Whose: "林晓梅", "你". */
  who: string
  statement: Statement
}

export function StatementView({ who, statement: { words, pictures } }: StatementViewProps) {
  return (
    <View className="dispute-said">
      <Text className="dispute-words" selectable userSelect>
        {words}
      </Text>
      {pictures.length > 0 && <PictureSet pictures={pictures} whose={`${who}的`} />}
    </View>
  )
}
