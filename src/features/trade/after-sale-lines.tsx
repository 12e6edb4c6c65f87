/** Which units of an order are asked back: a check and a stepper a line. */
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Stepper } from '@/components/stepper'
import { unitsLeft } from './after-sale-words'
import { CheckMark } from './check-mark'
import { OrderLine } from './order-line'
import { unitsNote } from './order-words'
import type { Order } from './order-words'

interface AfterSaleLinesProps {
  lines: Order['lines']
  /** Units by line number; a line that is not chosen has none. */
  units: Readonly<Record<number, number>>
  onUnits: (units: Record<number, number>) => void
}

export function AfterSaleLines({ lines, units, onUnits }: AfterSaleLinesProps) {
  return (
    <Card bare>
      {lines.map((line) => {
        const left = unitsLeft(line)
        const count = units[line.line] ?? 0
        return (
          <View key={line.line} className="apply-line">
            <CheckMark
              on={count > 0}
              off={left === 0}
              label={line.title}
              onTap={() => onUnits({ ...units, [line.line]: count > 0 ? 0 : left })}
            />
            <View className="fy-grow">
              <OrderLine line={line} note={unitsNote(line)}>
                {count > 0 && (
                  <View className="apply-count">
                    <Stepper
                      value={count}
                      max={left}
                      label={`${line.title}要退的件数`}
                      onChange={(wanted) => onUnits({ ...units, [line.line]: wanted })}
                    />
                  </View>
                )}
              </OrderLine>
            </View>
          </View>
        )
      })}
    </Card>
  )
}
