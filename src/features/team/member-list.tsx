/** 直接成员: searched by name, sorted, a page at a time. */
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { Chips } from '@/components/chip'
import { formatCount } from '@/components/money/format'
import { FilteredEmpty, PageState } from '@/components/page-state'
import { SearchBar } from '@/components/search-bar'
import { SkeletonRows } from '@/components/skeleton'
import { ListFoot } from '@/features/mall/list-foot'
import { usePages } from '@/features/mall/use-pages'
import { MemberRow } from './member-row'
import { teamSorts } from './team-words'
import type { Member, TeamSort } from './team-words'

interface MemberListProps {
  /** What became of members since the list was loaded, by id. */
  changed: Readonly<Record<string, Member>>
  busy: string | null
  onOpen: (member: Member) => void
  onNudge: (member: Member) => void
}

export function MemberList({ changed, busy, onOpen, onNudge }: MemberListProps) {
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<TeamSort>('sales')
  const [found, setFound] = useState<number | null>(null)
  const pages = usePages<Member>(
    async (cursor) => {
      const page = await call('distributor.listTeam', { search, sort, cursor })
      setFound(page.found)
      return page
    },
    { keys: [search, sort] },
  )
  useReachBottom(pages.loadMore)
  const look = (words: string) => {
    setText(words)
    setSearch(words.trim().slice(0, 20))
  }
  const { resource } = pages
  return (
    <View>
      <View className="fy-section">
        <Text>直接成员</Text>
        {search !== '' && found !== null && (
          <Text className="fy-t-small fy-ink-3">找到 {formatCount(found)} 人</Text>
        )}
      </View>
      <SearchBar
        label="搜索直接成员"
        placeholder="按名字找"
        value={text}
        onChange={setText}
        onSearch={look}
      />
      <Chips items={teamSorts} value={sort} onChange={setSort} />
      {resource.state === 'empty' ? (
        <FilteredEmpty
          title={search === '' ? '现在没有直接成员' : `没有叫「${search}」的直接成员`}
          text="间接成员的名字不显示，也找不到。"
          actionText="看全部"
          onAction={() => look('')}
        />
      ) : (
        <PageState
          state={resource.state}
          error={resource.error}
          onRetry={() => void resource.reload()}
          skeleton={<SkeletonRows lead="person" />}
          errorTitle="名单没有打开"
        >
          <Card flush>
            {pages.rows.map((row) => {
              const member = changed[row.id] ?? row
              return (
                <MemberRow
                  key={row.id}
                  member={member}
                  busy={busy === row.id}
                  onOpen={() => onOpen(member)}
                  onNudge={() => onNudge(member)}
                />
              )
            })}
          </Card>
          <ListFoot foot={pages.foot} error={pages.error} loadMore={pages.loadMore} />
        </PageState>
      )}
    </View>
  )
}
