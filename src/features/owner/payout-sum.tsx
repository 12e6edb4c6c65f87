/** How a withdrawal comes to what arrives; the tax opens its steps. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { taxSummary } from '@/features/tax/tax-words'
import type { Payout } from './payout-words'

interface PayoutSumProps {
  payout: Payout
  onExplain: () => void
}

export function PayoutSum({ payout, onExplain }: PayoutSumProps) {
  const { amountFen, taxFen, feeFen, netFen, taxSteps } = payout
  return (
    <View className="desk-parts">
      <View className="desk-part">
        <Text className="desk-part-word">提现</Text>
        <Money fen={amountFen} size="4" />
      </View>
      <View className="desk-part">
        <Text className="desk-part-word">代扣税</Text>
        <Money fen={taxFen} size="4" sign="minus" />
      </View>
      <View className="desk-part">
        <Text className="desk-part-word">手续费</Text>
        <Money fen={feeFen} size="4" sign="minus" />
      </View>
      <View className="desk-part">
        <Text className="desk-part-word">到账</Text>
        <Money fen={netFen} size="4" className="fy-strong" />
      </View>
      <View
        className="payout-tax"
        onClick={onExplain}
        {...aria(`${payout.name} 的税怎么算的`, 'button')}
      >
        <Text className="fy-grow">{taxSummary(taxSteps)}</Text>
        <Icon name="chev" size={14} />
      </View>
    </View>
  )
}
