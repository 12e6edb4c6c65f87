/** 月度对账单: what the month brought and what became of it, every line from the ledger. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { monthOf } from '@contract/time'
import { call } from '@/api/call'
import { serverNow } from '@/api/clock'
import { Page } from '@/components/page'
import { PageState } from '@/components/page-state'
import { SkeletonSum } from '@/components/skeleton/shapes'
import { COMMISSIONS, goTo } from '@/features/distributor/paths'
import { MonthPicker } from '@/features/statement/month-picker'
import { StatementView } from '@/features/statement/statement-view'
import { useStatement } from '@/features/statement/use-statement'
import './index.scss'

export default function StatementPage() {
  const asked = useRouter().params['month']
  const [today] = useState(() => monthOf(serverNow()))
  const [month, setMonth] = useState(asked ?? today)
  const { pages, statement } = useStatement(
    (cursor) => call('distributor.getStatement', { month, cursor }),
    [month],
  )
  const { resource } = pages
  const isNone = resource.error?.code === 'STATEMENT_NONE'
  return (
    <Page title="月度对账单" state="ready" resource={resource}>
      <MonthPicker
        month={month}
        first={isNone ? month : statement?.firstMonth}
        last={statement?.lastMonth ?? today}
        onChange={setMonth}
      />
      <PageState
        state={isNone ? 'empty' : resource.state === 'empty' ? 'ready' : resource.state}
        error={resource.error}
        onRetry={() => void resource.reload()}
        skeleton={<SkeletonSum />}
        errorTitle="对账单没有打开"
        reassurance="你的钱都在账上，没有变动。"
        empty={{ title: '这个月没有对账单', text: '成为分销员的那个月起，每个月都有一张。' }}
      >
        {statement && (
          <StatementView
            statement={statement}
            pages={pages}
            onCommission={(id) => goTo(`${COMMISSIONS}?id=${encodeURIComponent(id)}`)}
          />
        )}
      </PageState>
    </Page>
  )
}
