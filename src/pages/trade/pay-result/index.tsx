/** 付款结果: what the server knows, never what the phone guesses. */
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { Page } from '@/components/page'
import { Progress } from '@/components/progress'
import { HOME, openTab, pathOf, replacePage } from '@/features/mall/open-page'
import { useCheckPayment } from '@/features/trade/use-check-payment'
import type { PaymentCheck } from '@/features/trade/use-check-payment'
import './index.scss'

const words: Record<PaymentCheck['state'], { title: string; text: string }> = {
  asking: { title: '正在向微信确认', text: '一般几秒就好，不用再付一次。' },
  paid: { title: '付好了', text: '店主会尽快备货，发出后订单里能看到快递单号。' },
  open: {
    title: '还没有收到微信的结果',
    text: '如果已经扣款，订单会自动变成已付款，不会重复扣。没有扣款的话，可以回订单里再付。',
  },
}
const icons = { asking: 'clock', paid: 'check', open: 'info' } as const

export default function PayResultPage() {
  const orderId = useRouter().params['id'] ?? ''
  const check = useCheckPayment(orderId)
  const { state, payableFen } = check
  return (
    <Page title="付款结果">
      <Card className="pay">
        <View className={`pay-mark pay-mark-${state}`}>
          <Icon name={icons[state]} size={32} />
        </View>
        <Text className="pay-title">{words[state].title}</Text>
        {payableFen !== null && (
          <View className="pay-amount">
            <Money fen={payableFen} size={state === 'paid' ? 'hero' : '1'} />
          </View>
        )}
        <Text className="pay-text">{words[state].text}</Text>
        {state === 'asking' && (
          <View className="pay-progress">
            <Progress now={check.asked} goal={check.most} kind="part" />
          </View>
        )}
        <View className="pay-actions">
          {state === 'open' && (
            <Button wide icon="refresh" onTap={check.askAgain}>
              再查一次
            </Button>
          )}
          <Button
            wide
            kind={state === 'paid' ? 'primary' : 'plain'}
            onTap={() => replacePage(pathOf.order(orderId))}
          >
            看订单
          </Button>
          {state === 'paid' && (
            <Button wide kind="plain" onTap={() => openTab(HOME)}>
              再逛逛
            </Button>
          )}
        </View>
      </Card>
    </Page>
  )
}
