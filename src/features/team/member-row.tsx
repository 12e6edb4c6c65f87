/** One direct member in the list: who, how lively, what they sold and brought; whoever is quiet can be nudged. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { classNames } from '@/components/class-names'
import { Money } from '@/components/money'
import { formatCount, formatFen } from '@/components/money/format'
import { TierBadge } from '@/components/tier'
import { activityText, nudgeWords } from './team-words'
import type { Member } from './team-words'

interface MemberRowProps {
  member: Member
  busy: boolean
  onOpen: () => void
  onNudge: () => void
}

function Value({ member, busy, onNudge }: Omit<MemberRowProps, 'onOpen'>) {
  const { nudge, salesFen, broughtFen, name } = member
  if (nudge === 'offered') {
    return (
      <Button kind="line" size="small" busy={busy} label={`提醒一下 ${name}`} onTap={onNudge}>
        提醒一下
      </Button>
    )
  }
  return (
    <View className="fy-end">
      <Money fen={salesFen} size="3" />
      <View className="fy-t-cap fy-ink-3">
        {nudge === 'none' ? `给你带来 ${formatFen(broughtFen)}` : nudgeWords[nudge]}
      </View>
    </View>
  )
}

export function MemberRow({ member, busy, onOpen, onNudge }: MemberRowProps) {
  const { name, tier, people, isLively } = member
  const brought = people > 0 ? ` · 带 ${formatCount(people)} 人` : ''
  return (
    <View className="team-member">
      <View className="team-member-main" onClick={onOpen} {...aria(`看看 ${name}`, 'button')}>
        <Avatar name={name} />
        <View className="fy-grow fy-ml-12">
          <View className="fy-row">
            <Text className="fy-ell">{name}</Text>
            <View className="fy-ml-8">
              <TierBadge tier={tier} />
            </View>
          </View>
          <View className={classNames('fy-t-cap', isLively ? 'fy-ink-3' : 'fy-warn')}>
            {activityText(member)}
            {brought}
          </View>
        </View>
      </View>
      <View className="team-member-value">
        <Value member={member} busy={busy} onNudge={onNudge} />
      </View>
    </View>
  )
}
