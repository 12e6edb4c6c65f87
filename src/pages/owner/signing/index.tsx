/** 谁还没签: distributors without a signature that does for long, and a reminder for each. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Segment } from '@/components/segment'
import { toast } from '@/components/toast'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { PeopleBones } from '@/features/owner/desk-bones'
import { DeskPage } from '@/features/owner/desk-page'
import { MoreRows } from '@/features/owner/more-rows'
import { reminderText, unsignedFacts, WHY } from '@/features/recruit/unsigned-words'
import type { Unsigned, Why } from '@/features/recruit/unsigned-words'
import './index.scss'

interface PersonCardProps {
  person: Unsigned
  busy: boolean
  onRemind: () => void
}

function PersonCard({ person, busy, onRemind }: PersonCardProps) {
  const { name, isRemindedToday } = person
  return (
    <Card>
      <View className="fy-row">
        <Avatar name={name} />
        <View className="fy-grow fy-ml-12">
          <Text className="fy-strong">{name}</Text>
          <View className="fy-t-cap fy-ink-2">
            <Facts of={unsignedFacts(person)} />
          </View>
          <View className="fy-t-cap fy-ink-3">{reminderText(person)}</View>
        </View>
        <Button
          kind="soft"
          size="small"
          busy={busy}
          disabledReason={isRemindedToday && '今天提醒过了'}
          label={`提醒 ${name}`}
          onTap={onRemind}
        >
          提醒
        </Button>
      </View>
    </Card>
  )
}

export default function SigningPage() {
  // Until one is chosen, the first that somebody stands under is shown: the answer says which.
  const [chosen, setChosen] = useState<Why | null>(null)
  const [answered, setAnswered] = useState<Why>('never')
  const why = chosen ?? answered
  const reminding = useAction('owner.remindToSign')
  const [asked, setAsked] = useState('')
  const pages = usePages<Unsigned>(
    async (cursor) => {
      const page = await call('owner.listUnsigned', {
        ...(chosen === null && cursor === undefined ? {} : { why }),
        ...(cursor === undefined ? {} : { cursor }),
      })
      setAnswered(page.why)
      return page
    },
    { keys: [chosen] },
  )
  const remind = async ({ id, name }: Unsigned) => {
    setAsked(id)
    if (!(await reminding.run({ distributorId: id }))) return
    toast(`提醒了 ${name}`)
    await pages.resource.reload()
  }
  return (
    <DeskPage
      title="谁还没签"
      resource={pages.resource}
      skeleton={<PeopleBones />}
      above={<Segment items={WHY} value={why} onChange={setChosen} />}
      empty={{ title: '这里没有人', text: WHY.find(({ key }) => key === why)?.none ?? '' }}
    >
      <ActionError error={reminding.error} what="没有提醒成功" />
      <View className="desk-list">
        {pages.rows.map((person) => (
          <PersonCard
            key={person.id}
            person={person}
            busy={reminding.busy && asked === person.id}
            onRemind={() => void remind(person)}
          />
        ))}
      </View>
      <View className="fy-t-cap fy-ink-3 fy-mt-12">
        <Text>提醒写在他的分销中心最上面，一人一天一次；不发微信消息。</Text>
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
