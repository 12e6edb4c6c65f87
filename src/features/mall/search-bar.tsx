/** The field one really types into: the keyboard's search key runs the search, the cross empties it. */
import { Input, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'

interface SearchBarProps {
  value: string
  onChange: (value: string) => void
  onSearch: (word: string) => void
}

export function SearchBar({ value, onChange, onSearch }: SearchBarProps) {
  return (
    <View className="search-bar">
      <Icon name="search" size={20} className="search-bar-icon" />
      <Input
        className="search-bar-input"
        value={value}
        focus
        confirmType="search"
        placeholder="搜茶名、茶器、送礼场合"
        placeholderClass="search-bar-placeholder"
        maxlength={40}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={(event) => onSearch(event.detail.value)}
        {...aria('搜索商品')}
      />
      {value !== '' && (
        <View
          className="search-bar-clear"
          onClick={() => {
            onChange('')
            onSearch('')
          }}
          {...aria('清空', 'button')}
        >
          <Icon name="close" size={16} />
        </View>
      )}
    </View>
  )
}
