/** 开店: the first owner claims the shop with a name and the code the deployer gave. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { Seal } from '@/components/seal'
import { toastBehind } from '@/components/toast'
import { leavePage, replacePage } from '@/features/mall/open-page'
import { ActionError } from '@/features/owner/action-error'
import { deskPaths } from '@/features/owner/paths'
import { useResource } from '@/state/use-resource'
import { useSession } from '@/state/session'
import './index.scss'

const missingOf = (shopName: string, code: string) =>
  shopName === '' ? '先给小店起个名字' : code === '' && '再填上开店码'

export default function ClaimPage() {
  const session = useResource(() => call('mall.openSession', {}), {
    isEmpty: ({ shop }) => shop.isOpen,
  })
  const refresh = useSession((state) => state.refresh)
  const claiming = useAction('owner.claimShop')
  const [shopName, setShopName] = useState('')
  const [bootstrapCode, setCode] = useState('')
  const isOwner = session.data?.roles.includes('owner') ?? false

  const claim = async () => {
    const answer = await claiming.run({
      shopName: shopName.trim(),
      bootstrapCode: bootstrapCode.trim(),
    })
    if (!answer) return
    await refresh()
    toastBehind('小店开张了')
    replacePage(deskPaths.dashboard(true))
  }
  const already = isOwner
    ? {
        title: '这家店已经是你的了',
        text: '商品、订单和佣金都在看板里。',
        actionText: '去看板',
        onAction: () => replacePage(deskPaths.dashboard()),
      }
    : {
        title: '这家店已经有店主了',
        text: '想一起打理，请店主给你加上角色。',
        actionText: '返回',
        onAction: leavePage,
      }
  return (
    <Page
      title="开店"
      resource={session}
      empty={already}
      overlay={
        <BottomBar>
          <Button
            busy={claiming.busy}
            disabledReason={missingOf(shopName.trim(), bootstrapCode.trim())}
            onTap={() => void claim()}
          >
            开张
          </Button>
        </BottomBar>
      }
    >
      <View className="claim-words">
        <Seal mark="友" />
        <Text className="claim-title">把小店开起来</Text>
        <Text className="claim-text">
          起个名字，填上部署的人给你的开店码，你就是店主。开店码只能用一次。
        </Text>
      </View>
      <ActionError error={claiming.error} what="还没有开成" />
      <Card>
        <Field
          label="店名"
          placeholder="比如：茶与礼"
          maxLength={20}
          value={shopName}
          onChange={setShopName}
          hint="顾客在首页和海报上看到的名字，最多 20 个字"
        />
        <Field
          label="开店码"
          placeholder="向部署的人要"
          maxLength={80}
          value={bootstrapCode}
          onChange={setCode}
        />
      </Card>
    </Page>
  )
}
