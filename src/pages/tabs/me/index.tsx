/** 我的: name, orders that wait, and the ways to everything that is one's own. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { MeRows } from '@/features/mall/me-rows'
import { NicknameSheet } from '@/features/mall/nickname-sheet'
import { OrderGates } from '@/features/mall/order-gates'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import './index.scss'

export default function MePage() {
  const { session, error, refresh } = useSession()
  const counts = useResource(() => call('mall.countOrders', {}), { onShow: true })
  const [isNaming, setNaming] = useState(false)
  const state = session ? 'ready' : error ? 'error' : 'loading'
  const reload = () => void Promise.all([refresh(), counts.reload()])
  return (
    <Page
      title="我的"
      tab
      state={state}
      error={error}
      onRetry={reload}
      errorTitle="没有认出你是谁"
      overlay={
        session && (
          <NicknameSheet open={isNaming} onClose={() => setNaming(false)} member={session.member} />
        )
      }
    >
      {session && (
        <>
          <View
            className="me-head"
            onClick={() => setNaming(true)}
            {...aria('改头像和名字', 'button')}
          >
            <Avatar name={session.member.nickname} url={session.member.avatar} size={64} />
            <View className="me-name-box">
              <Text className="me-name">{session.member.nickname}</Text>
              <View className="me-rename">
                <Text>改头像和名字</Text>
                <Icon name="edit" size={14} />
              </View>
            </View>
          </View>
          {counts.error && (
            <View className="me-notice">
              <Notice kind="bad" actionText="重试" onAction={() => void counts.reload()}>
                订单数没有取到：{counts.error.message}
              </Notice>
            </View>
          )}
          <OrderGates counts={counts.data} />
          <MeRows session={session} />
        </>
      )}
    </Page>
  )
}
