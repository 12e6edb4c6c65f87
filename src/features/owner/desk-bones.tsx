/** What a desk's page looks like before its answer: each in the shape of what comes. */
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/components/card'
import { Bone } from '@/components/skeleton'

/** Cards like the first screen's. */
const CARDS = 3
const many = (count: number, one: (at: number) => ReactNode) =>
  Array.from({ length: count }, (_, at) => one(at))

function Who({ size = 40 }: { size?: number }) {
  return (
    <View className="fy-row">
      <Bone round width={size} height={size} />
      <View className="fy-grow fy-ml-12">
        <Bone width="40%" height={16} />
        <Bone width="70%" top={8} />
      </View>
    </View>
  )
}

/** People with a line or two about each. */
export function PeopleBones({ lines = 0 }: { lines?: number }) {
  return (
    <View className="desk-list" aria-hidden="true">
      {many(CARDS, (at) => (
        <Card key={at}>
          <Who />
          {many(lines, (line) => (
            <Bone key={line} width="85%" top={12} />
          ))}
        </Card>
      ))}
    </View>
  )
}

/** People with a well of amounts, and below it what can be done about them. */
export function WalletBones({ action = false }: { action?: boolean }) {
  return (
    <View className="desk-list" aria-hidden="true">
      {many(CARDS, (at) => (
        <Card key={at}>
          <Who />
          <Bone height={action ? 132 : 96} top={12} />
          {action && <Bone height={44} top={12} />}
        </Card>
      ))}
    </View>
  )
}

/** A picture with its heading, and a list below. */
export function ChartBones({ height }: { height: number }) {
  return (
    <View className="desk-list" aria-hidden="true">
      <Card>
        <Bone width="40%" height={20} />
        <Bone height={height} top={16} />
      </Card>
      <Card>
        {many(CARDS, (at) => (
          <Bone key={at} height={32} top={at === 0 ? 0 : 16} />
        ))}
      </Card>
    </View>
  )
}

/** Fields with their names. */
export function FormBones() {
  return (
    <View className="desk-list" aria-hidden="true">
      {many(2, (at) => (
        <Card key={at}>
          {many(CARDS, (field) => (
            <View key={field} className={field === 0 ? '' : 'fy-mt-16'}>
              <Bone width="30%" height={16} />
              <Bone height={48} top={8} />
            </View>
          ))}
        </Card>
      ))}
    </View>
  )
}

/** Names left and what stands beside them right: a plan as it is. */
export function FactBones() {
  return (
    <Card>
      <View aria-hidden="true">
        <Bone width="50%" height={24} />
        {many(6, (at) => (
          <View key={at} className="fy-row fy-between fy-mt-16">
            <Bone width={96} height={16} />
            <Bone width={72} height={16} />
          </View>
        ))}
      </View>
    </Card>
  )
}

/** Somebody's head, their four figures, and the rows that lead on. */
export function PersonBones() {
  return (
    <View className="desk-list" aria-hidden="true">
      <Card>
        <Who size={48} />
      </Card>
      <Card>
        <Bone width="30%" height={20} />
        {many(2, (at) => (
          <View key={at} className="fy-row fy-between fy-mt-16">
            <Bone width={128} height={36} />
            <Bone width={128} height={36} />
          </View>
        ))}
      </Card>
      <Card>
        {many(4, (at) => (
          <Bone key={at} height={24} top={at === 0 ? 0 : 20} />
        ))}
      </Card>
    </View>
  )
}
