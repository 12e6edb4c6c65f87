/** 对账: day by day whether orders, ledger and WeChat agree, and how the nightly audit ended. */
import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { formatFen } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { StatusTag } from '@/components/tag'
import { auditText, dateText, dayState, FLOWS } from '@/features/books/reconcile-words'
import type { Audit, Day } from '@/features/books/reconcile-words'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { deskPaths } from '@/features/owner/paths'
import './index.scss'

function useDays() {
  const audit = useRef<Audit | null>(null)
  const pages = usePages<Day>(
    async (cursor) => {
      const answer = await call('owner.listReconciledDays', { cursor })
      if (cursor === undefined) audit.current = answer.audit
      return answer.days
    },
    { onShow: true },
  )
  return { pages, audit: audit.current }
}

function AuditNotice({ audit }: { audit: Audit }) {
  const kind = audit.status === 'differs' ? 'bad' : audit.status === 'right' ? 'good' : 'note'
  return (
    <View className="desk-above">
      <Notice kind={kind}>
        {dateText(audit.on)}夜里核账：{auditText(audit)}
      </Notice>
    </View>
  )
}

function sums(day: Day): string[] {
  return FLOWS.filter(({ flow }) => day[flow].wechat.count > 0 || day[flow].records.count > 0).map(
    ({ flow, name }) => `${name} ${formatFen(day[flow].wechat.amountFen)}`,
  )
}

function DayRow({ day }: { day: Day }) {
  const { word, tone } = dayState(day)
  const moved = sums(day)
  return (
    <ListRow
      title={dateText(day.on)}
      note={
        <View className="books-sums">
          {(moved.length === 0 ? ['没有交易'] : moved).map((sum) => (
            <Text key={sum} className="books-sum">
              {sum}
            </Text>
          ))}
        </View>
      }
      value={<StatusTag tone={tone}>{word}</StatusTag>}
      onTap={() => openPage(deskPaths.reconcileDay(day.on))}
    />
  )
}

export default function ReconcilePage() {
  const { pages, audit } = useDays()
  return (
    <DeskPage
      title="对账"
      resource={pages.resource}
      empty={{ title: '还没有对过账', text: '微信每天 10 点以后给前一天的账单，到时候自动对。' }}
    >
      {audit && <AuditNotice audit={audit} />}
      <Card flush>
        {pages.rows.map((day) => (
          <DayRow key={day.on} day={day} />
        ))}
      </Card>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
