/** The way to the search page, in the shape of a field. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'
import { openPage, pathOf } from './open-page'

export function SearchField() {
  return (
    <View
      className="mall-search"
      onClick={() => openPage(pathOf.search())}
      {...aria('搜索商品', 'link')}
    >
      <Icon name="search" size={20} />
      <Text className="mall-search-text">搜茶名、茶器、送礼场合</Text>
    </View>
  )
}
