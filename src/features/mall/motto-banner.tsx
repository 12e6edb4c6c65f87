/** The hero of the home page: the shop's motto over terraces, drawn, so that it needs no data of its own. */
import { Image, Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'
import terraces from './terraces.svg'

/** A long motto breaks where it pauses, never inside a clause. */
function clausesOf(motto: string): string[] {
  if (motto.length <= 8) return [motto]
  return motto.match(/[^，。；、]+[，。；、]?/g) ?? [motto]
}

interface MottoBannerProps {
  motto: string
  /** Under the motto: a fact of the shop. */
  note?: string
  onTap: () => void
}

export function MottoBanner({ motto, note, onTap }: MottoBannerProps) {
  return (
    <View className="mall-banner" onClick={onTap} {...aria(`${motto}，去看看`, 'link')}>
      <Image className="mall-banner-art" src={terraces} mode="aspectFill" />
      <View className="mall-banner-words">
        {clausesOf(motto).map((clause) => (
          <Text key={clause} className="mall-banner-motto">
            {clause}
          </Text>
        ))}
        {note && <Text className="mall-banner-note">{note}</Text>}
      </View>
      <View className="mall-banner-go">
        <Text>去看看</Text>
        <Icon name="chev" size={16} />
      </View>
    </View>
  )
}
