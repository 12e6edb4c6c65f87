/** 移交: who answers for these people from now on, or nobody, and why. */
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { Chips } from '@/components/chip'
import { Notice } from '@/components/notice'
import { openPage } from '@/features/mall/open-page'
import { useResource } from '@/state/use-resource'
import { deskPaths } from './paths'
import { ReasonSheet } from './reason-sheet'
import { mayAnswer, rolesText } from './staff-words'
import type { HandedPerson, useHandOver } from './use-hand-over'
import { useLast } from './use-last'

const NOBODY = 'nobody'

interface HandOverSheetProps {
  /** Null closes it. */
  people: readonly HandedPerson[] | null
  /** Who answers for the only one of them now, by member id. */
  nowId?: string | null
  handing: ReturnType<typeof useHandOver>
  onClose: () => void
  onDone: () => void
}

function useManagers(isOpen: boolean) {
  const staff = useResource(() => call('owner.listStaff', {}), { keys: [isOpen], when: isOpen })
  return { ...staff, managers: staff.data?.rows.filter(mayAnswer) ?? null }
}

export function HandOverSheet(props: HandOverSheetProps) {
  const { people, nowId, handing, onClose, onDone } = props
  const isOpen = people !== null
  const { managers, error: listError, reload } = useManagers(isOpen)
  const [to, setTo] = useState<string | null>(null)
  useEffect(() => {
    if (isOpen) setTo(null)
  }, [isOpen])
  const shown = useLast(people) ?? []
  const who = shown.length === 1 ? (shown[0]?.name ?? '') : `${shown.length} 个人`
  const items = [
    ...(managers ?? []).map(({ id, name, people: count }) => ({
      key: id,
      text: id === nowId ? `${name}（现在）` : `${name} · ${count} 人`,
    })),
    { key: NOBODY, text: '没有负责人' },
  ]
  const chosen = managers?.find(({ id }) => id === to)
  const missing =
    to === null ? '先选一位负责人' : to === (nowId === undefined ? '' : (nowId ?? NOBODY))
  const confirm = async (reason: string) => {
    if (!people || to === null) return
    if (await handing.run(people, to === NOBODY ? null : to, reason)) onDone()
  }
  return (
    <ReasonSheet
      open={isOpen}
      title={`移交 ${who}`}
      hint="记在移交记录里，以后查得到；他本人看不到"
      confirmText={chosen ? `移交给 ${chosen.name}` : to === NOBODY ? '不再有负责人' : '移交'}
      failText="没有移交"
      missing={missing === true ? '现在就是这样' : missing || null}
      busy={handing.busy}
      error={handing.error}
      onConfirm={(reason) => void confirm(reason)}
      onClose={onClose}
    >
      {listError && (
        <Notice kind="bad" actionText="再试一次" onAction={() => void reload()}>
          员工没有取到：{listError.message}
        </Notice>
      )}
      {managers?.length === 0 && (
        <Notice
          kind="note"
          actionText="去加一位"
          onAction={() => {
            onClose()
            openPage(deskPaths.staff())
          }}
        >
          店里还没有渠道经理或渠道主管。
        </Notice>
      )}
      {managers && (
        <>
          <Text className="fy-t-small fy-strong">以后由谁负责</Text>
          <Chips items={items} value={to} onChange={setTo} wrap soft />
          {chosen && (
            <View className="fy-t-cap fy-ink-3">
              {rolesText(chosen.roles)}，现在负责 {chosen.people} 人
            </View>
          )}
        </>
      )}
    </ReasonSheet>
  )
}
