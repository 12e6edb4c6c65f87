/** One bonus or written-off debt: for whom, how much, why, who said so, and the two things to do. */
import { Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { momentText } from '@/components/moment/format'
import { Money } from '@/components/money'
import { StatusTag } from '@/components/tag'
import { blockText, KINDS, STATES, waitsForSecond } from './decision-words'
import type { Decision } from './decision-words'

interface DecisionCardProps {
  decision: Decision
  eligible: number
  busy: boolean
  onApprove: () => void
  onReject: () => void
}

export function DecisionCard(props: DecisionCardProps) {
  const { decision, eligible, busy } = props
  const { kind, name, amountFen, reason, status, askedAt, askedByName } = decision
  const { decidedByName, decidedAt, rejectReason } = decision
  const { word, tone } = STATES[status]
  const block = blockText(decision)
  return (
    <Card>
      <View className="fy-row">
        <Avatar name={name} size={40} />
        <View className="books-who">
          <Text className="books-name fy-ell">{name}</Text>
          <Text className="fy-t-cap fy-ink-3">{KINDS[kind]}</Text>
        </View>
        <StatusTag tone={tone}>{word}</StatusTag>
      </View>
      <View className="fy-mt-8">
        <Money fen={amountFen} size="2" />
      </View>
      <View className="books-note">理由：{reason}</View>
      <View className="books-note">
        {askedByName} {momentText(askedAt)} 提出
      </View>
      {decidedByName !== null && decidedAt !== null && (
        <View className="books-note">
          {decidedByName} {momentText(decidedAt)} {status === 'rejected' ? '驳回' : '复核'}
          {rejectReason ? `：${rejectReason}` : ''}
        </View>
      )}
      {waitsForSecond(decision, eligible) && (
        <View className="books-note">要两个人同意，店里只有你能审批：先请一位财务或店主</View>
      )}
      {status === 'waiting' && (
        <View className="desk-actions">
          <Button kind="plain" size="mid" label={`驳回给 ${name} 的`} onTap={props.onReject}>
            驳回
          </Button>
          <Button
            size="mid"
            busy={busy}
            disabledReason={block}
            label={block === null ? `同意给 ${name} 的` : undefined}
            onTap={props.onApprove}
          >
            同意
          </Button>
        </View>
      )}
    </Card>
  )
}
