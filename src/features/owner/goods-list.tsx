/** Products to tap, found by a part of their names. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import type { Names } from './plan-words'

const SHOWN = 30

interface GoodsListProps {
  products: Names['products']
  chosen: readonly string[]
  onTap: (id: string) => void
}

export function GoodsList({ products, chosen, onTap }: GoodsListProps) {
  const [word, setWord] = useState('')
  const found = products.filter(({ title }) => title.includes(word.trim()))
  return (
    <View className="target-list">
      {products.length > 8 && <Field placeholder="按名字找" value={word} onChange={setWord} />}
      {found.slice(0, SHOWN).map(({ id, title }) => (
        <View key={id} className="target-row" onClick={() => onTap(id)}>
          <Text className="fy-grow fy-ell">{title}</Text>
          {chosen.includes(id) && <Icon name="check" size={20} className="fy-brand" />}
        </View>
      ))}
      {found.length === 0 && <View className="target-row fy-ink-3">没有这样的商品</View>}
      {found.length > SHOWN && <View className="target-row fy-ink-3">还有，写名字来找</View>}
    </View>
  )
}
