/** 申请成为分销员: for whom it is, who invited, what the shop asks, what is promised and what is not. */
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useAction } from '@/api/use-action'
import { Page } from '@/components/page'
import { toast } from '@/components/toast'
import { ApplicationStatus } from '@/features/distributor/application-status'
import { DISTRIBUTION } from '@/features/distributor/paths'
import { RecruitPromises, RecruitRates } from '@/features/distributor/recruit-facts'
import { ApplicationForm } from '@/features/recruit/application-form'
import { answersOf } from '@/features/recruit/form-draft'
import type { Draft } from '@/features/recruit/form-draft'
import { RecruitWords } from '@/features/recruit/recruit-words'
import { useRecruitment } from '@/features/recruit/use-recruitment'
import { currentShareCode } from '@/state/entry'
import { useSession } from '@/state/session'
import './index.scss'

export default function ApplyPage() {
  const page = useRecruitment()
  const apply = useAction('distributor.apply')
  const data = page.data?.application
  const recruitment = page.data?.recruitment

  const send = async (name: string, draft: Draft) => {
    if (!recruitment) return
    const { formVersion, fields } = recruitment
    const done = await apply.run({
      name,
      shareCode: currentShareCode() ?? undefined,
      formVersion,
      answers: answersOf(fields, draft),
    })
    if (!done) return
    await useSession.getState().refresh()
    if (done.status === 'active') {
      void Taro.switchTab({ url: DISTRIBUTION })
      return
    }
    toast('申请已经交给店主')
    await page.reload()
  }

  const isMember = data?.status === 'active' || data?.status === 'frozen'
  return (
    <Page
      title="申请成为分销员"
      resource={page}
      errorTitle="申请表没有打开"
      state={isMember ? 'empty' : page.state}
      empty={{
        title: '你已经是分销员了',
        text: '分享、佣金和提现都在分销中心。',
        actionText: '去分销中心',
        onAction: () => void Taro.switchTab({ url: DISTRIBUTION }),
      }}
    >
      {data && recruitment && (
        <>
          <ApplicationStatus application={data} />
          {recruitment.formVersion > 0 && <RecruitWords {...recruitment} />}
          {(data.status === null || data.status === 'rejected') && (
            <ApplicationForm
              key={recruitment.formVersion}
              recruitment={recruitment}
              busy={apply.busy}
              error={apply.error}
              onSend={(name, draft) => void send(name, draft)}
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
