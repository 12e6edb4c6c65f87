/** A month's statement from its picture down to its entries; a quiet month says so. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { EmptyState } from '@/components/page-state'
import { ListFoot } from '@/features/mall/list-foot'
import type { Pages } from '@/features/mall/use-pages'
import { BalanceTable } from './balance-table'
import { FlowCard } from './flow-card'
import { LineList } from './line-list'
import { RowList } from './row-list'
import type { Statement, StatementRow } from './statement-words'

interface StatementViewProps {
  statement: Statement
  pages: Pages<StatementRow>
  onCommission?: (commissionId: string) => void
}

export function StatementView({ statement, pages, onCommission }: StatementViewProps) {
  useReachBottom(pages.loadMore)
  const isQuiet = pages.rows.length === 0
  return (
    <>
      <FlowCard statement={statement} />
      <View className="fy-mt-8">
        <BalanceTable statement={statement} />
      </View>
      {isQuiet ? (
        <EmptyState title="这个月没有往来" text="有了佣金、奖励或提现，每一笔都会记在这里。" />
      ) : (
        <>
          <View className="fy-section">
            <Text>这个月的变化</Text>
          </View>
          <LineList statement={statement} />
          <View className="fy-section">
            <Text>每一笔</Text>
          </View>
          <RowList rows={pages.rows} onCommission={onCommission} />
          <ListFoot foot={pages.foot} error={pages.error} loadMore={pages.loadMore} />
        </>
      )}
    </>
  )
}
