/** The left rail of the category page; it stays in sight while the shelf scrolls. */
import { ScrollView, Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { classNames } from '@/components/class-names'

/** In WeChat the native bar lies outside the page; the preview's bar lies on it. */
const railClass = classNames(
  'category-rail',
  process.env.TARO_ENV !== 'weapp' && 'category-rail-under-bar',
)

interface CategoryRailProps {
  categories: Api['mall.listCategories']['output']['categories']
  value: string
  onChange: (categoryId: string) => void
}

export function CategoryRail({ categories, value, onChange }: CategoryRailProps) {
  return (
    <ScrollView scrollY className={railClass}>
      {categories.map((category) => (
        <View
          key={category.id}
          className={classNames('category-item', category.id === value && 'category-item-on')}
          onClick={() => onChange(category.id)}
          aria-selected={category.id === value ? 'true' : 'false'}
        >
          <Text>{category.name}</Text>
        </View>
      ))}
    </ScrollView>
  )
}
