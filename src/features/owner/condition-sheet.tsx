/** One condition of a tier: what is measured, over which months, and how much. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { isMoney, measureWords, windowWords } from '@/features/tier/tier-words'
import type { TierMeasure } from '@/features/tier/tier-words'
import { TIER_WINDOWS } from '@contract/model/tier'
import { readAmount } from './tier-draft'
import type { ConditionDraft } from './tier-draft'

interface ConditionSheetProps {
  /** Null closes it. */
  condition: ConditionDraft | null
  measures: readonly TierMeasure[]
  isNew: boolean
  onSave: (condition: ConditionDraft) => void
  onRemove: () => void
  onClose: () => void
}

const unitOf = (measure: TierMeasure) =>
  isMoney(measure) ? '元' : measure === 'paid-orders' ? '单' : '人'

export function ConditionSheet(props: ConditionSheetProps) {
  const { condition, measures, isNew, onSave, onRemove, onClose } = props
  const [draft, setDraft] = useState<ConditionDraft | null>(condition)
  useEffect(() => {
    if (condition) setDraft(condition)
  }, [condition])
  const isRight = draft !== null && readAmount(draft) !== null
  return (
    <Sheet
      open={condition !== null}
      title={isNew ? '加一个条件' : '改条件'}
      onClose={onClose}
      footer={
        <Button
          wide
          disabledReason={!isRight && '写上要达到多少'}
          onTap={() => draft && onSave(draft)}
        >
          好
        </Button>
      }
    >
      {draft && (
        <>
          <Chips
            items={measures.map((key) => ({ key, text: measureWords[key] }))}
            value={draft.measure}
            onChange={(measure) => setDraft({ ...draft, measure })}
            wrap
            soft
          />
          <View className="desk-label">看哪段时间</View>
          <Chips
            items={TIER_WINDOWS.map((key) => ({ key, text: windowWords[key] }))}
            value={draft.window}
            onChange={(window) => setDraft({ ...draft, window })}
            wrap
            soft
          />
          <View className="desk-gap">
            <Field
              label="至少"
              kind={isMoney(draft.measure) ? 'money' : 'number'}
              unit={unitOf(draft.measure)}
              maxLength={10}
              value={draft.amount}
              onChange={(amount) => setDraft({ ...draft, amount })}
            />
          </View>
          {draft.measure === 'direct-members' && (
            <Notice kind="note">人数条件只能换徽章：这一级在佣金方案里不能有加成。</Notice>
          )}
          {!isNew && (
            <View className="desk-actions">
              <Button kind="plain" size="small" onTap={onRemove}>
                去掉这个条件
              </Button>
            </View>
          )}
        </>
      )}
    </Sheet>
  )
}
