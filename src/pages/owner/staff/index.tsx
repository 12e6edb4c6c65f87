/** 员工: who works for the shop in which role; a colleague is named by the number on their 我的 page. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { ListRow } from '@/components/list-row'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { StaffSheet } from '@/features/owner/staff-sheet'
import type { Colleague } from '@/features/owner/staff-sheet'
import { mayAnswer, numberIn, rolesText } from '@/features/owner/staff-words'
import { useResource } from '@/state/use-resource'
import './index.scss'

/** A wrong number is said where it was typed. */
function AddColleague({ onFound }: { onFound: (member: Colleague) => void }) {
  const finding = useAction('owner.findMember')
  const [words, setWords] = useState('')
  const memberId = numberIn(words)
  const find = async () => {
    if (memberId === null) return
    const member = await finding.run({ memberId })
    if (!member) return
    setWords('')
    onFound(member)
  }
  return (
    <Card>
      <ActionError error={finding.error} what="没有找到这个人" />
      <Field
        label="加一位同事"
        value={words}
        placeholder="粘贴他的编号"
        maxLength={80}
        onChange={setWords}
        hint="请他打开小程序，在「我的」点「我的编号」复制给你"
      />
      <View className="desk-actions">
        <Button
          size="mid"
          busy={finding.busy}
          disabledReason={memberId === null && '粘贴编号后才能找'}
          onTap={() => void find()}
        >
          找到他
        </Button>
      </View>
    </Card>
  )
}

export default function StaffPage() {
  const staff = useResource(() => call('owner.listStaff', {}), { onShow: true })
  const [open, setOpen] = useState<Colleague | null>(null)
  return (
    <DeskPage
      title="员工"
      resource={staff}
      overlay={
        <StaffSheet
          member={open}
          onClose={() => setOpen(null)}
          onDone={() => void staff.reload()}
        />
      }
    >
      <AddColleague onFound={setOpen} />
      <View className="fy-section">现在的员工</View>
      <Card flush>
        {(staff.data?.rows ?? []).map((member) => (
          <ListRow
            key={member.id}
            lead={<Avatar name={member.name} size={40} />}
            title={member.isSelf ? `${member.name}（你）` : member.name}
            note={
              mayAnswer(member)
                ? `${rolesText(member.roles)} · 负责 ${member.people} 人`
                : rolesText(member.roles)
            }
            onTap={() => setOpen(member)}
          />
        ))}
      </Card>
    </DeskPage>
  )
}
