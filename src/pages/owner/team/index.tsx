/** 团队 of one distributor, for the owner: the same picture with whole names, and anybody in it as the next middle. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { KeyValue, ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { formatCount } from '@/components/money/format'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { TierBadge } from '@/components/tier'
import { ChartBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { TeamCard } from '@/features/team/team-card'
import { namesBelow } from '@/features/team/team-words'
import { levelsOf } from '@/features/team/tree/tree-levels'
import { placesBelow } from '@/features/team/tree/tree-row'
import type { TreeRow } from '@/features/team/tree/tree-row'
import { useResource } from '@/state/use-resource'
import './index.scss'

type Downline = Api['owner.getTeamTree']['output']

const NAMES = 30

interface PersonSheetProps {
  rows: readonly TreeRow[]
  at: number | null
  onClose: () => void
  onMiddle: (id: string) => void
}

function PersonSheet({ rows, at, onClose, onMiddle }: PersonSheetProps) {
  const row = at === null ? undefined : rows[at]
  const places = at === null ? [] : (placesBelow(rows).get(at) ?? [])
  const id = row?.id
  return (
    <Sheet
      open={row !== undefined}
      title={row?.name ?? ''}
      onClose={onClose}
      footer={
        id ? (
          <Button wide onTap={() => onMiddle(id)}>
            看他的团队
          </Button>
        ) : undefined
      }
    >
      {row && (
        <View>
          {row.tier !== null && (
            <KeyValue name="等级">
              <TierBadge tier={row.tier} />
            </KeyValue>
          )}
          <KeyValue name="状态">
            <Text>
              {row.standing === 'left' ? '已离开' : row.standing === 'paused' ? '已暂停' : '正常'}
              {row.standing === 'active' && (row.isLively ? ' · 活跃' : ' · 没动静')}
            </Text>
          </KeyValue>
          <KeyValue name="本月销售">
            <Money fen={row.salesFen} size="4" />
          </KeyValue>
          <KeyValue name="带来的人">
            <Text>{places.length === 0 ? '还没有' : `${formatCount(places.length)} 人`}</Text>
          </KeyValue>
          {places.length > 0 && (
            <View className="team-names">{namesBelow(rows, places, NAMES)}</View>
          )}
        </View>
      )}
    </Sheet>
  )
}

function summaryOf({ person, rows }: Downline): string {
  const levels = levelsOf(rows).map(({ level, people }) => `第 ${level} 层 ${people} 人`)
  return `${person.name} 的团队：${levels.length === 0 ? '还没有人' : levels.join('，')}。`
}

function Levels({ rows }: { rows: readonly TreeRow[] }) {
  return (
    <Card flush>
      {levelsOf(rows).map(({ level, people, lively, salesFen }) => (
        <ListRow
          key={level}
          title={level === 1 ? '直接' : level === 2 ? '间接' : `第 ${level} 层`}
          note={<Facts of={[`${formatCount(people)} 人`, `活跃 ${formatCount(lively)} 人`]} />}
          value={
            <>
              <View className="fy-t-cap fy-ink-3">本月销售</View>
              <Money fen={salesFen} tone="ink" />
            </>
          }
        />
      ))}
    </Card>
  )
}

export default function OwnerTeamPage() {
  const [id, setId] = useState(useRouter().params['id'] ?? '')
  const [at, setAt] = useState<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  const tree = useResource(() => call('owner.getTeamTree', { distributorId: id }), { keys: [id] })
  const { data } = tree
  const middle = (next: string) => {
    setOpen(false)
    setAt(null)
    setId(next)
  }
  const look = (row: number) => {
    setAt(row)
    setOpen(true)
  }
  return (
    <DeskPage
      title={data ? `${data.person.name} 的团队` : '团队'}
      resource={tree}
      skeleton={<ChartBones height={248} />}
      overlay={
        <PersonSheet
          rows={data?.rows ?? []}
          at={isOpen ? at : null}
          onClose={() => setOpen(false)}
          onMiddle={middle}
        />
      }
    >
      {data && (
        <>
          {data.inviter && (
            <Card flush>
              <ListRow
                icon="up"
                title={`${data.inviter.name} 带来的`}
                note="看上一层的团队"
                onTap={() => middle(data.inviter?.id ?? id)}
              />
            </Card>
          )}
          {data.rows.length === 0 ? (
            <View className="fy-mt-8">
              <Card>
                <View className="fy-t-small fy-ink-3">他还没有带来分销员。</View>
              </Card>
            </View>
          ) : (
            <View className="fy-mt-8">
              <TeamCard
                key={id}
                name={data.person.name}
                rows={data.rows}
                summary={summaryOf(data)}
                cut={data.cut}
                chosen={at}
                onPerson={look}
              />
              <View className="fy-mt-8">
                <Levels rows={data.rows} />
              </View>
            </View>
          )}
          <View className="fy-mt-8">
            <Notice>佣金只算到两级；更深的层只是谁带来了谁，不影响任何人的佣金。</Notice>
          </View>
        </>
      )}
    </DeskPage>
  )
}
