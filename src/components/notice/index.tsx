/** An icon, one sentence and at most one action, where the matter is. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import type { IconName } from '../icon'

interface NoticeProps {
  kind?: 'note' | 'good' | 'warn' | 'bad'
  children: ReactNode
  icon?: IconName
  actionText?: string
  onAction?: () => void
}

const icons: Record<'note' | 'good' | 'warn' | 'bad', IconName> = {
  note: 'info',
  good: 'check',
  warn: 'clock',
  bad: 'warn',
}

export function Notice({ kind = 'note', children, icon, actionText, onAction }: NoticeProps) {
  return (
    <View
      className={`fy-notice fy-notice-${kind}`}
      {...aria(undefined, kind === 'bad' ? 'alert' : 'note')}
    >
      <Icon name={icon ?? icons[kind]} size={18} className="fy-notice-icon" />
      <View className="fy-notice-text">{children}</View>
      {actionText && (
        <View className="fy-notice-action" onClick={onAction} {...aria(undefined, 'button')}>
          <Text>{actionText}</Text>
        </View>
      )}
    </View>
  )
}
