/** 负责人: who answers for somebody now, handing them over, and everybody who did before. */
import { View } from '@tarojs/components'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { momentText } from '@/components/moment/format'
import { usePages } from '@/features/mall/use-pages'
import { HandOverFailures } from './hand-over-failures'
import { ListPart } from './person-lists'
import type { PersonPage } from './person-words'
import type { useHandOver } from './use-hand-over'

type HandOver = Api['owner.listHandOvers']['output']['rows'][number]

const sideText = (name: string | null) => name ?? '没有人'

function Now({ person, onHandOver }: { person: PersonPage; onHandOver: () => void }) {
  const { manager, name, status } = person
  const hasLeft = status === 'exited'
  return (
    <Card>
      <View className="fy-row">
        {manager && <Avatar name={manager.name} />}
        <View className={manager ? 'fy-grow fy-ml-12' : 'fy-grow'}>
          <View className="fy-t-head">{manager ? manager.name : '没有负责人'}</View>
          <View className="fy-t-cap fy-ink-3 fy-mt-4">
            {hasLeft
              ? '已经退出，不用再安排'
              : manager
                ? '有事先找他'
                : '移交给一位渠道经理或渠道主管'}
          </View>
        </View>
        {!hasLeft && (
          <Button kind="soft" size="small" label={`移交 ${name}`} onTap={onHandOver}>
            移交
          </Button>
        )}
      </View>
    </Card>
  )
}

function History({ rows }: { rows: readonly HandOver[] }) {
  return (
    <Card>
      {rows.map(({ id, from, to, byName, reason, at }) => (
        <View key={id} className="tier-change">
          <View className="fy-strong">
            {sideText(from)} → {sideText(to)}
          </View>
          <View className="fy-t-small fy-ink-2 fy-mt-4">原因：{reason}</View>
          <View className="fy-t-cap fy-ink-3 fy-mt-4">
            {byName} · {momentText(at)}
          </View>
        </View>
      ))}
    </Card>
  )
}

interface PersonManagerProps {
  person: PersonPage
  handing: ReturnType<typeof useHandOver>
  /** Counts what was decided on the page: each asks anew. */
  turn: number
  onHandOver: () => void
}

export function PersonManager({ person, handing, turn, onHandOver }: PersonManagerProps) {
  const { id: distributorId } = person
  const pages = usePages<HandOver>(
    (cursor) =>
      call('owner.listHandOvers', {
        distributorId,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [distributorId, turn] },
  )
  return (
    <View>
      <HandOverFailures handing={handing} />
      <Now person={person} onHandOver={onHandOver} />
      <View className="fy-section">移交记录</View>
      <ListPart
        pages={pages}
        empty={{ title: '还没有移交过', text: '每次移交从谁到谁、为什么，都会记在这里。' }}
      >
        <History rows={pages.rows} />
      </ListPart>
    </View>
  )
}
