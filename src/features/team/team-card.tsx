/** 关系图: the team as a picture or as a list. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card'
import { formatCount } from '@/components/money/format'
import { Segment } from '@/components/segment'
import { BranchList } from './branch-list'
import { TeamTree } from './tree'
import type { TreeRow } from './tree'

interface TeamCardProps {
  name: string
  rows: readonly TreeRow[]
  summary: string
  /** People who are not among the rows. */
  cut: number
  chosen: number | null
  onPerson: (at: number) => void
}

const ways = [
  { key: 'picture', text: '图' },
  { key: 'list', text: '列表' },
] as const

export function TeamCard({ cut, ...shown }: TeamCardProps) {
  const [way, setWay] = useState<'picture' | 'list'>('picture')
  return (
    <Card>
      <View className="fy-row fy-between">
        <Text className="fy-t-head">关系图</Text>
        <View className="team-ways">
          <Segment items={ways} value={way} onChange={setWay} />
        </View>
      </View>
      {way === 'picture' ? <TeamTree {...shown} /> : <BranchList {...shown} />}
      {cut > 0 && (
        <View className="fy-t-cap fy-ink-3 fy-mt-8">还有 {formatCount(cut)} 人没有画进来。</View>
      )}
    </Card>
  )
}
