/** 我的顾客: whose distributor the person is, and who opened their shares and is somebody else's customer. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { Segment } from '@/components/segment'
import { BindingSheet } from '@/features/binding/binding-sheet'
import type { Binding } from '@/features/binding/binding-words'
import { ClaimableList } from '@/features/dispute/claimable-list'
import { CustomerList } from '@/features/dispute/customer-list'
import { DISPUTES, goTo, raisePath } from '@/features/distributor/paths'
import './index.scss'

type Tab = 'own' | 'others'

const TABS: readonly { key: Tab; text: string }[] = [
  { key: 'own', text: '我的顾客' },
  { key: 'others', text: '归了别人的' },
]

export default function OwnCustomersPage() {
  const [tab, setTab] = useState<Tab>('own')
  const [turn, setTurn] = useState(0)
  const [rule, setRule] = useState<Binding | null>(null)
  return (
    <Page
      title="我的顾客"
      state="ready"
      onRetry={() => setTurn(turn + 1)}
      overlay={<BindingSheet binding={rule} onClose={() => setRule(null)} />}
    >
      <View className="dispute-above">
        <Segment items={TABS} value={tab} onChange={setTab} />
      </View>
      <Card flush>
        <ListRow
          icon="chat"
          title="顾客归属争议"
          note="我提出的，和对我顾客的"
          onTap={() => goTo(DISPUTES)}
        />
        {tab === 'others' && (
          <ListRow
            icon="list"
            title="凭订单号提出"
            note="顾客没打开过你的分享，也可以提"
            onTap={() => goTo(raisePath())}
          />
        )}
      </Card>
      <View className="dispute-part">
        {tab === 'own' ? (
          <CustomerList key={`own${turn}`} onRule={setRule} />
        ) : (
          <ClaimableList key={`others${turn}`} onRule={setRule} />
        )}
      </View>
      <View className="dispute-foot">
        <View>下单时是谁的顾客，这一单就记给谁，之后不变。</View>
        <View>名字只显示第一个字。</View>
      </View>
    </Page>
  )
}
