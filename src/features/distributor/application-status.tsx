/** Where an application stands: waiting, to be signed, turned down with its reason, or ended. */
import { View } from '@tarojs/components'
import { Notice } from '@/components/notice'
import { SIGN } from '@/features/recruit/paths'
import { goTo, WALLET } from './paths'
import type { Application } from './use-application'

export function ApplicationStatus({ application }: { application: Application }) {
  const { status, rejectReason, inviterName } = application
  return (
    <View className="recruit-status">
      {status === 'applied' && (
        <Notice kind="warn" icon="clock">
          申请已经交给店主，正在审核。通过之后，“分销”页就是你的分销中心。
        </Notice>
      )}
      {status === 'rejected' && (
        <Notice kind="bad">
          上次的申请没有通过{rejectReason ? `：${rejectReason}` : ''}。改好之后可以再申请。
        </Notice>
      )}
      {status === 'approved' && (
        <Notice kind="good" icon="check" actionText="去看协议" onAction={() => goTo(SIGN)}>
          店主通过了你的申请。看完并签好协议，就可以开始分享。
        </Notice>
      )}
      {status === 'exited' && (
        <Notice actionText="看看钱包" onAction={() => goTo(WALLET)}>
          你已经退出分销，账上的钱还是你的，照样能提。想回来，请和店主说。
        </Notice>
      )}
      {inviterName !== null && status !== 'applied' && (
        <Notice kind="good" icon="team">
          {inviterName} 邀请你一起分享
        </Notice>
      )}
    </View>
  )
}
