/** 订单、佣金、流水: what belongs to one person, a page at a time, loaded when looked at. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { dayText } from '@/components/moment/format'
import { PageState } from '@/components/page-state'
import type { EmptyWords } from '@/components/page-state'
import { StatusTag } from '@/components/tag'
import { levelWords, lookOf } from '@/features/commission/commission-words'
import { WhySheet } from '@/features/commission/why-sheet'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import type { Pages } from '@/features/mall/use-pages'
import { changesOf, lookOfMovement } from '@/features/wallet/movement-words'
import { MoreRows } from './more-rows'
import { deskPaths } from './paths'
import { ShopOrderCard } from './shop-order-card'
import { WalletParts } from './wallet-parts'
import type { PersonPage } from './person-words'

interface ListPartProps<Row> {
  pages: Pages<Row>
  empty: EmptyWords
  children: ReactNode
}

/** A list with its own states, inside a page that stands already. */
export function ListPart<Row>({ pages, empty, children }: ListPartProps<Row>) {
  const { state, error, reload } = pages.resource
  return (
    <PageState state={state} error={error} onRetry={() => void reload()} empty={empty}>
      {children}
      <MoreRows pages={pages} />
    </PageState>
  )
}

const following = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor })

export function PersonOrders({ distributorId }: { distributorId: string }) {
  const pages = usePages<Api['owner.listPersonOrders']['output']['rows'][number]>(
    (cursor) => call('owner.listPersonOrders', { distributorId, ...following(cursor) }),
    { keys: [distributorId] },
  )
  return (
    <ListPart
      pages={pages}
      empty={{ title: '还没有订单', text: '有人经他的分享付款，就会记在这里。' }}
    >
      <View className="desk-list">
        {pages.rows.map((order) => (
          <ShopOrderCard key={order.id} order={order} mayShip={false} />
        ))}
      </View>
    </ListPart>
  )
}

/** Why one of these commissions is what it is; from there on to its order. */
export function PersonWhy(props: { commissionId: string | null; onClose: () => void }) {
  const { commissionId, onClose } = props
  const onOrder = (orderId: string) => {
    onClose()
    openPage(deskPaths.order(orderId))
  }
  return <WhySheet commissionId={commissionId} onClose={onClose} ofOther={{ onOrder }} />
}

interface PersonCommissionsProps {
  distributorId: string
  onExplain: (commissionId: string) => void
}

export function PersonCommissions({ distributorId, onExplain }: PersonCommissionsProps) {
  const pages = usePages<Api['owner.listPersonCommissions']['output']['rows'][number]>(
    (cursor) => call('owner.listPersonCommissions', { distributorId, ...following(cursor) }),
    { keys: [distributorId] },
  )
  return (
    <ListPart pages={pages} empty={{ title: '还没有佣金', text: '朋友付款后，会记在这里。' }}>
      <Card flush>
        {pages.rows.map((row) => {
          const look = lookOf(row)
          return (
            <ListRow
              key={row.id}
              title={row.title}
              note={<Facts of={[row.buyerName, levelWords[row.level], dayText(row.accruedAt)]} />}
              value={
                <View className="person-sum">
                  <Money fen={row.netFen} sign="always" state={look.state} size="4" />
                  <StatusTag tone={look.state}>{look.word}</StatusTag>
                </View>
              }
              onTap={() => onExplain(row.id)}
            />
          )
        })}
      </Card>
      <View className="fy-t-cap fy-ink-3 fy-mt-8">
        点一笔看为什么是这个数，和他自己看到的一样。
      </View>
    </ListPart>
  )
}

export function PersonWallet({ person: { id, wallet } }: { person: PersonPage }) {
  const pages = usePages<Api['owner.listPersonMovements']['output']['rows'][number]>(
    (cursor) => call('owner.listPersonMovements', { distributorId: id, ...following(cursor) }),
    { keys: [id] },
  )
  return (
    <View>
      {wallet && (
        <Card>
          <Text className="fy-t-cap fy-ink-3">累计佣金</Text>
          <View>
            <Money fen={wallet.earnedFen} size="2" />
          </View>
          <WalletParts wallet={wallet} />
        </Card>
      )}
      <View className="fy-section">流水</View>
      <ListPart
        pages={pages}
        empty={{ title: '还没有流水', text: '有了佣金或提现，每一笔都会记在这里。' }}
      >
        <Card flush>
          {pages.rows.map((row) => {
            const { name, state, fen } = lookOfMovement(row)
            return (
              <ListRow
                key={row.id}
                title={name}
                note={<Facts of={[dayText(row.at), ...changesOf(row)]} />}
                value={<Money fen={fen} sign="always" state={state} size="4" />}
              />
            )
          })}
        </Card>
      </ListPart>
    </View>
  )
}
