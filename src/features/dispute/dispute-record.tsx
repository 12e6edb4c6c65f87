/** 经过: what was claimed, answered and decided, in order, with both sides' words and pictures. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { dayText, momentText } from '@/components/moment/format'
import { Steps } from '@/components/steps'
import type { StepLine } from '@/components/steps'
import { shownName, stanceWords } from './dispute-words'
import type { OwnDispute } from './dispute-words'
import { StatementView } from './statement-view'
import { serverNow } from '@/api/clock'

const when = (at: number) => <Text className="dispute-when">{momentText(at)}</Text>
const quiet = (text: string) => <Text className="dispute-quiet">{text}</Text>

function answerStep({ side, otherName, answer, answerBy, status }: OwnDispute): StepLine {
  const who = side === 'holder' ? '你' : otherName
  if (answer) {
    return {
      title: `${who}回应：${stanceWords[answer.stance]}`,
      children: (
        <>
          {when(answer.at)}
          <StatementView who={who} statement={answer} />
        </>
      ),
    }
  }
  const isLate = serverNow() >= answerBy
  const late = side === 'holder' ? '还没有回应' : '没有按时回应'
  const waits = isLate ? late : `等到 ${momentText(answerBy)}`
  return {
    title: `${who}回应`,
    children: quiet(status === 'raised' ? waits : '没有回应'),
  }
}

function endStep({ status, decision, endedAt, side, customerName }: OwnDispute): StepLine {
  const isMine = side === 'claimant'
  if (status === 'withdrawn') {
    return { title: isMine ? '你撤回了' : '对方撤回了', children: endedAt && when(endedAt) }
  }
  if (!decision) return { title: '店里裁定', children: quiet('结果会写在这里') }
  const given = isMine ? '划给你' : '划给对方'
  const title = `店里裁定：${status === 'upheld' ? given : '维持原样'}`
  return {
    title,
    children: (
      <>
        {endedAt && when(endedAt)}
        <View className="dispute-said">
          <Text className="dispute-words">{decision.reason}</Text>
        </View>
        {status === 'upheld' && !decision.isMoved && endedAt !== null && (
          <Text className="dispute-quiet">
            {dayText(endedAt)}之前 {shownName(customerName)} 就已经归{isMine ? '你' : '对方'}
            ，这次没有再动
          </Text>
        )}
      </>
    ),
  }
}

export function DisputeRecord({ dispute }: { dispute: OwnDispute }) {
  const { side, otherName, claim, status, answer } = dispute
  const who = side === 'claimant' ? '你' : otherName
  const steps: StepLine[] = [
    {
      title: `${who}提出`,
      children: (
        <>
          {when(claim.at)}
          <StatementView who={who} statement={claim} />
        </>
      ),
    },
  ]
  if (status !== 'withdrawn' || answer) steps.push(answerStep(dispute))
  steps.push(endStep(dispute))
  return (
    <Card className="dispute-record">
      <Steps steps={steps} />
    </Card>
  )
}
