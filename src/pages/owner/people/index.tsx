/** 人员: who distributes for the shop, found by what is asked; applications are decided here, the rest on one's page. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { aria } from '@/components/aria'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { PeopleBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { HandOverFailures } from '@/features/owner/hand-over-failures'
import { HandOverSheet } from '@/features/owner/hand-over-sheet'
import { MoreRows } from '@/features/owner/more-rows'
import { PersonCard } from '@/features/owner/person-card'
import { PeopleFilter, PeopleFilterSheet } from '@/features/owner/person-filter'
import type { PersonStep } from '@/features/owner/person-steps'
import { PersonSheet } from '@/features/owner/person-sheet'
import type { OpenStep } from '@/features/owner/person-sheet'
import { EVERYBODY, inputOf, isNarrowed } from '@/features/owner/person-words'
import type { Person } from '@/features/owner/person-words'
import { useAdmit } from '@/features/owner/use-admit'
import { useHandOver } from '@/features/owner/use-hand-over'
import './index.scss'

/** As many as the server hands over at once. */
const MOST_AT_ONCE = 50
const isHere = ({ status }: Person) => status === 'active' || status === 'frozen'

/** Chooses several people, and hands them over. */
function useBatch(rows: readonly Person[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const [isHanding, setHanding] = useState(false)
  const handing = useHandOver()
  const choose = (id: string) =>
    setChosen((before) => {
      const next = new Set(before)
      if (!next.delete(id) && next.size < MOST_AT_ONCE) next.add(id)
      return next
    })
  const stop = () => {
    setChosen(null)
    setHanding(false)
  }
  const picked = rows.filter(({ id }) => chosen?.has(id))
  const start = () => {
    handing.clear()
    setChosen(new Set())
  }
  return { chosen, picked, handing, choose, stop, start, isHanding, setHanding }
}
type Batch = ReturnType<typeof useBatch>

function BatchHead({ batch: { chosen, start, stop } }: { batch: Batch }) {
  const isChoosing = chosen !== null
  return (
    <View className="desk-link" onClick={isChoosing ? stop : start} {...aria(undefined, 'button')}>
      <Text>{isChoosing ? '不选了' : '选几个人移交'}</Text>
    </View>
  )
}

function BatchFoot({ batch: { picked, setHanding } }: { batch: Batch }) {
  const count = picked.length
  return (
    <BottomBar lead={<Text className="fy-t-cap fy-ink-3">{`选了 ${count} 人`}</Text>}>
      <Button disabledReason={count === 0 && '先选几个人'} onTap={() => setHanding(true)}>
        {`移交 ${count} 人`}
      </Button>
    </BottomBar>
  )
}

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
  const batch = useBatch(pages.rows)
  const ask = (next: typeof asked) => {
    batch.stop()
    setAsked(next)
  }
  const seeAll = () => {
    ask(EVERYBODY)
    setTurn(turn + 1)
  }
  return (
    <DeskPage
      title="人员"
      resource={pages.resource}
      skeleton={<PeopleBones lines={2} />}
      above={
        <PeopleFilter key={turn} asked={asked} onChange={ask} onOpen={() => setFiltering(true)} />
      }
      empty={{
        title: '还没有分销员',
        text: '顾客在「分销」页申请后，会排在这里等你审核。',
      }}
      filtered={isNarrowed(asked) ? { title: '这里没有人', onAction: seeAll } : null}
      overlay={
        <>
          {batch.chosen !== null && <BatchFoot batch={batch} />}
          <HandOverSheet
            people={batch.isHanding ? batch.picked : null}
            handing={batch.handing}
            onClose={() => batch.setHanding(false)}
            onDone={() => {
              batch.stop()
              reload()
            }}
          />
          <PersonSheet open={open} onClose={() => setOpen(null)} onDone={reload} />
          <PeopleFilterSheet
            open={isFiltering}
            asked={asked}
            onChange={ask}
            onClose={() => setFiltering(false)}
          />
        </>
      }
    >
      <ActionError error={admitting.error} what="没有通过成功" />
      {pages.rows.some(isHere) && <BatchHead batch={batch} />}
      <HandOverFailures handing={batch.handing} />
      <View className="desk-list">
        {pages.rows.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            busy={admitting.acting === person.id}
            onStep={(step) => follow(person, step)}
            {...(batch.chosen !== null && isHere(person)
              ? { chosen: batch.chosen.has(person.id), onChoose: () => batch.choose(person.id) }
              : {})}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
