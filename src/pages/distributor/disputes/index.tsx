/** 顾客归属: disputes the person raised, and those about their customers; where their word is asked for is marked. */
import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { PageState } from '@/components/page-state'
import { Segment } from '@/components/segment'
import { SkeletonRows } from '@/components/skeleton'
import { StatusTag } from '@/components/tag'
import { ownLook, ownNote, shownName } from '@/features/dispute/dispute-words'
import type { OwnRow } from '@/features/dispute/dispute-words'
import { CUSTOMERS, disputePath, goTo } from '@/features/distributor/paths'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import './index.scss'

type Side = OwnRow['side']

const SIDES: readonly { key: Side; text: string }[] = [
  { key: 'claimant', text: '我提出的' },
  { key: 'holder', text: '对我顾客的' },
]

const EMPTY = {
  claimant: {
    title: '你还没有提过异议',
    text: '觉得有顾客该归你，可以在“我的顾客”里提出，由店里裁定。',
    actionText: '去看看',
    onAction: () => goTo(CUSTOMERS),
  },
  holder: { title: '没有人对你的顾客有异议', text: '有人提出时，会列在这里等你回应。' },
} as const

function DisputeRow({ row }: { row: OwnRow }) {
  const { word, tone } = ownLook(row)
  return (
    <ListRow
      lead={<Avatar name={row.customerName} />}
      title={shownName(row.customerName)}
      note={ownNote(row)}
      value={<StatusTag tone={tone}>{word}</StatusTag>}
      onTap={() => goTo(disputePath(row.id))}
    />
  )
}

export default function OwnDisputesPage() {
  const asked = useRouter().params['side']
  const [side, setSide] = useState<Side>(asked === 'holder' ? 'holder' : 'claimant')
  const pages = usePages((cursor) => call('distributor.listDisputes', { side, cursor }), {
    keys: [side],
    onShow: true,
  })
  useReachBottom(pages.loadMore)
  const { resource } = pages
  return (
    <Page title="顾客归属" state="ready" resource={resource}>
      <View className="dispute-above">
        <Segment items={SIDES} value={side} onChange={setSide} />
      </View>
      <PageState
        state={resource.state}
        error={resource.error}
        onRetry={() => void resource.reload()}
        skeleton={<SkeletonRows lead="person" />}
        errorTitle="争议没有打开"
        empty={EMPTY[side]}
      >
        <Card flush>
          {pages.rows.map((row) => (
            <DisputeRow key={row.id} row={row} />
          ))}
        </Card>
        <ListFoot foot={pages.foot} error={pages.error} loadMore={pages.loadMore} />
      </PageState>
    </Page>
  )
}
