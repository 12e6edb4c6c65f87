/** One distributor in the list: tier, standing, what they brought; the rest is on their own page. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { classNames } from '@/components/class-names'
import { Facts } from '@/components/facts'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import { TierBadge } from '@/components/tier'
import { dayText } from '@/components/moment/format'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from './paths'
import { PersonSteps } from './person-steps'
import type { PersonStep } from './person-steps'
import { answererFacts, livelyText, standingWords } from './person-words'
import type { Person } from './person-words'

interface PersonCardProps {
  person: Person
  busy: boolean
  onStep: (step: PersonStep) => void
  /** Choosing several: whether this one is chosen; undefined when it is not about choosing. */
  chosen?: boolean
  onChoose?: () => void
}

export function PersonCard({ person, busy, onStep, chosen, onChoose }: PersonCardProps) {
  const { id, name, status, tier, inviterName, appliedAt, admittedAt } = person
  const { word, tone } = standingWords[status]
  const isChoosing = chosen !== undefined
  const since = admittedAt === null ? `${dayText(appliedAt)}申请` : `${dayText(admittedAt)}加入`
  const held = person.isTierHeld ? ['等级由店主保留'] : []
  const facts = [...answererFacts(person), livelyText(person.livelyOn), ...held]
  return (
    <Card>
      <View
        className="person-open"
        onClick={isChoosing ? onChoose : () => openPage(deskPaths.person(id))}
        {...(isChoosing
          ? { ...aria(`选上 ${name}`, 'checkbox'), 'aria-checked': chosen ? 'true' : 'false' }
          : aria(`${name}，${word}，看他的一页`, 'link'))}
      >
        <View className="fy-row">
          {isChoosing && (
            <View className={classNames('check person-check', chosen && 'check-on')}>
              {chosen && <Icon name="check" size={14} />}
            </View>
          )}
          <Avatar name={name} url={person.avatar} />
          <View className="person-main">
            <View className="fy-row">
              <Text className="person-name fy-ell">{name}</Text>
              {admittedAt !== null && <TierBadge tier={tier} />}
            </View>
            <View className="fy-t-cap fy-ink-3">
              <Facts of={inviterName === null ? [since] : [since, `${inviterName} 邀请`]} />
            </View>
          </View>
          <StatusTag tone={tone}>{word}</StatusTag>
          {!isChoosing && <Icon name="chev" size={16} className="fy-ink-3 fy-ml-4" />}
        </View>
        {admittedAt !== null && (
          <View className="person-earned">
            <View>
              累计佣金 <Money fen={person.earnedFen} size="4" tone="ink" />
              <Text className="person-gap">·</Text>
              带来销售 <Money fen={person.salesFen} size="4" tone="ink" />
            </View>
            <Facts of={facts} />
          </View>
        )}
      </View>
      {status === 'applied' && !isChoosing && (
        <PersonSteps person={person} busy={busy} onStep={onStep} />
      )}
    </Card>
  )
}
