/** One way to share: an icon to tap, its name below. */
import { Button as NativeButton, Text, View } from '@tarojs/components'
import type { ButtonProps as NativeProps } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import type { IconName } from '@/components/icon'

interface ShareWayProps {
  icon: IconName
  text: string
  /** Opens WeChat's own panel in weapp; the page answers with `useShareCards`. */
  isCard?: boolean
  /** The one way that is offered first. */
  lead?: boolean
  /** Told to the page by WeChat: which tile was tapped. */
  id?: string
  onTap: () => void
}

export function ShareWay({ icon, text, isCard, lead, id, onTap }: ShareWayProps) {
  const opensPanel = isCard && process.env.TARO_ENV === 'weapp'
  const native: Partial<NativeProps> = opensPanel ? { openType: 'share' } : {}
  return (
    <NativeButton
      {...native}
      id={id}
      className="share-way"
      hoverClass="share-way-pressed"
      onClick={onTap}
    >
      <View className={classNames('share-way-icon', lead && 'share-way-lead')}>
        <Icon name={icon} size={24} />
      </View>
      <Text className="share-way-text">{text}</Text>
    </NativeButton>
  )
}
