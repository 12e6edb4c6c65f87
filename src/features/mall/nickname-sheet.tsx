/** Changing the name and the picture by which the shop knows a person. */
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAction } from '@/api/use-action'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Notice } from '@/components/notice'
import { Sheet } from '@/components/sheet'
import { toast } from '@/components/toast'
import { useSession } from '@/state/session'
import type { Session } from '@/state/session'
import { AvatarChoice } from './avatar-choice'

interface NicknameSheetProps {
  member: Session['member']
  open: boolean
  onClose: () => void
}

export function NicknameSheet({ open, onClose, member }: NicknameSheetProps) {
  const { nickname } = member
  const [text, setText] = useState(nickname)
  const renaming = useAction('mall.setNickname')
  useEffect(() => {
    if (open) setText(nickname)
  }, [open, nickname])
  const wanted = text.trim()
  const rename = async () => {
    if (!(await renaming.run({ nickname: wanted }))) return
    await useSession.getState().refresh()
    onClose()
    toast('名字改好了')
  }
  return (
    <Sheet
      open={open}
      title="你的头像和名字"
      onClose={onClose}
      footer={
        <Button
          wide
          busy={renaming.busy}
          disabledReason={wanted === '' ? '先写名字' : null}
          onTap={() => void rename()}
        >
          保存
        </Button>
      }
    >
      <AvatarChoice member={member} />
      <View className="fy-mt-12">
        <Field
          label="店主和朋友看到的名字"
          placeholder="最多 20 个字"
          maxLength={20}
          value={text}
          onChange={setText}
        />
      </View>
      {renaming.error && (
        <View className="fy-mt-12">
          <Notice kind="bad">名字没有改成：{renaming.error.message}</Notice>
        </View>
      )}
    </Sheet>
  )
}
