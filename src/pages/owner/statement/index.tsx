/** 一个人的对账单: the same statement that its distributor sees, with what the desk can do about it. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { monthOf } from '@contract/time'
import { call } from '@/api/call'
import { serverNow } from '@/api/clock'
import { DeskPage } from '@/features/owner/desk-page'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { DeskActions, DeskSheets, useDeskSteps } from '@/features/statement/desk-actions'
import { MonthPicker } from '@/features/statement/month-picker'
import { StatementView } from '@/features/statement/statement-view'
import { useStatement } from '@/features/statement/use-statement'
import './index.scss'

export default function OwnerStatementPage() {
  const { params } = useRouter()
  const distributorId = params['id'] ?? ''
  const [today] = useState(() => monthOf(serverNow()))
  const [month, setMonth] = useState(params['month'] ?? today)
  const isOwner = useIsOwner()
  const { pages, statement } = useStatement(
    (cursor) => call('owner.getStatement', { distributorId, month, cursor }),
    [distributorId, month],
  )
  const { resource } = pages
  const steps = useDeskSteps({
    distributorId,
    statement,
    onMoved: () => void resource.reload(),
  })
  const isNone = resource.error?.code === 'STATEMENT_NONE'
  const state = isNone ? 'empty' : resource.state === 'empty' ? 'ready' : resource.state
  return (
    <DeskPage
      title={statement ? `${statement.name} 的对账单` : '对账单'}
      resource={{ ...resource, state }}
      above={
        <MonthPicker
          month={month}
          first={isNone ? month : statement?.firstMonth}
          last={statement?.lastMonth ?? today}
          onChange={setMonth}
        />
      }
      empty={{ title: '这个月没有对账单', text: '成为分销员的那个月起，每个月都有一张。' }}
      overlay={<DeskSheets statement={statement} steps={steps} />}
    >
      {statement && (
        <>
          <StatementView statement={statement} pages={pages} />
          <View className="desk-gap">
            <DeskActions statement={statement} isOwner={isOwner} steps={steps} />
          </View>
        </>
      )}
    </DeskPage>
  )
}
