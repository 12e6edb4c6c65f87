/** A small word for a state: ground and ink say it again in colour, never colour alone. */
import { Text, View } from '@tarojs/components'
import type { AfterSaleStatus, OrderStatus } from '@contract/model/order'
import type { WithdrawalStatus } from '@contract/model/ledger'
import type { ReactNode } from 'react'

import type { MoneyState } from '../money/states.data'
import { afterSaleStates, orderStates, withdrawalStates } from './states.data'

export type TagTone =
  'plain' | 'brand' | 'gold' | 'price' | 'good' | 'warn' | 'bad' | 'note' | MoneyState

export function StatusTag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return (
    <View className={`fy-tag fy-tag-${tone}`}>
      <Text className="fy-nowrap">{children}</Text>
    </View>
  )
}

export function OrderTag({ status }: { status: OrderStatus }) {
  return <StatusTag tone={orderStates[status].tone}>{orderStates[status].word}</StatusTag>
}

export function AfterSaleTag({ status }: { status: AfterSaleStatus }) {
  return <StatusTag tone={afterSaleStates[status].tone}>{afterSaleStates[status].word}</StatusTag>
}

export function WithdrawalTag({ status }: { status: WithdrawalStatus }) {
  return <StatusTag tone={withdrawalStates[status].tone}>{withdrawalStates[status].word}</StatusTag>
}
