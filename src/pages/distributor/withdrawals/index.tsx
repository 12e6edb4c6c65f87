/** 提现记录: each withdrawal with its state and what happens next; what waits for its receiver can be taken here. */
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { SkeletonRows } from '@/components/skeleton'
import { goTo, WALLET } from '@/features/distributor/paths'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { useReceive } from '@/features/wallet/use-receive'
import { WithdrawalItem } from '@/features/wallet/withdrawal-item'
import type { WithdrawalRow } from '@/features/wallet/withdrawal-words'
import './index.scss'

export default function WithdrawalsPage() {
  const list = usePages((cursor) => call('distributor.listWithdrawals', { cursor }), {
    onShow: true,
  })
  const { resource } = list
  useReachBottom(list.loadMore)
  const replace = (changed: WithdrawalRow) => {
    if (!resource.data) return
    const rows = resource.data.rows.map((row) => (row.id === changed.id ? changed : row))
    resource.put({ ...resource.data, rows })
  }
  const receiving = useReceive(replace)
  return (
    <Page
      title="提现记录"
      resource={resource}
      skeleton={<SkeletonRows rows={6} lead="none" />}
      errorTitle="提现记录没有打开"
      reassurance="你的钱没有变动。"
      empty={{
        title: '还没有提过现',
        text: '佣金结算之后，可以提到微信零钱。',
        actionText: '看看钱包',
        actionIcon: 'wallet',
        onAction: () => goTo(WALLET),
      }}
    >
      <Card flush>
        {list.rows.map((row) => (
          <WithdrawalItem key={row.id} row={row} receiving={receiving} />
        ))}
      </Card>
      <View className="wds-foot">
        <ListFoot foot={list.foot} error={list.error} loadMore={list.loadMore} />
      </View>
    </Page>
  )
}
