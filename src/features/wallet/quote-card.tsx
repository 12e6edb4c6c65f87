/** 到账怎么算: amount, withheld tax with its reason, fee, and what arrives. Unknown parts stay —. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Money } from '@/components/money'
import { taxSummary } from '@/features/tax/tax-words'
import type { Quote } from './withdrawal-limits'

interface RowProps {
  name: string
  reason?: ReactNode
  children: ReactNode
}

function Row({ name, reason, children }: RowProps) {
  return (
    <View className="wdr-row">
      <View className="fy-grow">
        <View className="fy-t-small fy-ink-2">{name}</View>
        {reason && <View className="fy-t-cap fy-ink-3 fy-mt-4">{reason}</View>}
      </View>
      <View className="fy-ml-12">{children}</View>
    </View>
  )
}

interface QuoteCardProps {
  amountFen: number | null
  /** Null while it is being asked for. */
  quote: Quote | null
  /** Opens the steps of the tax. */
  onExplain: () => void
}

export function QuoteCard({ amountFen, quote, onExplain }: QuoteCardProps) {
  return (
    <Card>
      <Text className="fy-t-head">到账怎么算</Text>
      <Row name="提现金额">
        <Money fen={amountFen} />
      </Row>
      <Row name="代扣个人所得税" reason={quote && taxSummary(quote.taxSteps)}>
        <Money fen={quote?.taxFen} sign="minus" />
      </Row>
      {quote && (
        <View className="wdr-why" onClick={onExplain} {...aria('税怎么算的', 'button')}>
          <Text>税怎么算的</Text>
          <Icon name="chev" size={14} />
        </View>
      )}
      <Row name="手续费">
        <Money fen={quote?.feeFen} sign="minus" />
      </Row>
      <View className="wdr-net">
        <Text className="fy-strong">实际到账</Text>
        <Money fen={quote?.netFen} size="1" />
      </View>
      <View className="fy-t-cap fy-ink-3 fy-mt-12">
        <Text>税以打款那天为准，打款跨月会重新算。</Text>
      </View>
    </Card>
  )
}
