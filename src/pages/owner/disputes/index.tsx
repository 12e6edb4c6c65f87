/** 顾客争议: two distributors claim one customer; what can be decided, what waits for an answer, what is over. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Segment } from '@/components/segment'
import { StatusTag } from '@/components/tag'
import { shopLook, shopNote, shownName } from '@/features/dispute/dispute-words'
import type { ShopRow } from '@/features/dispute/dispute-words'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { deskPaths } from '@/features/owner/paths'
import './index.scss'

type Tab = 'open' | 'ended'

const TABS: readonly { key: Tab; text: string }[] = [
  { key: 'open', text: '等裁定' },
  { key: 'ended', text: '已了结' },
]

const EMPTY = {
  open: {
    title: '没有等裁定的争议',
    text: '分销员对顾客的归属有异议时，会排在这里等你裁定。',
  },
  ended: { title: '还没有了结的争议', text: '裁定过的、撤回的，会留在这里。' },
} as const

function DisputeRow({ row }: { row: ShopRow }) {
  const { word, tone } = shopLook(row)
  return (
    <ListRow
      lead={<Avatar name={row.customerName} />}
      title={shownName(row.customerName)}
      note={
        <>
          <View>
            {row.claimantName} 提出，归 {row.holderName}
          </View>
          <View>{shopNote(row)}</View>
        </>
      }
      value={<StatusTag tone={tone}>{word}</StatusTag>}
      onTap={() => openPage(deskPaths.dispute(row.id))}
    />
  )
}

export default function ShopDisputesPage() {
  const [tab, setTab] = useState<Tab>('open')
  const pages = usePages<ShopRow>(
    (cursor) => call('owner.listDisputes', { isOpen: tab === 'open', cursor }),
    { keys: [tab], onShow: true },
  )
  return (
    <DeskPage
      title="顾客争议"
      resource={pages.resource}
      above={<Segment items={TABS} value={tab} onChange={setTab} />}
      empty={EMPTY[tab]}
    >
      <Card flush>
        {pages.rows.map((row) => (
          <DisputeRow key={row.id} row={row} />
        ))}
      </Card>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
