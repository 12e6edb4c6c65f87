/** 我的顾客: who they are, how they came, until when they stay, and whether they have bought. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { call } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { dayText } from '@/components/moment/format'
import { PageState } from '@/components/page-state'
import { SkeletonRows } from '@/components/skeleton'
import { StatusTag } from '@/components/tag'
import { BindingRow } from '@/features/binding/binding-sheet'
import type { Binding } from '@/features/binding/binding-words'
import { goTo, GOODS } from '@/features/distributor/paths'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { cameText, closedWords, shownName, untilLook } from './dispute-words'
import type { OwnCustomer } from './dispute-words'

function CustomerRow({ customer }: { customer: OwnCustomer }) {
  const { name, isPurchased } = customer
  const { word, tone } = untilLook(customer)
  return (
    <View className="dispute-row">
      <Avatar name={name} />
      <View className="fy-grow fy-ml-12">
        <View className="dispute-row-head">
          <Text className="dispute-row-name">{shownName(name)}</Text>
          {isPurchased && <StatusTag tone="brand">买过</StatusTag>}
        </View>
        <View className="fy-t-cap fy-ink-3">
          <Text className="fy-nowrap">{cameText(customer)}</Text>
          <Text> · </Text>
          <Text className="fy-nowrap">{dayText(customer.boundAt)}起</Text>
        </View>
      </View>
      <View className="fy-ml-8">
        {tone === 'plain' ? (
          <Text className="fy-t-cap fy-ink-3">{word}</Text>
        ) : (
          <StatusTag tone={tone}>{word}</StatusTag>
        )}
      </View>
    </View>
  )
}

export function CustomerList({ onRule }: { onRule: (binding: Binding) => void }) {
  const pages = usePages((cursor) => call('distributor.listCustomers', { cursor }), {
    onShow: true,
  })
  useReachBottom(pages.loadMore)
  const { resource } = pages
  const binding = resource.data?.binding
  const closed = closedWords(resource.error)
  return (
    <>
      {binding && <BindingRow binding={binding} onTap={() => onRule(binding)} />}
      <View className="dispute-part">
        <PageState
          state={closed ? 'empty' : resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          skeleton={<SkeletonRows rows={6} lead="person" />}
          errorTitle="顾客没有打开"
          empty={
            closed ?? {
              title: '还没有顾客',
              text: '有人打开你的分享成了你的顾客，会列在这里。',
              actionText: '去挑一件分享',
              actionIcon: 'share',
              onAction: () => goTo(GOODS),
            }
          }
        >
          <Card flush>
            {pages.rows.map((customer) => (
              <CustomerRow key={customer.id} customer={customer} />
            ))}
          </Card>
          <ListFoot foot={pages.foot} error={pages.error} loadMore={pages.loadMore} />
        </PageState>
      </View>
    </>
  )
}
