/** 钱包: balances and every movement, each from a ledger entry. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/page-state'
import { groupByDay } from '@/features/commission/group-by-day'
import { goTo, STATEMENT, WITHDRAWALS } from '@/features/distributor/paths'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { BalanceCard } from '@/features/wallet/balance-card'
import { dayText } from '@/components/moment/format'
import { SkeletonSum } from '@/components/skeleton/shapes'
import { DebtNotice } from '@/features/wallet/debt-notice'
import { MovementItem } from '@/features/wallet/movement-item'
import './index.scss'

type Wallet = Api['distributor.getWallet']['output']['wallet']

export default function WalletPage() {
  const [wallet, setWallet] = useState<Wallet | null>(null)
  const list = usePages(
    async (cursor) => {
      const answer = await call('distributor.getWallet', { cursor })
      setWallet(answer.wallet)
      return answer.movements
    },
    { onShow: true },
  )
  useReachBottom(list.loadMore)
  const { resource } = list
  const isReady = wallet !== null && (resource.state === 'ready' || resource.state === 'empty')
  return (
    <Page
      title="钱包"
      resource={resource}
      skeleton={<SkeletonSum />}
      state={isReady ? 'ready' : resource.state === 'error' ? 'error' : 'loading'}
      errorTitle="钱包没有打开"
      reassurance="你的钱都在账上，没有变动。"
    >
      {wallet && (
        <>
          <BalanceCard wallet={wallet} isStale={resource.staleAt !== undefined} />
          {wallet.clawbackFen > 0 && (
            <View className="fy-mt-8">
              <DebtNotice clawbackFen={wallet.clawbackFen} />
            </View>
          )}
          <View className="fy-mt-8">
            <Card flush>
              <ListRow icon="book" title="月度对账单" onTap={() => goTo(STATEMENT)} />
            </Card>
          </View>
          <View className="fy-section fy-mt-8">
            <Text>流水</Text>
            <View className="fy-section-more" onClick={() => goTo(WITHDRAWALS)}>
              <Text>提现记录</Text>
              <Icon name="chev" size={16} />
            </View>
          </View>
          {list.rows.length === 0 && (
            <EmptyState title="还没有流水" text="有了佣金或提现，每一笔都会记在这里。" />
          )}
          {groupByDay(list.rows, (row) => row.at).map((day, index) => (
            <View key={day.on} className={index === 0 ? 'wallet-first' : ''}>
              <View className="wallet-day">
                <Text>{dayText(day.at)}</Text>
              </View>
              <Card flush>
                {day.rows.map((row) => (
                  <MovementItem key={row.id} movement={row} />
                ))}
              </Card>
            </View>
          ))}
          <View className="wallet-foot">
            <ListFoot foot={list.foot} error={list.error} loadMore={list.loadMore} />
          </View>
        </>
      )}
    </Page>
  )
}
