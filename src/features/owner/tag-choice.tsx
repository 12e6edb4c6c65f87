/** The marks a product carries on the shelf: 热卖, 特价, 新品. */
import { Text, View } from '@tarojs/components'
import { Chip } from '@/components/chip'
import type { ProductDraft } from './product-draft'

const tags: readonly { key: ProductDraft['tags'][number]; text: string }[] = [
  { key: 'hot', text: '热卖' },
  { key: 'special', text: '特价' },
  { key: 'new', text: '新品' },
]

interface TagChoiceProps {
  value: ProductDraft['tags']
  onChange: (tags: ProductDraft['tags']) => void
}

export function TagChoice({ value, onChange }: TagChoiceProps) {
  const toggle = (key: ProductDraft['tags'][number]) =>
    onChange(value.includes(key) ? value.filter((one) => one !== key) : [...value, key])
  return (
    <View className="fy-mt-12">
      <Text className="fy-field-label">标记</Text>
      <View className="fy-row fy-wrap">
        {tags.map(({ key, text }) => (
          <Chip key={key} soft on={value.includes(key)} onTap={() => toggle(key)}>
            {text}
          </Chip>
        ))}
      </View>
    </View>
  )
}
