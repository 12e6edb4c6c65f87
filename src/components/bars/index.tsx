/** Contribution bars on one zero line: what pulled a figure up and what pulled it down. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'

export interface Contribution {
  name: string
  /** Signed, same unit in all rows. */
  amount: number
  /** What is written at the right end: a Money, "+¥14,014". */
  value: ReactNode
}

export function Bars({ rows, summary }: { rows: readonly Contribution[]; summary: string }) {
  const up = Math.max(0, ...rows.map((row) => row.amount))
  const down = Math.max(0, ...rows.map((row) => -row.amount))
  const span = up + down || 1
  const zero = Math.floor((down * 10_000) / span) / 100
  return (
    <View className="fy-bars" {...aria(summary, 'img')}>
      {rows.map((row) => {
        const width = Math.floor((Math.abs(row.amount) * 10_000) / span) / 100
        const left = row.amount < 0 ? zero - width : zero
        return (
          <View key={row.name} className="fy-bars-row">
            <Text className="fy-bars-name">{row.name}</Text>
            <View className="fy-bars-field">
              <View className="fy-bars-zero" style={{ left: `${zero}%` }} />
              <View
                className={row.amount < 0 ? 'fy-bars-bar fy-bars-down' : 'fy-bars-bar'}
                style={{ left: `${left}%`, width: `${width}%` }}
              />
            </View>
            <View className="fy-bars-value">{row.value}</View>
          </View>
        )
      })}
    </View>
  )
}
