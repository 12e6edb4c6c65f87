/** A half-screen sheet for choices and explanations: grab bar, title left, close right, scrim closes. */
import { ScrollView, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { classNames } from '../class-names'
import { IconTap } from '../icon-tap'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** Stays under the scrolling part: the one action. */
  footer?: ReactNode
}

const LEAVE_MS = 300

export function Sheet({ open, title, onClose, children, footer }: SheetProps) {
  const [isMounted, setMounted] = useState(open)
  const [isShown, setShown] = useState(open)
  useEffect(() => {
    if (open) {
      setMounted(true)
      // One frame below the edge first, so that the rise is seen.
      const timer = setTimeout(() => setShown(true), 16)
      return () => clearTimeout(timer)
    }
    setShown(false)
    const timer = setTimeout(() => setMounted(false), LEAVE_MS)
    return () => clearTimeout(timer)
  }, [open])
  if (!open && !isMounted) return null
  return (
    <View className={classNames('fy-sheet', isShown && 'fy-sheet-shown')}>
      <View className="fy-sheet-scrim" onClick={onClose} catchMove {...aria('关闭', 'button')} />
      <View className="fy-sheet-body" {...aria(title, 'dialog')}>
        <View className="fy-sheet-grab" />
        <View className="fy-sheet-head">
          <Text className="fy-sheet-title">{title}</Text>
          <IconTap className="fy-sheet-close" icon="close" label="关闭" onTap={onClose} />
        </View>
        <ScrollView scrollY className="fy-sheet-scroll">
          <View className="fy-sheet-content">{children}</View>
        </ScrollView>
        {footer && <View className="fy-sheet-foot">{footer}</View>}
      </View>
    </View>
  )
}
