/** The head of an order or after-sale: what state it is in, what happens next, by when. */
import { Text, View } from '@tarojs/components'
import type { Head } from './order-words'

export function StatusHead({ head }: { head: Head }) {
  return (
    <View className="status-head">
      <Text className="status-title">{head.title}</Text>
      <Text className="status-text">{head.text}</Text>
    </View>
  )
}
