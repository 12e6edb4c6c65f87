/** 到账怎么算: amount, withheld tax with its reason, fee, and what arrives. Unknown parts stay —. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { addFen } from '@contract/money'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
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

/** Told from the quote's own figures: this month's total and what was withheld already. */
function taxReason(amountFen: number, quote: Quote): string {
  const { taxFen, monthIncomeFen, monthTaxFen } = quote
  const total = `本月累计 ${formatFen(addFen(monthIncomeFen, amountFen))}`
  if (taxFen === 0) return `${total}，这次不扣税`
  const due = formatFen(addFen(monthTaxFen, taxFen))
  return `劳务报酬，${total}，应扣 ${due}，已扣 ${formatFen(monthTaxFen)}`
}

interface QuoteCardProps {
  amountFen: number | null
  /** Null while it is being asked for. */
  quote: Quote | null
}

export function QuoteCard({ amountFen, quote }: QuoteCardProps) {
  return (
    <Card>
      <Text className="fy-t-head">到账怎么算</Text>
      <Row name="提现金额">
        <Money fen={amountFen} />
      </Row>
      <Row
        name="代扣个人所得税"
        reason={quote && amountFen !== null && taxReason(amountFen, quote)}
      >
        <Money fen={quote?.taxFen} sign="minus" />
      </Row>
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
