/** The head of the team page: how many direct, how many indirect, and what all of them sold. */
import { Text, View } from '@tarojs/components'
import { formatCount, formatFen, formatShelfPrice, readFen } from '@/components/money/format'
import { aria } from '@/components/aria'
import type { Team } from './team-words'

interface FigureProps {
  name: string
  value: string
  unit?: string
  note: string
  label?: string
}

/** Long amounts become smaller, never shorter. */
function sizeOf(value: string): string {
  if (value.length > 11) return 'team-value-small'
  return value.length > 8 ? 'team-value-mid' : 'team-value'
}

function Figure({ name, value, unit, note, label }: FigureProps) {
  return (
    <View className="team-figure">
      <View className="fy-t-cap fy-ink-3">{name}</View>
      <View {...aria(label)}>
        <Text className={sizeOf(value)}>{value}</Text>
        {unit && <Text className="team-unit">{unit}</Text>}
      </View>
      <View className="fy-t-cap fy-ink-3">{note}</View>
    </View>
  )
}

export function TeamFigures({ team }: { team: Team }) {
  const { direct, indirect, salesFen, lastSalesFen } = team
  return (
    <View className="team-figures">
      <Figure
        name="直接成员"
        value={formatCount(direct.people)}
        unit="人"
        note={`活跃 ${formatCount(direct.lively)} 人`}
      />
      <Figure
        name="间接成员"
        value={formatCount(indirect.people)}
        unit="人"
        note={`活跃 ${formatCount(indirect.lively)} 人`}
      />
      <Figure
        name="团队本月销售"
        value={formatShelfPrice(salesFen)}
        note={`上月 ${formatShelfPrice(lastSalesFen)}`}
        label={`团队本月销售 ${readFen(salesFen)}，上月全月 ${formatFen(lastSalesFen)}`}
      />
    </View>
  )
}
