/** The road of an after-sale: what was done, what is on, what comes. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import type { RoadPoint } from './after-sale-words'
import { momentText } from '@/components/moment/format'

export function Road({ points }: { points: readonly RoadPoint[] }) {
  return (
    <Card>
      {points.map(({ title, state, at }) => (
        <View key={title} className={`road road-${state}`}>
          <View className="road-mark">{state === 'done' && <Icon name="check" size={14} />}</View>
          <Text className="road-title">{title}</Text>
          <Text className="road-at">
            {at === null ? (state === 'now' ? '进行中' : '') : momentText(at)}
          </Text>
        </View>
      ))}
    </Card>
  )
}
