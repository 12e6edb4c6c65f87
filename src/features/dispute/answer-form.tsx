/** 回应: keep the customer or let them go, with words and pictures; once. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceList } from '@/components/choice-list'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import { ActionError } from '@/features/owner/action-error'
import { dropLeaveGuard, useLeaveGuard } from '@/features/owner/leave-guard'
import { shownName } from './dispute-words'
import type { OwnDispute, Stance } from './dispute-words'
import { EvidenceForm, isWritten, NO_EVIDENCE } from './evidence-form'

const STANCES: readonly { key: Stance; title: string; text: string }[] = [
  { key: 'keep', title: '该归我', text: '说明经过，由店里据记录裁定' },
  {
    key: 'yield',
    title: '愿意让出',
    text: '店里裁定后，从下一单起记给对方；已经下的单还是你的',
  },
]

interface AnswerFormProps {
  dispute: OwnDispute
  onAnswered: () => Promise<void>
}

export function AnswerForm({ dispute, onAnswered }: AnswerFormProps) {
  const [stance, setStance] = useState<Stance | null>(null)
  const [evidence, setEvidence] = useState(NO_EVIDENCE)
  const answering = useAction('distributor.answerDispute')
  useLeaveGuard(isWritten(evidence))
  const words = evidence.words.trim()
  const missing = stance === null ? '先选一种' : words === '' && '说说经过再提交'

  const answer = async () => {
    if (stance === null) return
    const isSure = await confirm({
      title: stance === 'keep' ? '提交：该归我' : `愿意让出 ${shownName(dispute.customerName)}`,
      text: '回应只有一次，提交后不能改。对方和店里会看到。',
      confirmText: '提交',
    })
    if (!isSure) return
    const { pictures } = evidence
    if (await answering.run({ disputeId: dispute.id, stance, words, pictures })) {
      dropLeaveGuard()
      toast('回应送到店里了')
    }
    // After a refusal too: it may have been decided meanwhile.
    await onAnswered()
  }
  return (
    <Card className="dispute-part">
      <Text className="fy-t-head">你的回应</Text>
      <View className="fy-mt-12">
        <ChoiceList items={STANCES} value={stance} onChange={setStance} />
      </View>
      <View className="fy-mt-16">
        <EvidenceForm
          evidence={evidence}
          onChange={setEvidence}
          placeholder="比如：怎么认识的，一直是谁在照应"
        />
      </View>
      <ActionError error={answering.error} what="回应没有提交" />
      <View className="fy-mt-16">
        <Button wide busy={answering.busy} disabledReason={missing} onTap={() => void answer()}>
          提交回应
        </Button>
      </View>
    </Card>
  )
}
