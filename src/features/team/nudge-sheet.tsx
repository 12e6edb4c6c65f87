/** 收到的提醒: who reminded, what was answered, and whether any more are wanted. */
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { ListRow } from '@/components/list-row'
import { dayText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { PageState } from '@/components/page-state'
import { Sheet } from '@/components/sheet'
import { Switch } from '@/components/switch'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { useState } from 'react'

type ReceivedNudge = Api['distributor.listNudges']['output']['rows'][number]

const stateWords = { sent: '还没回', thanked: '你说了谢谢', closed: '你收起来了' } as const

export function NudgeSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [isOn, setOn] = useState(true)
  const saving = useAction('distributor.setNudges')
  const pages = usePages<ReceivedNudge>(
    async (cursor) => {
      const page = await call('distributor.listNudges', { cursor })
      setOn(page.isOn)
      return page
    },
    { keys: [open], when: open },
  )
  const turn = async (wanted: boolean) => {
    const saved = await saving.run({ isOn: wanted })
    if (saved) setOn(saved.isOn)
  }
  const { resource } = pages
  return (
    <Sheet open={open} title="收到的提醒" onClose={onClose}>
      <PageState
        state={resource.state === 'empty' ? 'ready' : resource.state}
        error={resource.error}
        onRetry={() => void resource.reload()}
        errorTitle="提醒没有打开"
      >
        <ListRow
          title="接收提醒"
          note="带你来的人每周最多提醒你一次，只在小程序里看得到"
          value={
            <Switch on={isOn} label="要不要接收提醒" onChange={(wanted) => void turn(wanted)} />
          }
        />
        {saving.error && <Notice kind="bad">{saving.error.message}</Notice>}
        {pages.rows.length === 0 ? (
          <View className="fy-t-small fy-ink-3 fy-mt-12">还没有人提醒过你。</View>
        ) : (
          pages.rows.map(({ week, fromName, at, state }) => (
            <ListRow
              key={week}
              title={`${fromName} 提醒你`}
              note={dayText(at)}
              value={<Text className="fy-t-small fy-ink-3">{stateWords[state]}</Text>}
            />
          ))
        )}
        {pages.foot !== 'end' && (
          <ListFoot foot={pages.foot} error={pages.error} loadMore={pages.loadMore} />
        )}
      </PageState>
    </Sheet>
  )
}
