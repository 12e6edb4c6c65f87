/** 我的团队: how many, what they sold, the tree as a picture, and the direct members with a nudge for the quiet ones. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { momentText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/page-state'
import { SkeletonTeam } from '@/components/skeleton/shapes'
import { DISTRIBUTION, goToTab } from '@/features/distributor/paths'
import { MemberList } from '@/features/team/member-list'
import { MemberSheet } from '@/features/team/member-sheet'
import { NudgeCard } from '@/features/team/nudge-card'
import { NudgeSheet } from '@/features/team/nudge-sheet'
import { TeamCard } from '@/features/team/team-card'
import { TeamFigures } from '@/features/team/team-figures'
import { treeSummary } from '@/features/team/team-words'
import type { Member, Team } from '@/features/team/team-words'
import { useNudging } from '@/features/team/use-nudging'
import { useResource } from '@/state/use-resource'
import './index.scss'

interface PeopleProps {
  team: Team
  nudging: ReturnType<typeof useNudging>
  chosen: number | null
  onPerson: (at: number) => void
}

function People({ team, nudging, chosen, onPerson }: PeopleProps) {
  const openMember = ({ id }: Member) => {
    const at = team.rows.findIndex((row) => row.id === id)
    if (at >= 0) onPerson(at)
  }
  return (
    <>
      <TeamFigures team={team} />
      <TeamCard
        name={team.name}
        rows={team.rows}
        summary={treeSummary(team)}
        cut={team.cut}
        chosen={chosen}
        onPerson={onPerson}
      />
      <View className="fy-mt-8">
        <Notice>佣金只算到两级，只来自真实成交；邀请人数本身不发钱。</Notice>
      </View>
      {nudging.error && (
        <View className="fy-mt-8">
          <Notice kind="bad">{nudging.error.message}</Notice>
        </View>
      )}
      <MemberList
        changed={nudging.changed}
        busy={nudging.busy}
        onOpen={openMember}
        onNudge={nudging.nudge}
      />
    </>
  )
}

export default function TeamPage() {
  const team = useResource(() => call('distributor.getTeam', {}))
  // The page goes on without them.
  const nudges = useResource(() => call('distributor.listNudges', {}))
  const nudging = useNudging()
  const [chosen, setChosen] = useState<number | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [isReceived, setReceived] = useState(false)
  const { data } = team
  const look = (at: number) => {
    nudging.clear()
    setChosen(at)
    setOpen(true)
  }
  return (
    <Page
      title="我的团队"
      resource={team}
      skeleton={<SkeletonTeam />}
      errorTitle="团队没有打开"
      overlay={
        <>
          <MemberSheet
            rows={data?.rows ?? []}
            at={isOpen ? chosen : null}
            changed={nudging.changed}
            busy={nudging.busy !== null}
            error={nudging.error}
            onNudge={nudging.nudge}
            onClose={() => setOpen(false)}
          />
          <NudgeSheet open={isReceived} onClose={() => setReceived(false)} />
        </>
      }
    >
      {data && (
        <>
          {nudges.data && <NudgeCard nudges={nudges.data} onAnswered={nudges.reload} />}
          {data.rows.length === 0 ? (
            <EmptyState
              title="还没有团队成员"
              text="有人通过你的邀请成为分销员，会记在这里。佣金只来自真实成交，邀请人数本身不发钱。"
              actionText="去分销中心邀请"
              onAction={() => goToTab(DISTRIBUTION)}
            />
          ) : (
            <People team={data} nudging={nudging} chosen={chosen} onPerson={look} />
          )}
          <View className="fy-mt-8">
            <Card flush>
              <ListRow icon="bell" title="收到的提醒" onTap={() => setReceived(true)} />
            </Card>
          </View>
          <View className="team-foot">
            <View>“提醒一下”每人每周一次，由对方决定是否接收</View>
            {data.asOf !== null && <View>数字截至 {momentText(data.asOf)}</View>}
          </View>
        </>
      )}
    </Page>
  )
}
