/** One distributor on the desk: an application to decide, or tier, earnings and standing. */
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import { TierBadge } from '@/components/tier'
import { dayText } from '@/components/moment/format'
import { standingWords } from './person-words'
import type { Person } from './person-words'

export type PersonStep = 'admit' | 'customers' | 'turn-down' | 'tier' | 'freeze' | 'thaw' | 'end'

interface PersonCardProps {
  person: Person
  busy: boolean
  onStep: (step: PersonStep) => void
}

function Steps({ person, busy, onStep }: PersonCardProps) {
  const { status, name } = person
  if (status === 'applied') {
    return (
      <View className="desk-actions">
        <Button
          kind="plain"
          size="small"
          label={`回绝 ${name} 的申请`}
          onTap={() => onStep('turn-down')}
        >
          不通过
        </Button>
        <Button
          size="small"
          busy={busy}
          label={`通过 ${name} 的申请`}
          onTap={() => onStep('admit')}
        >
          通过
        </Button>
      </View>
    )
  }
  if (status !== 'active' && status !== 'frozen') return null
  return (
    <View className="desk-actions">
      <Button kind="plain" size="small" label={`${name} 的顾客`} onTap={() => onStep('customers')}>
        顾客
      </Button>
      <Button kind="plain" size="small" label={`和 ${name} 结束合作`} onTap={() => onStep('end')}>
        结束
      </Button>
      {status === 'active' && (
        <Button kind="plain" size="small" label={`冻结 ${name}`} onTap={() => onStep('freeze')}>
          冻结
        </Button>
      )}
      {status === 'frozen' && (
        <Button kind="soft" size="small" label={`解冻 ${name}`} onTap={() => onStep('thaw')}>
          解冻
        </Button>
      )}
      <Button kind="soft" size="small" label={`给 ${name} 定等级`} onTap={() => onStep('tier')}>
        定等级
      </Button>
    </View>
  )
}

export function PersonCard(props: PersonCardProps) {
  const { name, status, tier, inviterName, appliedAt, admittedAt } = props.person
  const { word, tone } = standingWords[status]
  const since = admittedAt === null ? `${dayText(appliedAt)} 申请` : `${dayText(admittedAt)} 加入`
  return (
    <Card>
      <View className="fy-row">
        <Avatar name={name} />
        <View className="person-main">
          <View className="fy-row">
            <Text className="person-name fy-ell">{name}</Text>
            {admittedAt !== null && <TierBadge tier={tier} />}
          </View>
          <View className="fy-t-cap fy-ink-3">
            {since}
            {inviterName !== null && ` · ${inviterName} 邀请`}
          </View>
        </View>
        <StatusTag tone={tone}>{word}</StatusTag>
      </View>
      {admittedAt !== null && (
        <View className="person-earned">
          累计佣金 <Money fen={props.person.earnedFen} size="4" tone="ink" />
        </View>
      )}
      <Steps {...props} />
    </Card>
  )
}
