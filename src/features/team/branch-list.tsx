/** The picture as a list: who, what they sold, and whom they brought, twenty at a time. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria'
import { classNames } from '@/components/class-names'
import { formatFen } from '@/components/money/format'
import { namesBelow } from './team-words'
import { placesBelow } from './tree/tree-row'
import type { TreeRow } from './tree/tree-row'

interface BranchListProps {
  rows: readonly TreeRow[]
  chosen: number | null
  onPerson: (at: number) => void
}

const STEP = 20
const NAMES = 6

function noteOf({ standing, isLively }: TreeRow): string {
  if (standing === 'left') return '已离开'
  if (standing === 'paused') return '已暂停'
  return isLively ? '' : '没动静'
}

export function BranchList({ rows, chosen, onPerson }: BranchListProps) {
  const [count, setCount] = useState(STEP)
  const below = placesBelow(rows)
  const people = below.get(-1) ?? []
  return (
    <View className="team-branches">
      {people.slice(0, count).map((at) => {
        const row = rows[at]
        const places = below.get(at) ?? []
        return row ? (
          <View
            key={at}
            className={classNames('team-branch', at === chosen && 'team-branch-chosen')}
            hoverClass="fy-row-pressed"
            onClick={() => onPerson(at)}
            {...aria(undefined, 'button')}
          >
            <View className="fy-row">
              <Text className="fy-grow fy-ell">{row.name}</Text>
              <Text className="fy-t-cap fy-ink-3 fy-mr-8">{noteOf(row)}</Text>
              <Text className="fy-strong">{formatFen(row.salesFen)}</Text>
            </View>
            {places.length > 0 && (
              <View className="team-branch-below">带来 {namesBelow(rows, places, NAMES)}</View>
            )}
          </View>
        ) : null
      })}
      {people.length > count && (
        <View
          className="team-more"
          onClick={() => setCount(count + STEP)}
          {...aria(undefined, 'button')}
        >
          <Text>
            还有 {people.length - count} 人，再看 {STEP} 人
          </Text>
        </View>
      )}
    </View>
  )
}
