/** Two to four equal choices in one well; the chosen one lies on top and is bold. */
import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classNames } from '../class-names'

interface SegmentProps<Key extends string> {
  items: readonly { key: Key; text: string }[]
  value: Key
  onChange: (key: Key) => void
}

export function Segment<Key extends string>({ items, value, onChange }: SegmentProps<Key>) {
  return (
    <View className="fy-seg" {...aria(undefined, 'tablist')}>
      {items.map((item) => (
        <View
          key={item.key}
          className={classNames('fy-seg-item', item.key === value && 'fy-seg-on')}
          onClick={() => onChange(item.key)}
          {...aria(undefined, 'tab')}
          aria-selected={item.key === value ? 'true' : 'false'}
        >
          <Text>{item.text}</Text>
        </View>
      ))}
    </View>
  )
}
