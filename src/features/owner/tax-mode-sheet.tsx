/** 代扣方式: which one, and from which month on; what was withheld before stays. */
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chip'
import { Sheet } from '@/components/sheet'
import { taxModeWords } from '@/features/tax/tax-words'
import type { Failure } from '@/state/failure'
import { ActionError } from './action-error'
import { modeNotes, monthTitle, stepMonth } from './tax-desk-words'
import type { TaxDesk, TaxRule } from './tax-desk-words'

interface TaxModeSheetProps {
  open: boolean
  desk: TaxDesk
  busy: boolean
  error: Failure | null
  onSet: (rule: TaxRule) => void
  onClose: () => void
}

const MODES = (['none', 'labour', 'platform-cumulative'] as const).map((key) => ({
  key,
  text: taxModeWords[key],
}))
const MONTHS_OFFERED = 4

export function TaxModeSheet({ open, desk, busy, error, onSet, onClose }: TaxModeSheetProps) {
  const { mayChangeFrom } = desk
  const current = desk.rules.at(-1)?.mode ?? 'none'
  const [mode, setMode] = useState<TaxRule['mode']>(current)
  const [from, setFrom] = useState(mayChangeFrom)
  useEffect(() => {
    if (!open) return
    setMode(current)
    setFrom(mayChangeFrom)
  }, [open, current, mayChangeFrom])
  const months = Array.from({ length: MONTHS_OFFERED }, (_, by) => stepMonth(mayChangeFrom, by))
  return (
    <Sheet
      open={open}
      title="代扣方式"
      onClose={onClose}
      footer={
        <Button
          wide
          busy={busy}
          disabledReason={mode === current && '和现在的一样，没有要改的'}
          onTap={() => onSet({ mode, from })}
        >
          {`从 ${monthTitle(from)}起改`}
        </Button>
      }
    >
      <ActionError error={error} what="没有改成" />
      <Text className="fy-t-small fy-ink-2">怎么扣</Text>
      <Chips items={MODES} value={mode} onChange={setMode} soft wrap />
      <View className="fy-t-small fy-ink-2 fy-mt-4">
        <Text>{modeNotes[mode]}</Text>
      </View>
      <View className="fy-mt-16">
        <Text className="fy-t-small fy-ink-2">从哪个月起</Text>
        <Chips
          items={months.map((key) => ({ key, text: monthTitle(key) }))}
          value={from}
          onChange={setFrom}
          soft
          wrap
        />
      </View>
      <View className="fy-t-cap fy-ink-3 fy-mt-8">
        <Text>打过款的月份不会变。适用哪种方式，请和会计或主管税务机关确认。</Text>
      </View>
    </Sheet>
  )
}
