/** The product's pictures: swiped one by one, counted, shown whole on a tap. */
import { Swiper, SwiperItem, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Picture } from '@/components/picture'

interface GalleryProps {
  pictures: readonly string[]
  title: string
}

export function Gallery({ pictures, title }: GalleryProps) {
  const [at, setAt] = useState(0)
  const preview = () =>
    void Taro.previewImage({ current: pictures[at], urls: [...pictures] }).catch(() => undefined)
  if (pictures.length === 0) return <Picture src={null} alt={title} bare />
  return (
    <View className="gallery">
      <Swiper className="gallery-swiper" onChange={(event) => setAt(event.detail.current)}>
        {pictures.map((picture) => (
          <SwiperItem key={picture}>
            <View onClick={preview}>
              <Picture src={picture} alt={title} bare lazy={false} />
            </View>
          </SwiperItem>
        ))}
      </Swiper>
      {pictures.length > 1 && (
        <Text className="gallery-count">
          {at + 1} / {pictures.length}
        </Text>
      )}
    </View>
  )
}
