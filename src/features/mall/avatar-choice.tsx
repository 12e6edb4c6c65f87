/** The picture under which a person is known here: chosen in WeChat's own sheet, kept in the shop's cloud. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { choosePicture, uploadPicture } from '@/api/platform'
import { useAction } from '@/api/use-action'
import { Avatar } from '@/components/avatar'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { toast } from '@/components/toast'
import { useSession } from '@/state/session'
import type { Session } from '@/state/session'

const isWeapp = process.env.TARO_ENV === 'weapp'

export function AvatarChoice({ member }: { member: Session['member'] }) {
  const setting = useAction('mall.setAvatar')
  const [isBusy, setBusy] = useState(false)
  const [isLost, setLost] = useState(false)
  const keep = async (chosen: string | null) => {
    if (chosen === null) return
    setBusy(true)
    setLost(false)
    const file = await uploadPicture(chosen)
    setLost(file === null)
    if (file !== null && (await setting.run({ file }))) {
      await useSession.getState().refresh()
      toast('头像换好了')
    }
    setBusy(false)
  }
  return (
    <View>
      <View className="fy-row fy-between">
        <Avatar name={member.nickname} url={member.avatar} size={64} />
        <Button
          kind="line"
          size="mid"
          busy={isBusy}
          openType={isWeapp ? 'chooseAvatar' : undefined}
          onAvatar={(file) => void keep(file)}
          onTap={isWeapp ? undefined : () => void choosePicture().then(keep)}
        >
          换头像
        </Button>
      </View>
      {isLost && (
        <View className="fy-mt-12">
          <Notice kind="bad">头像没有传上去，网络好的时候再试</Notice>
        </View>
      )}
      {setting.error && (
        <View className="fy-mt-12">
          <Notice kind="bad">头像没有换成：{setting.error.message}</Notice>
        </View>
      )}
    </View>
  )
}
