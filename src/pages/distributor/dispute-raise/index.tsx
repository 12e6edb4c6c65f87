/** 提出异议: about whose customer somebody is, with words and pictures; said beforehand what becomes of it. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Avatar } from '@/components/avatar'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Page } from '@/components/page'
import { Steps } from '@/components/steps'
import { shownName } from '@/features/dispute/dispute-words'
import { EvidenceForm } from '@/features/dispute/evidence-form'
import { useClaim } from '@/features/dispute/use-claim'
import { ActionError } from '@/features/owner/action-error'
import './index.scss'

const ROAD = [
  { title: '对方三天内回应', lines: [{ text: '可以说明，也可以愿意让出' }] },
  { title: '店里据记录裁定', lines: [{ text: '看打开分享、下单的记录，和两边的话' }] },
  { title: '结果两边都看得到', lines: [{ text: '划给你，就从下一单起记给你；已下的订单不变' }] },
]

function WhatHappens() {
  return (
    <Card className="dispute-part">
      <Text className="fy-t-head">提出之后</Text>
      <View className="fy-mt-12">
        <Steps steps={ROAD} />
      </View>
      <Text className="fy-t-small fy-ink-2">
        期间一切照常：顾客还是现在的归属，分享照样有效。同一次归属只能提一次。
      </Text>
    </Card>
  )
}

export default function DisputeRaisePage() {
  const { id = '', name = '' } = useRouter().params
  const customer = id === '' ? null : { id, name: decodeURIComponent(name) }
  const claim = useClaim(customer)
  return (
    <Page
      title="提出异议"
      overlay={
        <BottomBar>
          <Button busy={claim.busy} disabledReason={claim.missing} onTap={() => void claim.raise()}>
            提出异议
          </Button>
        </BottomBar>
      }
    >
      <ActionError error={claim.error} what="没有提成" />
      <Card>
        {customer ? (
          <View className="fy-row">
            <Avatar name={customer.name} />
            <View className="fy-grow fy-ml-12">
              <Text className="fy-strong">{shownName(customer.name)}</Text>
              <View className="fy-t-cap fy-ink-3">打开过你的分享，现在是别人的顾客</View>
            </View>
          </View>
        ) : (
          <Field
            label="订单号"
            placeholder="26 位的字母和数字"
            maxLength={40}
            value={claim.orderNumber}
            onChange={claim.setOrderNumber}
            hint="请顾客打开 我的 → 我的订单 → 订单详情，点订单号就能复制给你"
          />
        )}
      </Card>
      <Card className="dispute-part">
        <EvidenceForm
          evidence={claim.evidence}
          onChange={claim.setEvidence}
          placeholder="比如：怎么认识的，什么时候发的分享，聊过什么"
        />
      </Card>
      <WhatHappens />
    </Page>
  )
}
