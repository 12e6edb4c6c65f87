/** 谁赚了多少: what the shop's commissions came to, and each distributor's wallet. */
import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { TierBadge } from '@/components/tier'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { WalletBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { deskPaths } from '@/features/owner/paths'
import { WalletParts } from '@/features/owner/wallet-parts'
import './index.scss'

type Output = Api['owner.listEarnings']['output']
type Totals = Output['totals']
type Earner = Output['distributors']['rows'][number]

function useEarnings() {
  const totals = useRef<Totals | null>(null)
  const pages = usePages<Earner>(async (cursor) => {
    const answer = await call('owner.listEarnings', cursor === undefined ? {} : { cursor })
    if (cursor === undefined) totals.current = answer.totals
    return answer.distributors
  })
  return { pages, totals: totals.current }
}

function TotalsCard({ totals }: { totals: Totals }) {
  return (
    <Card>
      <Text className="fy-t-small fy-ink-2">累计佣金</Text>
      <View className="fy-mt-4">
        <Money fen={totals.earnedFen} size="hero" />
      </View>
      <View className="earnings-totals">
        <KeyValue name="待结算">
          <Money fen={totals.pendingFen} state="pending" />
        </KeyValue>
        <KeyValue name="可提现">
          <Money fen={totals.availableFen} state="available" />
        </KeyValue>
        <KeyValue name="提现中">
          <Money fen={totals.withdrawingFen} state="withdrawing" />
        </KeyValue>
        <KeyValue name="已到账">
          <Money fen={totals.paidFen} state="paid" />
        </KeyValue>
        {totals.clawbackFen > 0 && (
          <KeyValue name="待追回">
            <Money fen={totals.clawbackFen} sign="minus" state="clawback" />
          </KeyValue>
        )}
      </View>
    </Card>
  )
}

function EarnerCard({ earner: { id, name, tier, wallet } }: { earner: Earner }) {
  return (
    <Card onTap={() => openPage(deskPaths.statement(id))}>
      <View className="fy-row">
        <Avatar name={name} size={32} />
        <Text className="earnings-name fy-ell">{name}</Text>
        <TierBadge tier={tier} />
        <View className="fy-end">
          <Money fen={wallet.earnedFen} />
        </View>
        <Icon name="chev" size={16} className="earnings-more" label={`看 ${name} 的对账单`} />
      </View>
      <WalletParts wallet={wallet} />
    </Card>
  )
}

export default function EarningsPage() {
  const { pages, totals } = useEarnings()
  return (
    <DeskPage
      title="谁赚了多少"
      resource={pages.resource}
      skeleton={<WalletBones />}
      empty={{ title: '还没有人赚到佣金', text: '有人通过分享付款后，谁得了多少会记在这里。' }}
    >
      {totals && <TotalsCard totals={totals} />}
      <Text className="desk-label">每个人</Text>
      <View className="desk-list">
        {pages.rows.map((earner) => (
          <EarnerCard key={earner.id} earner={earner} />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
