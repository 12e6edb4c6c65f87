/** 人员: who distributes for the shop, applications first; tier and standing are set with a reason. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Chips } from '@/components/chip'
import { confirm } from '@/components/dialog'
import { toast } from '@/components/toast'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { PersonCard } from '@/features/owner/person-card'
import type { PersonStep } from '@/features/owner/person-card'
import { PersonSheet } from '@/features/owner/person-sheet'
import type { OpenStep } from '@/features/owner/person-sheet'
import { standingFilters } from '@/features/owner/person-words'
import { deskPaths } from '@/features/owner/paths'
import type { Person, Standing } from '@/features/owner/person-words'
import './index.scss'

export default function PeoplePage() {
  const [filter, setFilter] = useState<Standing | 'all'>('all')
  const pages = usePages<Person>(
    (cursor) =>
      call('owner.listDistributors', {
        ...(filter === 'all' ? {} : { status: filter }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [filter] },
  )
  const admitting = useAction('owner.decideApplication')
  const [acting, setActing] = useState<string | null>(null)
  const [open, setOpen] = useState<OpenStep | null>(null)

  const admit = async (person: Person) => {
    const isSure = await confirm({
      title: `让 ${person.name} 成为分销员`,
      text: '通过后就可以分享赚佣金；店里有协议的，签好才开始。',
      confirmText: '通过',
    })
    if (!isSure) return
    setActing(person.id)
    const answer = await admitting.run({ distributorId: person.id, isAdmitted: true })
    setActing(null)
    if (!answer) return
    toast(`${person.name} 加入了`)
    await pages.resource.reload()
  }
  const follow = (person: Person, step: PersonStep) => {
    if (step === 'admit') void admit(person)
    else if (step === 'customers') openPage(deskPaths.customers(person.id))
    else setOpen({ person, step })
  }
  return (
    <DeskPage
      title="人员"
      resource={pages.resource}
      above={<Chips items={standingFilters} value={filter} onChange={setFilter} />}
      empty={{
        title: '还没有分销员',
        text: '顾客在「分销」页申请后，会排在这里等你审核。',
      }}
      filtered={filter === 'all' ? null : { title: '这里没有人', onAction: () => setFilter('all') }}
      overlay={
        <PersonSheet
          open={open}
          onClose={() => setOpen(null)}
          onDone={() => void pages.resource.reload()}
        />
      }
    >
      <ActionError error={admitting.error} what="没有通过成功" />
      <View className="desk-list">
        {pages.rows.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            busy={acting === person.id}
            onStep={(step) => follow(person, step)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
