/** Two ways to go, each with what it means; the chosen one is ringed, ticked and bold. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'

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
          className={classNames('dispute-choice', key === value && 'dispute-choice-on')}
          onClick={() => onChange(key)}
          {...aria(title, 'radio')}
          aria-checked={key === value ? 'true' : 'false'}
        >
          <View className="dispute-choice-mark">
            {key === value && <Icon name="check" size={14} />}
          </View>
          <View className="fy-grow">
            <Text className="dispute-choice-title">{title}</Text>
            <Text className="dispute-choice-text">{text}</Text>
          </View>
        </View>
      ))}
    </View>
  )
}
