/** Every entry of the month, the newest first, with what it is about. */
import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { clockText, dayText } from '@/components/moment/format'
import { Money } from '@/components/money'
import { groupByDay } from '@/features/commission/group-by-day'
import { aboutRow, LINES } from './statement-words'
import type { StatementRow } from './statement-words'

interface RowListProps {
  rows: readonly StatementRow[]
  /** Opens the explanation of a commission; absent where it is not the reader's own. */
  onCommission?: (commissionId: string) => void
}

function Row({ row, onCommission }: { row: StatementRow } & Pick<RowListProps, 'onCommission'>) {
  const { name, state, leads } = LINES[row.line]
  const only = row.commissions.length === 1 ? row.commissions[0] : undefined
  const open = only && onCommission ? () => onCommission(only.id) : undefined
  const about = aboutRow(row)
  return (
    <View
      className="stm-line"
      hoverClass={open ? 'fy-row-pressed' : 'none'}
      onClick={open}
      {...(open ? aria(`${name}，${about}，看怎么算的`, 'button') : {})}
    >
      <View className="stm-about">
        <View>{name}</View>
        <View className="stm-parts">
          <Text className="stm-part">{clockText(row.at)}</Text>
          {about !== '' && <Text className="stm-part-long">{about}</Text>}
        </View>
      </View>
      <View className="stm-sum">
        <Money fen={leads(row)} sign="always" state={state} />
      </View>
    </View>
  )
}

export function RowList({ rows, onCommission }: RowListProps) {
  return (
    <>
      {groupByDay(rows, (row) => row.at).map((day) => (
        <View key={day.on}>
          <View className="stm-day">{dayText(day.at)}</View>
          <Card flush>
            {day.rows.map((row) => (
              <Row key={row.id} row={row} onCommission={onCommission} />
            ))}
          </Card>
        </View>
      ))}
    </>
  )
}
