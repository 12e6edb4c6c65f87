/** 分销 for people who are no distributors yet: what it is, what it pays, and the first step. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Hero } from '@/components/hero'
import { Page } from '@/components/page'
import { useSession } from '@/state/session'
import { ApplicationStatus } from './application-status'
import { APPLY, goTo } from './paths'
import { RecruitPromises, RecruitRates } from './recruit-facts'
import { useApplication } from './use-application'

export function RecruitView() {
  const shop = useSession((state) => state.session?.shop)
  const application = useApplication()
  const { data } = application
  const canApply = data?.status === null || data?.status === 'rejected'
  return (
    <Page title="成为分销员" tab nav="hero" bleed resource={application} errorTitle="没有打开成功">
      {data && (
        <>
          <Hero over={<RecruitRates {...data} />}>
            <View className="recruit-head">
              <Text className="fy-t-display fy-serif">喜欢的东西，分享给朋友</Text>
              <View className="fy-t-small fy-on-hero-2 fy-mt-8">
                <Text>在「{shop?.name}」分享，朋友买了，店里按比例谢你。</Text>
              </View>
            </View>
          </Hero>
          <View className="fy-px fy-mt-8">
            <ApplicationStatus application={data} />
            <RecruitPromises />
            {canApply && (
              <View className="fy-mt-16">
                <Button wide onTap={() => goTo(APPLY)}>
                  {data.status === 'rejected' ? '再申请一次' : '申请成为分销员'}
                </Button>
              </View>
            )}
          </View>
        </>
      )}
    </Page>
  )
}
