/** After asking: how much, what arrives, what happens next. */
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { WITHDRAWALS } from '@/features/distributor/paths'
import { nextStepOf } from './withdrawal-words'
import type { WithdrawalRow } from './withdrawal-words'

export function WithdrawalSent({ withdrawal }: { withdrawal: WithdrawalRow }) {
  const { amountFen, taxFen, feeFen, netFen } = withdrawal
  return (
    <Card>
      <View className="wdr-sent">
        <View className="fy-good">
          <Icon name="check" size={32} />
        </View>
        <Text className="fy-t-title fy-mt-8">提现已经提交</Text>
        <View className="fy-t-small fy-ink-2 fy-mt-4">
          <Text>{nextStepOf(withdrawal)}</Text>
        </View>
      </View>
      <KeyValue name="提现金额">
        <Money fen={amountFen} />
      </KeyValue>
      <KeyValue name="代扣税和手续费">
        <Money fen={taxFen + feeFen} sign="minus" />
      </KeyValue>
      <KeyValue name="到账">
        <Money fen={netFen} state="available" />
      </KeyValue>
      <View className="fy-mt-16">
        <Button wide onTap={() => void Taro.redirectTo({ url: WITHDRAWALS })}>
          看提现记录
        </Button>
      </View>
    </Card>
  )
}
