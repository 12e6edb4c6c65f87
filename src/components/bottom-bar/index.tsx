/** The action bar at the bottom: one primary button, at most two, above the safe area. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface BottomBarProps {
  children: ReactNode
  /** Left of the buttons: the sum, a word. */
  lead?: ReactNode
}

export function BottomBar({ children, lead }: BottomBarProps) {
  return (
    <>
      <View className="fy-bottom-room" />
      <View className="fy-bottom">
        {lead && <View className="fy-bottom-lead">{lead}</View>}
        <View className="fy-bottom-actions">{children}</View>
      </View>
    </>
  )
}
