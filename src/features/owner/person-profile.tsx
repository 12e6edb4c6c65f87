/** 概况: who somebody is, what they brought, who stands around them, what to look at twice. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { Avatar } from '@/components/avatar'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Icon } from '@/components/icon'
import { KeyValue, ListRow } from '@/components/list-row'
import { Money } from '@/components/money'
import { formatCount } from '@/components/money/format'
import { dayText, momentText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { StatusTag } from '@/components/tag'
import { TierBadge } from '@/components/tier'
import { CreditCard } from '@/features/credit/credit-card'
import { openPage } from '@/features/mall/open-page'
import { holdText } from '@/features/tier/tier-words'
import { deskPaths } from './paths'
import { agreementFacts, exitText, livelyText, standingWords } from './person-words'
import type { PersonPage } from './person-words'

function Head({ person }: { person: PersonPage }) {
  const { name, status, tier, admittedAt, appliedAt, inviter, exit } = person
  const { word, tone } = standingWords[status]
  return (
    <Card>
      <View className="fy-row">
        <Avatar name={name} size={48} />
        <View className="fy-grow fy-ml-12">
          <View className="fy-row">
            <Text className="fy-t-head fy-ell fy-mr-8">{name}</Text>
            {admittedAt !== null && <TierBadge tier={tier} />}
          </View>
          <View className="fy-t-cap fy-ink-3">
            {admittedAt === null ? `${dayText(appliedAt)}申请` : `${dayText(admittedAt)}加入`}
          </View>
        </View>
        <StatusTag tone={tone}>{word}</StatusTag>
      </View>
      {person.tierHold && (
        <View className="fy-t-small fy-ink-2 fy-mt-8">
          等级由{holdText(person.tierHold)}：{person.tierHold.reason}
        </View>
      )}
      {status === 'rejected' && person.rejectReason !== null && (
        <View className="fy-t-small fy-ink-2 fy-mt-8">没通过的原因：{person.rejectReason}</View>
      )}
      {exit && <View className="fy-t-small fy-ink-2 fy-mt-8">{exitText(exit)}</View>}
      {inviter && (
        <View className="desk-link" onClick={() => openPage(deskPaths.person(inviter.id))}>
          <Text>{inviter.name} 邀请来的</Text>
        </View>
      )}
    </Card>
  )
}

/** Where the figure comes from is one tap away. */
function Fact(props: { name: string; children: ReactNode; onTap?: (() => void) | undefined }) {
  const { name, children, onTap } = props
  return (
    <View
      className="person-fact"
      hoverClass={onTap ? 'fy-row-pressed' : 'none'}
      {...(onTap ? { onClick: onTap, ...aria(undefined, 'link') } : {})}
    >
      <View className="fy-row">
        <Text className="fy-t-cap fy-ink-3">{name}</Text>
        {onTap && <Icon name="chev" size={14} className="fy-ink-3" />}
      </View>
      <View className="person-fact-value">{children}</View>
    </View>
  )
}

interface BroughtProps {
  person: PersonPage
  isOwner: boolean
  onPart: (part: 'trend' | 'orders' | 'commissions') => void
}

function Brought({ person, isOwner, onPart }: BroughtProps) {
  const { id, ever, wallet, asOf, livelyOn } = person
  return (
    <Card>
      <Text className="fy-t-head">一共带来</Text>
      <View className="person-facts">
        <Fact name="销售" onTap={() => onPart('trend')}>
          <Money fen={ever.salesFen} size="3" />
        </Fact>
        <Fact name="佣金" onTap={() => onPart('commissions')}>
          <Money fen={wallet?.earnedFen ?? ever.commissionFen} size="3" />
        </Fact>
        <Fact name="订单" onTap={() => onPart('orders')}>
          {formatCount(ever.orders)} 单
        </Fact>
        <Fact name="新顾客" onTap={isOwner ? () => openPage(deskPaths.customers(id)) : undefined}>
          {formatCount(ever.newCustomers)} 人
        </Fact>
      </View>
      <View className="fy-t-cap fy-ink-3">
        <Facts of={[livelyText(livelyOn), `截至 ${momentText(asOf)}`]} />
      </View>
    </Card>
  )
}

function Around(props: { person: PersonPage; isOwner: boolean; onManager: () => void }) {
  const { person, isOwner, onManager } = props
  const { id, direct, indirect, customers, manager, isSelf } = person
  return (
    <Card flush>
      <ListRow
        icon="flag"
        title="负责人"
        value={manager?.name ?? '没有'}
        {...(isOwner && !isSelf ? { onTap: onManager } : {})}
      />
      <ListRow
        icon="team"
        title="他邀请的人"
        note={`直接 ${formatCount(direct)} 人 · 间接 ${formatCount(indirect)} 人`}
        {...(isOwner ? { onTap: () => openPage(deskPaths.team(id)) } : {})}
      />
      <ListRow
        icon="user"
        title="他的顾客"
        value={`${formatCount(customers)} 人`}
        {...(isOwner ? { onTap: () => openPage(deskPaths.customers(id)) } : {})}
      />
      <ListRow icon="book" title="月度对账单" onTap={() => openPage(deskPaths.statement(id))} />
    </Card>
  )
}

function ToLookAt({ person: { flagged, alerts } }: { person: PersonPage }) {
  if (flagged.length === 0 && alerts.length === 0) return null
  return (
    <>
      <View className="fy-section">要留意</View>
      <Card flush>
        {alerts.map(({ id, message, at }) => (
          <ListRow
            key={id}
            icon="warn"
            iconTone="bad"
            title={message}
            note={momentText(at)}
            onTap={() => openPage(deskPaths.alerts())}
          />
        ))}
        {flagged.map(({ withdrawalId, at, flags }) => (
          <ListRow
            key={withdrawalId}
            icon="flag"
            iconTone="warn"
            title={`${dayText(at)}申请的提现`}
            note={flags.map(({ title, text }) => `${title}：${text}`).join('；')}
            onTap={() => openPage(deskPaths.payouts())}
          />
        ))}
      </Card>
    </>
  )
}

function Papers({ person: { agreement, answers } }: { person: PersonPage }) {
  return (
    <>
      <View className="fy-section">协议和申请表</View>
      <Card>
        <KeyValue name="协议">
          {agreementFacts(agreement).map((fact) => (
            <View key={fact}>{fact}</View>
          ))}
        </KeyValue>
        {answers.map(({ label, text }) => (
          <KeyValue key={label} name={label}>
            {text}
          </KeyValue>
        ))}
      </Card>
    </>
  )
}

export function PersonProfile(props: {
  person: PersonPage
  isOwner: boolean
  /** What the owner can decide. */
  steps: ReactNode
  /** To the part of the page that has more of it. */
  onPart: (part: 'trend' | 'orders' | 'commissions' | 'manager') => void
}) {
  const { person, isOwner, steps, onPart } = props
  return (
    <View className="desk-list">
      <Head person={person} />
      {isOwner && person.isSelf && (
        <View className="desk-gap">
          <Notice kind="note">这是你自己。自己的事要请别的同事来办。</Notice>
        </View>
      )}
      {person.admittedAt !== null && <Brought {...{ person, isOwner, onPart }} />}
      {person.admittedAt !== null && (
        <Around person={person} isOwner={isOwner} onManager={() => onPart('manager')} />
      )}
      {person.admittedAt !== null && person.status !== 'exited' && (
        <View className="desk-gap">
          <CreditCard credit={person.credit} />
        </View>
      )}
      <ToLookAt person={person} />
      <Papers person={person} />
      {isOwner && !person.isSelf && steps}
    </View>
  )
}
