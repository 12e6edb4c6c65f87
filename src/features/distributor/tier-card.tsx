/** How far the next tier is; says nothing while unknown: the tier's own page tells what went wrong. */
import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Progress } from '@/components/progress'
import { useTierName } from '@/components/tier'
import { keepText, progressText, wayBps } from '@/features/tier/tier-words'
import { useResource } from '@/state/use-resource'
import { goTo, TIER } from './paths'

export function TierCard() {
  const tier = useResource(() => call('distributor.getTier', {}), { onShow: true })
  const nameOf = useTierName()
  const own = tier.data
  if (!own) return null
  const step = own.next ?? own.keep
  if (!step) return null
  const words = own.next ? progressText(step, nameOf(step.tier)) : keepText(step, nameOf(own.tier))
  return (
    <Card onTap={() => goTo(TIER)}>
      <View className="fy-row fy-between">
        <Text className="fy-grow">{words}</Text>
        <Icon name="chev" size={16} className="fy-ink-3" />
      </View>
      <View className="fy-mt-8">
        <Progress now={wayBps(step)} goal={10_000} />
      </View>
    </Card>
  )
}
