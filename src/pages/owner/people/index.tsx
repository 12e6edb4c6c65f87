/** 人员: who distributes for the shop, found by what is asked; applications are decided here, the rest on one's page. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { PersonCard } from '@/features/owner/person-card'
import { PeopleFilter, PeopleFilterSheet } from '@/features/owner/person-filter'
import type { PersonStep } from '@/features/owner/person-steps'
import { PersonSheet } from '@/features/owner/person-sheet'
import type { OpenStep } from '@/features/owner/person-sheet'
import { EVERYBODY, inputOf, isNarrowed } from '@/features/owner/person-words'
import type { Person } from '@/features/owner/person-words'
import { useAdmit } from '@/features/owner/use-admit'
import './index.scss'

export default function PeoplePage() {
  const [asked, setAsked] = useState(EVERYBODY)
  const [isFiltering, setFiltering] = useState(false)
  // A way back to everybody empties the field too.
  const [turn, setTurn] = useState(0)
  const pages = usePages<Person>(
    (cursor) =>
      call('owner.listDistributors', {
        ...inputOf(asked),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [JSON.stringify(asked)], onShow: true },
  )
  const reload = () => void pages.resource.reload()
  const admitting = useAdmit(reload)
  const [open, setOpen] = useState<OpenStep | null>(null)

  const follow = (person: Person, step: PersonStep) => {
    if (step === 'admit') void admitting.admit(person)
    else setOpen({ person, step })
  }
  const seeAll = () => {
    setAsked(EVERYBODY)
    setTurn(turn + 1)
  }
  return (
    <DeskPage
      title="人员"
      resource={pages.resource}
      above={
        <PeopleFilter
          key={turn}
          asked={asked}
          onChange={setAsked}
          onOpen={() => setFiltering(true)}
        />
      }
      empty={{
        title: '还没有分销员',
        text: '顾客在「分销」页申请后，会排在这里等你审核。',
      }}
      filtered={isNarrowed(asked) ? { title: '这里没有人', onAction: seeAll } : null}
      overlay={
        <>
          <PersonSheet open={open} onClose={() => setOpen(null)} onDone={reload} />
          <PeopleFilterSheet
            open={isFiltering}
            asked={asked}
            onChange={setAsked}
            onClose={() => setFiltering(false)}
          />
        </>
      }
    >
      <ActionError error={admitting.error} what="没有通过成功" />
      <View className="desk-list">
        {pages.rows.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            busy={admitting.acting === person.id}
            onStep={(step) => follow(person, step)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
