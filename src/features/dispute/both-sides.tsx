/** 两边的话: what each said and showed, whoever claims first. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { momentText } from '@/components/moment/format'
import { StatusTag } from '@/components/tag'
import { stanceWords } from './dispute-words'
import type { ShopDispute } from './dispute-words'
import { StatementView } from './statement-view'

export function BothSides({ dispute }: { dispute: ShopDispute }) {
  const { claimantName, holderName, claim, answer, answerBy, isRipe, status } = dispute
  const isOpen = status === 'raised' || status === 'answered'
  const none = isOpen && !isRipe ? `还没有回应，等到 ${momentText(answerBy)}` : '没有回应'
  return (
    <>
      <Card>
        <View className="dispute-row-head">
          <Text className="dispute-row-name">{claimantName}</Text>
          <StatusTag tone="brand">提出</StatusTag>
        </View>
        <Text className="dispute-when">{momentText(claim.at)}</Text>
        <StatementView who={claimantName} statement={claim} />
      </Card>
      <Card className="dispute-part">
        <View className="dispute-row-head">
          <Text className="dispute-row-name">{holderName}</Text>
          {answer && (
            <StatusTag tone={answer.stance === 'keep' ? 'note' : 'good'}>
              {stanceWords[answer.stance]}
            </StatusTag>
          )}
        </View>
        {answer ? (
          <>
            <Text className="dispute-when">{momentText(answer.at)}</Text>
            <StatementView who={holderName} statement={answer} />
          </>
        ) : (
          <Text className="dispute-quiet">{none}</Text>
        )}
      </Card>
    </>
  )
}
