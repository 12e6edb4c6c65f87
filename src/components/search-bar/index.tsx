/** The field one really types into: the keyboard's search key runs the search, the cross empties it. */
import { Input, View } from '@tarojs/components'
import { aria } from '../aria'
import { Icon } from '../icon'
import { IconTap } from '../icon-tap'

interface SearchBarProps {
  value: string
  onChange: (value: string) => void
  onSearch: (word: string) => void
  /** What is looked for, read aloud: 搜索商品. */
  label: string
  placeholder: string
  /** Opens the keyboard at once. */
  focus?: boolean
}

export function SearchBar(props: SearchBarProps) {
  const { value, onChange, onSearch, label, placeholder, focus = false } = props
  return (
    <View className="search-bar">
      <Icon name="search" size={20} className="search-bar-icon" />
      <Input
        className="search-bar-input"
        value={value}
        focus={focus}
        confirmType="search"
        placeholder={placeholder}
        placeholderClass="search-bar-placeholder"
        maxlength={40}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={(event) => onSearch(event.detail.value)}
        {...aria(label)}
      />
      {value !== '' && (
        <IconTap
          icon="close"
          size={16}
          label="清空"
          onTap={() => {
            onChange('')
            onSearch('')
          }}
        />
      )}
    </View>
  )
}
