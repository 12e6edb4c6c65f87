/** 一个人: everything the shop knows of one distributor, part by part, and what the owner can decide about them. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '@/api/call'
import { Chips } from '@/components/chip'
import { ActionError } from '@/features/owner/action-error'
import { PersonBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { HandOverSheet } from '@/features/owner/hand-over-sheet'
import {
  PersonCommissions,
  PersonOrders,
  PersonWallet,
  PersonWhy,
} from '@/features/owner/person-lists'
import { PersonManager } from '@/features/owner/person-in-charge'
import { PersonNotes } from '@/features/owner/person-notes'
import { PersonProfile } from '@/features/owner/person-profile'
import { PersonSheet } from '@/features/owner/person-sheet'
import type { OpenStep } from '@/features/owner/person-sheet'
import { PersonSteps } from '@/features/owner/person-steps'
import type { PersonStep } from '@/features/owner/person-steps'
import { PersonTier } from '@/features/owner/person-tier'
import { PersonTrend } from '@/features/owner/person-trend'
import type { PersonPage } from '@/features/owner/person-words'
import { useHandOver } from '@/features/owner/use-hand-over'
import { useAdmit } from '@/features/owner/use-admit'
import { useIsOwner } from '@/features/owner/use-is-owner'
import { useResource } from '@/state/use-resource'
import './index.scss'

const PARTS = [
  { key: 'profile', text: '概况' },
  { key: 'trend', text: '业绩' },
  { key: 'orders', text: '订单' },
  { key: 'commissions', text: '佣金' },
  { key: 'wallet', text: '钱包' },
  { key: 'tier', text: '等级' },
  { key: 'manager', text: '负责人' },
  { key: 'notes', text: '备注' },
] as const
type Part = (typeof PARTS)[number]['key']

/**
 * Whoever was never admitted has only a profile; notes and hand-overs are the owner's, and never about oneself. Before
 * the answer it is somebody who was: the parts of most people stand where they will be tapped.
 */
function partsOf(person: PersonPage | undefined, isOwner: boolean) {
  if (person === undefined)
    return PARTS.filter(({ key }) => isOwner || (key !== 'notes' && key !== 'manager'))
  const mayNote = isOwner && !person.isSelf
  return PARTS.filter(({ key }) => {
    if (key === 'profile') return true
    if (key === 'notes') return mayNote
    if (key === 'manager') return mayNote && person.admittedAt !== null
    return person.admittedAt !== null
  })
}

/** Each part asks for what it shows when it is looked at. */
function Looked(props: {
  part: Part
  person: PersonPage
  turn: number
  handing: ReturnType<typeof useHandOver>
  tierStep: ReactNode
  onHandOver: () => void
  onExplain: (commissionId: string) => void
}) {
  const { part, person, turn, handing, tierStep, onHandOver, onExplain } = props
  const { id } = person
  switch (part) {
    case 'trend':
      return <PersonTrend distributorId={id} />
    case 'orders':
      return <PersonOrders distributorId={id} />
    case 'commissions':
      return <PersonCommissions distributorId={id} onExplain={onExplain} />
    case 'wallet':
      return <PersonWallet person={person} />
    case 'tier':
      return (
        <PersonTier distributorId={id} turn={turn}>
          {tierStep}
        </PersonTier>
      )
    case 'manager':
      return <PersonManager {...{ person, handing, turn, onHandOver }} />
    case 'notes':
      return <PersonNotes distributorId={id} />
    case 'profile':
      return null
  }
}

export default function PersonPageOfDesk() {
  const { params } = useRouter()
  const distributorId = params['id'] ?? ''
  const [asked, setPart] = useState<Part>(
    () => PARTS.find(({ key }) => key === params['part'])?.key ?? 'profile',
  )
  const isOwner = useIsOwner()
  const resource = useResource(() => call('owner.getPerson', { distributorId }), {
    keys: [distributorId],
    onShow: true,
  })
  const [turn, setTurn] = useState(0)
  const [open, setOpen] = useState<OpenStep | null>(null)
  const decided = () => {
    setTurn(turn + 1)
    void resource.reload()
  }
  const admitting = useAdmit(decided)
  const [explained, setExplained] = useState<string | null>(null)
  const [isHanding, setHanding] = useState(false)
  const handing = useHandOver()
  const person = resource.data
  const follow = (step: PersonStep) => {
    if (!person) return
    if (step === 'admit') void admitting.admit(person)
    else setOpen({ person, step })
  }
  const stepsOf = (only?: PersonStep) =>
    person && (
      <PersonSteps person={person} busy={admitting.acting !== null} only={only} onStep={follow} />
    )
  // A page that failed has no parts, and neither has an applicant's.
  const parts = resource.error && !person ? [] : partsOf(person, isOwner)
  const part = parts.find(({ key }) => key === asked)?.key ?? 'profile'
  const isUnknown = resource.error?.code === 'DISTRIBUTOR_UNKNOWN'
  return (
    <DeskPage
      title={person?.name ?? '分销员'}
      resource={isUnknown ? { ...resource, state: 'empty' } : resource}
      skeleton={<PersonBones />}
      above={parts.length > 1 && <Chips items={parts} value={part} onChange={setPart} wrap />}
      empty={{ title: '没有找到这位分销员', text: '可能链接不完整，回名单再点一次。' }}
      overlay={
        <>
          <PersonSheet open={open} onClose={() => setOpen(null)} onDone={decided} />
          <PersonWhy commissionId={explained} onClose={() => setExplained(null)} />
          <HandOverSheet
            people={isHanding && person ? [person] : null}
            nowId={person?.manager?.id ?? null}
            handing={handing}
            onClose={() => setHanding(false)}
            onDone={() => {
              setHanding(false)
              decided()
            }}
          />
        </>
      }
    >
      <ActionError error={admitting.error} what="没有通过成功" />
      {person && part === 'profile' && (
        <PersonProfile person={person} isOwner={isOwner} steps={stepsOf()} onPart={setPart} />
      )}
      {person && part !== 'profile' && (
        <Looked
          {...{ part, person, turn, handing }}
          tierStep={isOwner && !person.isSelf ? stepsOf('tier') : null}
          onHandOver={() => {
            handing.clear()
            setHanding(true)
          }}
          onExplain={setExplained}
        />
      )}
    </DeskPage>
  )
}
