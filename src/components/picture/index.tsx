/** A picture with a quiet ground while it loads and a sign when it cannot be shown. */
import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { pictureUrl } from '@/api/platform'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { Icon } from '../icon'

interface PictureProps {
  src: string | null | undefined
  /** What is to be seen on it. */
  alt: string
  /** Width to height; the width is the parent's. */
  ratio?: '1:1' | '4:3' | '16:9'
  lazy?: boolean
  /** Square corners where a card clips the picture. */
  bare?: boolean
  className?: string
}

export function Picture({ src, alt, ratio = '1:1', lazy = true, bare, className }: PictureProps) {
  const [isBroken, setBroken] = useState(false)
  useEffect(() => setBroken(false), [src])
  return (
    <View
      className={classNames(
        'fy-picture',
        `fy-picture-${ratio.replace(':', '-')}`,
        bare && 'fy-picture-bare',
        className,
      )}
      {...aria(alt, 'img')}
    >
      {src && !isBroken ? (
        <Image
          className="fy-picture-image"
          src={pictureUrl(src)}
          mode="aspectFill"
          lazyLoad={lazy}
          onError={() => setBroken(true)}
        />
      ) : (
        <View className="fy-picture-none">
          <Icon name="photo" />
        </View>
      )}
    </View>
  )
}
