/** A person's picture, or the first character of the name on a warm ground. */
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { pictureUrl } from '@/api/platform'
import { aria } from '../aria'

interface AvatarProps {
  name: string
  url?: string | null
  /** px: 32 in rows, 40 in lists, 48 in heads. */
  size?: 24 | 32 | 40 | 48 | 64
}

export function Avatar({ name, url, size = 40 }: AvatarProps) {
  const [isBroken, setBroken] = useState(false)
  return (
    <View className={`fy-avatar fy-avatar-${size}`} {...aria(name, 'img')}>
      {url && !isBroken ? (
        <Image
          className="fy-avatar-picture"
          src={pictureUrl(url)}
          mode="aspectFill"
          onError={() => setBroken(true)}
        />
      ) : (
        <Text>{Array.from(name)[0] ?? '友'}</Text>
      )}
    </View>
  )
}
