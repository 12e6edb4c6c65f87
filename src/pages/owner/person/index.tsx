/** 一个人: everything the shop knows of one distributor, part by part, and what the owner can decide about them. */
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Chips } from '@/components/chip'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { PersonCommissions, PersonOrders, PersonWallet } from '@/features/owner/person-lists'
import { PersonNotes } from '@/features/owner/person-notes'
import { PersonProfile } from '@/features/owner/person-profile'
import { PersonSheet } from '@/features/owner/person-sheet'
import type { OpenStep } from '@/features/owner/person-sheet'
import { PersonSteps } from '@/features/owner/person-steps'
import type { PersonStep } from '@/features/owner/person-steps'
import { PersonTier } from '@/features/owner/person-tier'
import { PersonTrend } from '@/features/owner/person-trend'
import type { PersonPage } from '@/features/owner/person-words'
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
  { key: 'notes', text: '备注' },
] as const
type Part = (typeof PARTS)[number]['key']

/** Whoever was never admitted has nothing but a profile; notes are the owner's, and never about oneself. */
function partsOf(person: PersonPage | undefined, isOwner: boolean) {
  const mayNote = isOwner && person !== undefined && !person.isSelf
  return PARTS.filter(({ key }) => {
    if (key === 'profile') return true
    if (key === 'notes') return mayNote
    return person?.admittedAt != null
  })
}

/** Each part asks for what it shows when it is looked at. */
function Looked({ part, person, turn }: { part: Part; person: PersonPage; turn: number }) {
  const { id } = person
  switch (part) {
    case 'trend':
      return <PersonTrend distributorId={id} />
    case 'orders':
      return <PersonOrders distributorId={id} />
    case 'commissions':
      return <PersonCommissions distributorId={id} />
    case 'wallet':
      return <PersonWallet person={person} />
    case 'tier':
      return <PersonTier distributorId={id} turn={turn} />
    case 'notes':
      return <PersonNotes distributorId={id} />
    case 'profile':
      return null
  }
}

export default function PersonPageOfDesk() {
  const { params } = useRouter()
  const distributorId = params['id'] ?? ''
  const [part, setPart] = useState<Part>('profile')
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
  const isUnknown = resource.error?.code === 'DISTRIBUTOR_UNKNOWN'
  return (
    <DeskPage
      title={person?.name ?? '分销员'}
      resource={isUnknown ? { ...resource, state: 'empty' } : resource}
      above={<Chips items={partsOf(person, isOwner)} value={part} onChange={setPart} wrap />}
      empty={{ title: '没有找到这位分销员', text: '可能链接不完整，回名单再点一次。' }}
      overlay={<PersonSheet open={open} onClose={() => setOpen(null)} onDone={decided} />}
    >
      <ActionError error={admitting.error} what="没有通过成功" />
      {person && part === 'profile' && (
        <PersonProfile person={person} isOwner={isOwner} steps={stepsOf()} />
      )}
      {person && part !== 'profile' && <Looked part={part} person={person} turn={turn} />}
      {person && part === 'tier' && isOwner && !person.isSelf && (
        <View className="desk-gap">{stepsOf('tier')}</View>
      )}
    </DeskPage>
  )
}
