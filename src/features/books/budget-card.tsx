/** The month's bonuses: what is left leads, what was set and used stands below. */
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/list-row'
import { Money } from '@/components/money'
import { formatFen } from '@/components/money/format'
import type { Budget } from './decision-words'

interface BudgetCardProps {
  budget: Budget
  isOwner: boolean
  onChange: () => void
}

export function BudgetCard({ budget, isOwner, onChange }: BudgetCardProps) {
  const { month, budgetFen, paidFen, waitingFen, leftFen, fourEyesFen } = budget
  return (
    <Card>
      <Text className="fy-t-small fy-ink-2">{Number(month.slice(5))} 月还能发</Text>
      <View className="fy-mt-4">
        <Money fen={leftFen} size="hero" />
      </View>
      <View className="books-facts">
        <KeyValue name="预算">
          <Money fen={budgetFen} />
        </KeyValue>
        <KeyValue name="已经发出">
          <Money fen={paidFen} />
        </KeyValue>
        <KeyValue name="等复核">
          <Money fen={waitingFen} />
        </KeyValue>
      </View>
      <Text className="books-hint">
        一个人一天发到 {formatFen(fourEyesFen)} 为止，再多要另一个人同意
      </Text>
      {isOwner && (
        <View className="desk-actions">
          <Button size="mid" kind="soft" onTap={onChange}>
            改预算
          </Button>
        </View>
      )}
    </Card>
  )
}
