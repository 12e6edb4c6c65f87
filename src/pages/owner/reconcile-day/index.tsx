/** 对账的一天: three columns that should be the same, and every difference with its cause and what was said. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { momentText } from '@/components/moment/format'
import { Notice } from '@/components/notice'
import { toast } from '@/components/toast'
import { DifferenceCard } from '@/features/books/difference-card'
import { NoteSheet } from '@/features/books/note-sheet'
import { dateText } from '@/features/books/reconcile-words'
import type { Day, Difference } from '@/features/books/reconcile-words'
import { ThreeSides } from '@/features/books/three-sides'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import './index.scss'

function useDay(on: string) {
  const held = useRef<Day | null>(null)
  const pages = usePages<Difference>(
    async (cursor) => {
      const answer = await call('owner.getReconciledDay', { on, cursor })
      if (cursor === undefined) held.current = answer.day
      return answer.differences
    },
    { keys: [on], onShow: true },
  )
  return { pages, day: held.current }
}

function Verdict({ day }: { day: Day }) {
  const { status, openCount, foundCount, hasTradeBill, hasFundBill } = day
  if (status === 'running') return <Notice>正在对，过一会儿再来看。</Notice>
  if (openCount > 0) return <Notice kind="bad">{`有 ${openCount} 处对不上，要有人看。`}</Notice>
  if (foundCount > 0) return <Notice kind="good">差异都理清了。</Notice>
  const isQuiet = !hasTradeBill && !hasFundBill
  return <Notice kind="good">{isQuiet ? '这天没有交易。' : '三边一致，一分不差。'}</Notice>
}

export default function ReconcileDayPage() {
  const on = useRouter().params['on'] ?? ''
  const { pages, day } = useDay(on)
  const [noting, setNoting] = useState<Difference | null>(null)
  const again = useAction('owner.reconcileDay')
  const saying = useAction('owner.noteDifference')
  const { resource } = pages
  const state = resource.state === 'empty' ? 'ready' : resource.state

  const runAgain = async () => {
    if (!(await again.run({ on }))) return
    toast('又对了一次')
    void resource.reload()
  }
  const say = async (to: 'open' | 'explained' | 'closed', note: string) => {
    if (!noting || !(await saying.run({ differenceId: noting.id, state: to, note }))) return
    setNoting(null)
    toast('记下了')
    void resource.reload()
  }
  return (
    <DeskPage
      title={`${dateText(on)}对账`}
      resource={{ ...resource, state }}
      overlay={
        <>
          <BottomBar>
            <Button wide kind="soft" icon="refresh" busy={again.busy} onTap={() => void runAgain()}>
              再对一次
            </Button>
          </BottomBar>
          <NoteSheet
            difference={noting}
            busy={saying.busy}
            error={saying.error}
            onConfirm={(to, note) => void say(to, note)}
            onClose={() => setNoting(null)}
          />
        </>
      }
    >
      {day && (
        <>
          <ActionError error={again.error} what="没有对成" />
          <Verdict day={day} />
          <View className="desk-gap">
            <ThreeSides day={day} />
          </View>
          {pages.rows.length > 0 && <Text className="desk-label">差异</Text>}
          <View className="desk-list">
            {pages.rows.map((difference) => (
              <DifferenceCard
                key={difference.id}
                difference={difference}
                onNote={() => setNoting(difference)}
              />
            ))}
          </View>
          {pages.rows.length > 0 && <MoreRows pages={pages} />}
          <View className="desk-foot">{momentText(day.asOf)} 对的</View>
        </>
      )}
    </DeskPage>
  )
}
