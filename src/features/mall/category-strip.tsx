/** The row of categories under the banner: round pictures, one tap to the shelf. */
import { ScrollView, Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { aria } from '@/components/aria'
import { Picture } from '@/components/picture'

interface CategoryStripProps {
  categories: Api['mall.home']['output']['categories']
  onOpen: (categoryId: string) => void
}

export function CategoryStrip({ categories, onOpen }: CategoryStripProps) {
  if (categories.length === 0) return null
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="mall-strip">
      <View className="mall-strip-row">
        {categories.map((category) => (
          <View
            key={category.id}
            className="mall-strip-item"
            onClick={() => onOpen(category.id)}
            {...aria(undefined, 'link')}
          >
            <View className="mall-strip-picture">
              <Picture src={category.picture} alt={category.name} bare />
            </View>
            <Text className="mall-strip-name">{category.name}</Text>
          </View>
        ))}
      </View>
    </ScrollView>
  )
}
