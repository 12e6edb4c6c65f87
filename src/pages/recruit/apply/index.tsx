/** 申请成为分销员: a name, who invited, what is promised and what is not; one tap. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useAction } from '@/api/use-action'
import { Page } from '@/components/page'
import { toast } from '@/components/toast'
import { ApplicationForm } from '@/features/distributor/application-form'
import { ApplicationStatus } from '@/features/distributor/application-status'
import { DISTRIBUTION } from '@/features/distributor/paths'
import { RecruitPromises, RecruitRates } from '@/features/distributor/recruit-facts'
import { useApplication } from '@/features/distributor/use-application'
import { currentShareCode } from '@/state/entry'
import { useSession } from '@/state/session'
import './index.scss'

export default function ApplyPage() {
  const application = useApplication()
  const apply = useAction('distributor.apply')
  const { data } = application

  const send = async (name: string) => {
    const done = await apply.run({ name, shareCode: currentShareCode() ?? undefined })
    if (!done) return
    await useSession.getState().refresh()
    if (done.status === 'active') {
      void Taro.switchTab({ url: DISTRIBUTION })
      return
    }
    toast('申请已经交给店主')
    await application.reload()
  }

  const isMember = data?.status === 'active' || data?.status === 'frozen'
  return (
    <Page
      title="申请成为分销员"
      resource={application}
      state={isMember ? 'empty' : application.state}
      empty={{
        title: '你已经是分销员了',
        text: '分享、佣金和提现都在分销中心。',
        actionText: '去分销中心',
        onAction: () => void Taro.switchTab({ url: DISTRIBUTION }),
      }}
    >
      {data && (
        <>
          <ApplicationStatus application={data} />
          {(data.status === null || data.status === 'rejected') && (
            <ApplicationForm
              busy={apply.busy}
              error={apply.error}
              onSend={(name) => void send(name)}
            />
          )}
          <View className="fy-mt-8">
            <RecruitRates {...data} />
          </View>
          <View className="fy-mt-8">
            <RecruitPromises />
          </View>
        </>
      )}
    </Page>
  )
}
