/** The page's own navigation bar: back or home left, title centred, nothing under the capsule. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { classNames } from '../class-names'
import { IconTap } from '../icon-tap'
import { readBarRoom } from './capsule'

const HOME = '/pages/tabs/home/index'

interface NavBarProps {
  title?: string
  /** paper: the page's ground · hero: light text on the dark ground · clear: over a picture. */
  tone?: 'paper' | 'hero' | 'clear'
  /** `back` turns into a home icon when there is nothing to go back to; tab pages have none. */
  leave?: 'back' | 'none'
  /** Instead of the title, left aligned: a shop's name plate. */
  lead?: ReactNode
  /** False lets it scroll away with the page. */
  sticky?: boolean
}

export function NavBar({
  title,
  tone = 'paper',
  leave = 'back',
  lead,
  sticky = true,
}: NavBarProps) {
  const room = readBarRoom()
  const canGoBack = Taro.getCurrentPages().length > 1
  const go = () => {
    if (canGoBack) void Taro.navigateBack()
    else void Taro.switchTab({ url: HOME })
  }
  return (
    <View
      className={classNames('fy-nav', `fy-nav-${tone}`, sticky && 'fy-nav-sticky')}
      style={{ paddingTop: `${room.top}px` }}
    >
      <View
        className="fy-nav-row"
        style={{ height: `${room.height}px`, marginRight: `${room.right}px` }}
      >
        {leave === 'back' && (
          <IconTap
            className="fy-nav-leave"
            icon={canGoBack ? 'back' : 'home'}
            size={24}
            label={canGoBack ? '返回' : '回首页'}
            onTap={go}
          />
        )}
        {lead && <View className="fy-nav-lead">{lead}</View>}
      </View>
      {!lead && title && (
        <Text
          className="fy-nav-title"
          style={{ top: `${room.top}px`, lineHeight: `${room.height}px` }}
        >
          {title}
        </Text>
      )}
    </View>
  )
}
