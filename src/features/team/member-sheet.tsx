/** One direct member looked at closely: this month, whom they brought (masked), and the nudge. */
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { Button } from '@/components/button'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { Notice } from '@/components/notice'
import { PageState } from '@/components/page-state'
import { Sheet } from '@/components/sheet'
import { TierBadge } from '@/components/tier'
import type { Failure } from '@/state/failure'
import { useResource } from '@/state/use-resource'
import { activityText, namesBelow, nudgeWords } from './team-words'
import type { Member } from './team-words'
import { placesBelow } from './tree/tree-row'
import type { TreeRow } from './tree/tree-row'

interface MemberSheetProps {
  rows: readonly TreeRow[]
  /** The row that is looked at; null closes the sheet. */
  at: number | null
  /** Newer than what is loaded. */
  changed: Readonly<Record<string, Member>>
  busy: boolean
  error: Failure | null
  onNudge: (member: Member) => void
  onClose: () => void
}

const NAMES = 30

function Facts({ member, names }: { member: Member; names: string }) {
  return (
    <View>
      <KeyValue name="等级">
        <TierBadge tier={member.tier} />
      </KeyValue>
      <KeyValue name="最近">
        <Text>{activityText(member)}</Text>
      </KeyValue>
      <KeyValue name="本月销售">
        <Money fen={member.salesFen} size="4" />
      </KeyValue>
      <KeyValue name="本月给你带来">
        <Money fen={member.broughtFen} size="4" tone="gold" />
      </KeyValue>
      <KeyValue name="带来的人">
        <Text>{member.people === 0 ? '还没有' : `${member.people} 人`}</Text>
      </KeyValue>
      {names !== '' && <View className="team-names">{names}</View>}
    </View>
  )
}

/** What the sheet does about nudging: the button, or why there is none. */
function Foot({ member, busy, onNudge }: { member: Member; busy: boolean; onNudge: () => void }) {
  const { nudge } = member
  if (nudge === 'none') return null
  return (
    <Button
      wide
      busy={busy}
      disabledReason={nudge === 'offered' ? null : nudgeWords[nudge]}
      onTap={onNudge}
    >
      提醒一下
    </Button>
  )
}

export function MemberSheet(props: MemberSheetProps) {
  const { rows, at, changed, busy, error, onNudge, onClose } = props
  const row = at === null ? undefined : rows[at]
  const id = row?.id ?? ''
  const loaded = useResource(() => call('distributor.getTeamMember', { distributorId: id }), {
    keys: [id],
    when: id !== '' && row?.standing !== 'left',
  })
  const member = changed[id] ?? loaded.data
  const places = at === null ? [] : (placesBelow(rows).get(at) ?? [])
  const names = namesBelow(rows, places, NAMES)
  const foot = member && <Foot member={member} busy={busy} onNudge={() => onNudge(member)} />
  return (
    <Sheet
      open={row !== undefined}
      title={row?.name ?? ''}
      onClose={onClose}
      footer={member?.nudge === 'none' ? undefined : foot}
    >
      {error && (
        <View className="team-error">
          <Notice kind="bad">{error.message}</Notice>
        </View>
      )}
      {row?.standing === 'left' ? (
        <View>
          <View className="fy-ink-2">他已经离开店里，他带来的人还在：</View>
          <View className="team-names">{names}</View>
        </View>
      ) : (
        <PageState
          state={member ? 'ready' : loaded.state}
          error={loaded.error}
          onRetry={() => void loaded.reload()}
          errorTitle="没有打开"
        >
          {member && <Facts member={member} names={names} />}
        </PageState>
      )}
    </Sheet>
  )
}
