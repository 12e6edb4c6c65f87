/** How often a material was used, by whom most, and until when that is counted. */
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { KeyValue } from '@/components/list-row'
import { momentText } from '@/components/moment/format'
import { formatCount } from '@/components/money/format'
import type { StoredMaterial } from './material-draft'

const PARTS = [
  { key: 'copied', text: '复制文案' },
  { key: 'saved', text: '保存图片、视频' },
  { key: 'shared', text: '分享' },
] as const

export function UsageCard({ material }: { material: StoredMaterial }) {
  const { counts, usedCount, topUsers, asOf } = material
  return (
    <Card className="desk-group">
      <Text className="fy-t-head">
        {usedCount === 0 ? '还没有人用过' : `一共用过 ${formatCount(usedCount)} 次`}
      </Text>
      {usedCount > 0 && (
        <>
          {PARTS.map(({ key, text }) => (
            <KeyValue key={key} name={text}>
              <Text>{formatCount(counts[key])} 次</Text>
            </KeyValue>
          ))}
          <View className="fy-t-small fy-strong fy-mt-12">用得最多的人</View>
          {topUsers.map((user, index) => (
            <KeyValue key={`${index}${user.name}`} name={`${index + 1}. ${user.name}`}>
              <Text>{formatCount(user.usedCount)} 次</Text>
            </KeyValue>
          ))}
        </>
      )}
      <View className="fy-t-cap fy-ink-3 fy-mt-8">
        同一个人同一天同一种用法只算一次
        {asOf !== null && `，截至 ${momentText(asOf)}`}
      </View>
    </Card>
  )
}
