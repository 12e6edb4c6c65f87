/** 移给别人: who gets the customer, and why; said beforehand what does not change. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Chips } from '@/components/chip'
import { Notice } from '@/components/notice'
import { Bone } from '@/components/skeleton'
import { toast } from '@/components/toast'
import { usePages } from '@/features/mall/use-pages'
import { useLast } from './use-last'
import type { Customer } from './customer-words'
import { MoreRows } from './more-rows'
import type { Person } from './person-words'
import { ReasonSheet } from './reason-sheet'

interface MoveSheetProps {
  /** Null closes it. */
  customer: Customer | null
  /** Whose customer it is now. */
  fromId: string
  onClose: () => void
  onDone: () => void
}

/** Distributors who may get a customer: those in good standing. */
function TargetChoice(props: {
  fromId: string
  value: string | null
  onChange: (id: string) => void
}) {
  const people = usePages<Person>((cursor) =>
    call('owner.listDistributors', {
      status: 'active',
      ...(cursor === undefined ? {} : { cursor }),
    }),
  )
  const { state, error, reload } = people.resource
  if (state === 'loading') return <Bone height={44} />
  if (state === 'error') {
    return (
      <Notice kind="bad" actionText="再试一次" onAction={() => void reload()}>
        名单没有拿到：{error?.message}
      </Notice>
    )
  }
  const others = people.rows.filter(({ id }) => id !== props.fromId)
  if (others.length === 0 && people.foot === 'end') {
    return <Notice kind="note">店里没有别的分销员可以接</Notice>
  }
  const items = others.map(({ id, name }) => ({ key: id, text: name }))
  return (
    <View>
      <Chips items={items} value={props.value} onChange={props.onChange} wrap soft />
      <MoreRows pages={people} />
    </View>
  )
}

export function MoveSheet({ customer, fromId, onClose, onDone }: MoveSheetProps) {
  const [toId, setToId] = useState<string | null>(null)
  const moving = useAction('owner.moveCustomer')
  const shown = useLast(customer)
  const close = () => {
    setToId(null)
    moving.clear()
    onClose()
  }
  const confirm = async (reason: string) => {
    if (!customer || toId === null) return
    if (!(await moving.run({ memberId: customer.id, distributorId: toId, reason }))) return
    toast('移好了')
    close()
    onDone()
  }
  return (
    <ReasonSheet
      open={customer !== null}
      title={`把 ${shown?.name ?? ''} 移给别人`}
      hint="记在这位顾客的归属记录里"
      confirmText="移过去"
      failText="没有移成"
      missing={toId === null ? '先选移给谁' : null}
      busy={moving.busy}
      error={moving.error}
      onConfirm={(reason) => void confirm(reason)}
      onClose={close}
    >
      {customer && <TargetChoice fromId={fromId} value={toId} onChange={setToId} />}
      <View className="fy-t-cap fy-ink-3 fy-mt-8">
        <Text>已经下的单不变，从下一单起算新的人。</Text>
      </View>
    </ReasonSheet>
  )
}
