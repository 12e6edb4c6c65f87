/** 分销中心 of a frozen distributor: what stands still, what does not, and whom to ask. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { toast } from '@/components/toast'
import { useSession } from '@/state/session'
import { goTo, WALLET } from './paths'

const FACTS = [
  '新订单不再给你计佣，之前的分享链接照样能打开',
  '账上的每一笔都在，看得到，暂时不能提现',
  '恢复之后，一切照旧',
]

export function FrozenView({ name }: { name: string }) {
  const { session, refresh } = useSession()
  const ask = () =>
    void refresh().then(() => {
      if (useSession.getState().session?.distributor?.status === 'frozen') toast('现在还是冻结状态')
    })
  return (
    <Page title="分销中心" tab nav="hero" onRetry={refresh}>
      <Notice kind="warn" icon="lock">
        {name}，你的分销身份被「{session?.shop.name}」冻结了
      </Notice>
      <Card className="fy-mt-8">
        <Text className="fy-t-head">冻结期间</Text>
        {FACTS.map((fact) => (
          <View key={fact} className="dist-fact">
            <View className="dist-fact-dot" />
            <Text className="fy-grow">{fact}</Text>
          </View>
        ))}
        <View className="fy-t-cap fy-ink-3 fy-mt-12">
          <Text>原因请问店主。状态变了之后，点下面刷新。</Text>
        </View>
        <View className="fy-mt-16">
          <Button wide kind="line" icon="wallet" onTap={() => goTo(WALLET)}>
            看看钱包
          </Button>
        </View>
        <View className="fy-mt-8">
          <Button wide kind="soft" icon="refresh" onTap={ask}>
            刷新状态
          </Button>
        </View>
      </Card>
    </Page>
  )
}
