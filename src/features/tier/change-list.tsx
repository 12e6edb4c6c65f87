/** What happened to a tier, newest first, each with the figures that decided it. */
import { Text, View } from '@tarojs/components'
import { momentText, onText } from '@/components/moment/format'
import { useTierName } from '@/components/tier'
import { changeTitle, figureText } from './tier-words'
import type { TierChange } from './tier-words'

export function ChangeList({ changes }: { changes: readonly TierChange[] }) {
  const nameOf = useTierName()
  return (
    <View>
      {changes.map((change) => (
        <View key={change.id} className="tier-change">
          <View className="fy-strong">
            {changeTitle(change, nameOf(change.from), nameOf(change.to))}
          </View>
          <View className="fy-t-cap fy-ink-3">
            <Text>{momentText(change.at)}</Text>
            {change.heldUntilOn !== null && <Text> · 保留到 {onText(change.heldUntilOn)}</Text>}
          </View>
          {change.reason !== null && (
            <View className="fy-t-small fy-ink-2">原因：{change.reason}</View>
          )}
          {change.figures.map((figure) => (
            <View key={`${figure.measure}:${figure.window}`} className="fy-t-small fy-ink-2">
              {figureText(figure, change.month)}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
