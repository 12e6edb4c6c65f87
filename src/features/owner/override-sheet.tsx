/** 单独定的比例: adds a rate of its own to the draft, changes one, or takes one out. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Segment } from '@/components/segment'
import { Sheet } from '@/components/sheet'
import { blankOverride, draftOfOverride, overrideMissing, overrideOf } from './override-draft'
import { NumberRow } from './number-row'
import type { Override } from './plan-draft'
import { overrideTitle, scopeItems } from './plan-words'
import type { Names } from './plan-words'
import { TargetChoice } from './target-choice'
import { serverNow } from '@/api/clock'

interface OverrideSheetProps {
  /** Its place among the overrides; their count = a new one; null = closed. */
  at: number | null
  overrides: readonly Override[]
  names: Names
  onNamed: (scope: 'sku' | 'campaign', id: string, name: string) => void
  onChange: (overrides: Override[]) => void
  onClose: () => void
}

export function OverrideSheet(props: OverrideSheetProps) {
  const { at, overrides, names, onChange, onClose } = props
  const stored = at === null ? undefined : overrides[at]
  const [draft, setDraft] = useState(() => blankOverride(serverNow()))
  useEffect(() => {
    if (at !== null)
      setDraft(stored ? draftOfOverride(stored, serverNow()) : blankOverride(serverNow()))
    // Opening fills the form once; what is written then must not be overwritten.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at])
  const others = overrides.filter((_, index) => index !== at)
  const keep = () => {
    const override = overrideOf(draft)
    if (!override || at === null) return
    onChange([...overrides.slice(0, at), override, ...overrides.slice(at + 1)])
    onClose()
  }
  const remove = () => {
    onChange(others)
    onClose()
  }
  return (
    <Sheet
      open={at !== null}
      title={stored ? overrideTitle(stored, names) : '单独定比例'}
      onClose={onClose}
      footer={
        <View className="plan-sheet-foot">
          {stored && (
            <Button kind="danger" onTap={remove}>
              去掉这条
            </Button>
          )}
          <Button disabledReason={overrideMissing(draft, others)} onTap={keep}>
            写进草稿
          </Button>
        </View>
      }
    >
      {!stored && (
        <Segment
          items={scopeItems}
          value={draft.scope}
          onChange={(scope) => setDraft({ ...draft, scope, id: '' })}
        />
      )}
      <NumberRow
        label="一级比例"
        unit="%"
        value={draft.rates.one}
        onChange={(one) => setDraft({ ...draft, rates: { ...draft.rates, one } })}
      />
      <NumberRow
        label="二级比例"
        unit="%"
        placeholder="不设"
        value={draft.rates.two}
        onChange={(two) => setDraft({ ...draft, rates: { ...draft.rates, two } })}
      />
      {(!stored || stored.scope === 'campaign') && (
        <TargetChoice draft={draft} onChange={setDraft} names={names} onNamed={props.onNamed} />
      )}
    </Sheet>
  )
}
