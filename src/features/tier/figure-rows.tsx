/** Conditions with a bar each: what somebody has, what is asked for, what is left. */
import { Text, View } from '@tarojs/components'
import { Progress } from '@/components/progress'
import { amountText, leftOf, measureWords, windowWords } from './tier-words'
import type { TierFigure } from './tier-words'

export function FigureRows({ figures }: { figures: readonly TierFigure[] }) {
  return (
    <View>
      {figures.map((figure) => {
        const { measure, window, value, atLeast } = figure
        const left = leftOf(figure)
        return (
          <View key={`${measure}:${window}`} className="tier-figure">
            <View className="fy-row fy-between">
              <Text>
                {windowWords[window]}
                {measureWords[measure]}
              </Text>
              <Text className={left === 0 ? 'fy-good fy-strong' : 'fy-gold fy-strong'}>
                {left === 0 ? '✓ 已满足' : `还差 ${amountText(measure, left)}`}
              </Text>
            </View>
            <View className="fy-mt-8">
              <Progress
                now={value}
                goal={atLeast}
                left={amountText(measure, value)}
                right={amountText(measure, atLeast)}
              />
            </View>
          </View>
        )
      })}
    </View>
  )
}
