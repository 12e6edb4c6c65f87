/** 信用: the grade, what took points and why, and that nothing hangs on it. The same for its owner and the shop. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { StatusTag } from '@/components/tag'
import { gradeLooks, pointFacts } from './credit-words'
import type { Credit } from './credit-words'

function Deductions({ credit: { deductions } }: { credit: Credit }) {
  return (
    <View className="credit-list">
      {deductions.map(({ rule, title, text, points }) => (
        <View key={rule} className="credit-row">
          <View className="fy-row fy-between">
            <Text>{title}</Text>
            <Text className="fy-nowrap fy-strong fy-ml-12">{`−${points} 分`}</Text>
          </View>
          <View className="fy-t-small fy-ink-2 fy-mt-4">{text}</View>
        </View>
      ))}
    </View>
  )
}

/** Null: not graded yet. */
export function CreditCard({ credit }: { credit: Credit | null }) {
  const look = credit && gradeLooks[credit.grade]
  return (
    <Card>
      {credit && look ? (
        <View className="fy-row">
          <View className={`credit-grade credit-grade-${credit.grade.toLowerCase()}`}>
            <Text>{credit.grade}</Text>
          </View>
          <View className="fy-grow fy-ml-12">
            <View className="fy-row">
              <Text className="fy-t-head fy-mr-8">信用 {credit.grade}</Text>
              <StatusTag tone={look.tone}>{look.word}</StatusTag>
            </View>
            <View className="fy-t-cap fy-ink-3 fy-mt-4">
              <Facts of={pointFacts(credit)} />
            </View>
          </View>
        </View>
      ) : (
        <View>
          <View className="fy-t-head">信用还没有评</View>
          <View className="fy-t-small fy-ink-2 fy-mt-4">过了今晚零点就有。</View>
        </View>
      )}
      {credit && credit.deductions.length > 0 && <Deductions credit={credit} />}
      <View className="fy-t-cap fy-ink-3 fy-mt-12">
        每天零点后照近 6 个月做的事重评一次。现在只是给人看的，不影响佣金、等级和提现。
      </View>
    </Card>
  )
}
