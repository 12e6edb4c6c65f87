/** A few ways to go, each with what it means; the chosen one is ringed, ticked and bold. */
import { Text, View } from '@tarojs/components'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { Icon } from '../icon'

interface ChoiceListProps<Key extends string> {
  items: readonly { key: Key; title: string; text: string }[]
  value: Key | null
  onChange: (key: Key) => void
}

export function ChoiceList<Key extends string>({ items, value, onChange }: ChoiceListProps<Key>) {
  return (
    <View {...aria(undefined, 'radiogroup')}>
      {items.map(({ key, title, text }) => (
        <View
          key={key}
          className={classNames('fy-choice', key === value && 'fy-choice-on')}
          onClick={() => onChange(key)}
          {...aria(title, 'radio')}
          aria-checked={key === value ? 'true' : 'false'}
        >
          <View className="fy-choice-mark">{key === value && <Icon name="check" size={14} />}</View>
          <View className="fy-grow">
            <Text className="fy-choice-title">{title}</Text>
            <Text className="fy-choice-text">{text}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
