/** What somebody has to say about a difference, and whether that settles it. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Segment } from '@/components/segment'
import { ReasonSheet } from '@/features/owner/reason-sheet'
import type { Failure } from '@/state/failure'
import type { Difference } from './reconcile-words'

type State = 'open' | 'explained' | 'closed'
const CHOICES: readonly { key: State; text: string }[] = [
  { key: 'explained', text: '已说明' },
  { key: 'closed', text: '了结' },
  { key: 'open', text: '还要查' },
]
const HINTS: Readonly<Record<State, string>> = {
  explained: '知道原因了，等它自己对上',
  closed: '处理完了，再对一次也不再提醒',
  open: '还没有弄清楚，继续列为待处理',
}

interface NoteSheetProps {
  difference: Difference | null
  busy: boolean
  error: Failure | null
  onConfirm: (state: State, note: string) => void
  onClose: () => void
}

export function NoteSheet({ difference, busy, error, onConfirm, onClose }: NoteSheetProps) {
  const [state, setState] = useState<State>('explained')
  useEffect(() => {
    if (difference) setState('explained')
  }, [difference])
  return (
    <ReasonSheet
      open={difference !== null}
      title={difference?.causeText ?? ''}
      hint={`${HINTS[state]}；记在案上`}
      confirmText="记下"
      failText="没有记下"
      busy={busy}
      error={error}
      onConfirm={(note) => onConfirm(state, note)}
      onClose={onClose}
    >
      <View>
        <Segment items={CHOICES} value={state} onChange={setState} />
      </View>
    </ReasonSheet>
  )
}
