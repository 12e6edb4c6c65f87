/** 顾客: a distributor's customers, each with its history, and moved to somebody else with a reason. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { usePages } from '@/features/mall/use-pages'
import { customerFacts } from '@/features/owner/customer-words'
import type { Customer } from '@/features/owner/customer-words'
import { PeopleBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { HistorySheet } from '@/features/owner/history-sheet'
import { MoreRows } from '@/features/owner/more-rows'
import { MoveSheet } from '@/features/owner/move-sheet'
import './index.scss'

interface CustomerCardProps {
  customer: Customer
  onHistory: () => void
  onMove: () => void
}

function CustomerCard({ customer, onHistory, onMove }: CustomerCardProps) {
  const { name } = customer
  return (
    <Card>
      <View className="fy-row">
        <Avatar name={name} />
        <View className="fy-grow fy-ml-12">
          <Text className="fy-strong">{name}</Text>
          <View className="fy-t-cap fy-ink-3">
            <Facts of={customerFacts(customer)} />
          </View>
        </View>
      </View>
      <View className="desk-actions">
        <Button kind="plain" size="small" label={`${name} 的归属记录`} onTap={onHistory}>
          归属记录
        </Button>
        <Button kind="soft" size="small" label={`把 ${name} 移给别人`} onTap={onMove}>
          移给别人
        </Button>
      </View>
    </Card>
  )
}

export default function CustomersPage() {
  const distributorId = useRouter().params['id'] ?? ''
  const [ownerName, setOwnerName] = useState('')
  const [moving, setMoving] = useState<Customer | null>(null)
  const [looking, setLooking] = useState<Customer | null>(null)
  const pages = usePages<Customer>(
    async (cursor) => {
      const input = { distributorId, ...(cursor === undefined ? {} : { cursor }) }
      const { distributor, customers } = await call('owner.listCustomers', input)
      setOwnerName(distributor.name)
      return customers
    },
    { keys: [distributorId] },
  )
  return (
    <DeskPage
      title={ownerName === '' ? '顾客' : `${ownerName} 的顾客`}
      resource={pages.resource}
      skeleton={<PeopleBones lines={1} />}
      empty={{
        title: '还没有顾客',
        text: '有人经他的分享进店，就会记在这里。',
      }}
      overlay={
        <>
          <MoveSheet
            customer={moving}
            fromId={distributorId}
            onClose={() => setMoving(null)}
            onDone={() => void pages.resource.reload()}
          />
          <HistorySheet customer={looking} onClose={() => setLooking(null)} />
        </>
      }
    >
      <View className="desk-list">
        {pages.rows.map((customer) => (
          <CustomerCard
            key={customer.id}
            customer={customer}
            onHistory={() => setLooking(customer)}
            onMove={() => setMoving(customer)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
