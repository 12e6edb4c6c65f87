/** 归了别人的: people who opened one's shares and are somebody else's customers; each can be claimed once. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { call } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { dayText } from '@/components/moment/format'
import { PageState } from '@/components/page-state'
import { BindingRow } from '@/features/binding/binding-sheet'
import type { Binding } from '@/features/binding/binding-words'
import { disputePath, goTo, raisePath } from '@/features/distributor/paths'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { closedWords, shownName } from './dispute-words'
import type { Claimable } from './dispute-words'

function ClaimableRow({ person }: { person: Claimable }) {
  const { name, visitedAt, boundAt, disputeId } = person
  return (
    <View className="dispute-row">
      <Avatar name={name} />
      <View className="fy-grow fy-ml-12">
        <Text className="dispute-row-name">{shownName(name)}</Text>
        <View className="fy-t-cap fy-ink-3">{dayText(visitedAt)}打开过你的分享</View>
        <View className="fy-t-cap fy-ink-3">{dayText(boundAt)}成了别人的顾客</View>
      </View>
      <View className="fy-ml-8">
        {disputeId === null ? (
          <Button
            kind="soft"
            size="small"
            label={`对 ${name} 有异议`}
            onTap={() => goTo(raisePath(person))}
          >
            有异议
          </Button>
        ) : (
          <Button
            kind="plain"
            size="small"
            label={`看 ${name} 的异议`}
            onTap={() => goTo(disputePath(disputeId))}
          >
            已提出
          </Button>
        )}
      </View>
    </View>
  )
}

/** Who opened several shares stands in several pages: the latest opening counts. */
function onceEach(rows: readonly Claimable[]): Claimable[] {
  const seen = new Set<string>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}

export function ClaimableList({ onRule }: { onRule: (binding: Binding) => void }) {
  const pages = usePages((cursor) => call('distributor.listClaimable', { cursor }), {
    onShow: true,
  })
  useReachBottom(pages.loadMore)
  const { resource } = pages
  const binding = resource.data?.binding
  const closed = closedWords(resource.error)
  const rows = onceEach(pages.rows)
  return (
    <>
      {binding && <BindingRow binding={binding} onTap={() => onRule(binding)} />}
      <View className="dispute-part">
        <PageState
          state={closed ? 'empty' : resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          errorTitle="名单没有打开"
          empty={
            closed ?? {
              title: '没有归了别人的',
              text: '打开过你的分享、现在是别人顾客的人，会列在这里。',
              actionText: '凭订单号提出',
              onAction: () => goTo(raisePath()),
            }
          }
        >
          {rows.length > 0 ? (
            <Card flush>
              {rows.map((person) => (
                <ClaimableRow key={person.id} person={person} />
              ))}
            </Card>
          ) : (
            <Card>
              <Text className="fy-t-small fy-ink-2">最近打开你分享的人里，没有归了别人的。</Text>
            </Card>
          )}
          <ListFoot
            foot={pages.foot}
            error={pages.error}
            loadMore={pages.loadMore}
            moreText="再看看更早的"
          />
        </PageState>
      </View>
    </>
  )
}
