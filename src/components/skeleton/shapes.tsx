/** Whole pages to come, in the shapes they will have: nothing moves when the real ones take their place. */
import { View } from '@tarojs/components'
import { Card } from '../card'
import { Hero } from '../hero'
import { Bone, SkeletonRows } from '.'

function ThreeParts() {
  return (
    <View className="fy-row fy-between fy-mt-16">
      <Bone width="28%" height={36} />
      <Bone width="28%" height={36} />
      <Bone width="28%" height={36} />
    </View>
  )
}

/** A dark ground with its number, and the first card over its lower edge; the page lies within the gutter. */
export function SkeletonHero() {
  return (
    <View className="fy-skeleton-bleed" aria-hidden="true">
      <Hero
        over={
          <Card>
            <Bone width="40%" height={20} />
            <Bone height={40} top={16} />
            <Bone height={120} top={16} />
          </Card>
        }
      >
        <View className="fy-skeleton-on-hero">
          <View className="fy-row">
            <Bone width={48} height={48} round />
            <View className="fy-grow fy-ml-12">
              <Bone width="40%" height={20} />
            </View>
          </View>
          <Bone width="24%" top={24} />
          <Bone width="50%" height={40} top={12} />
          <ThreeParts />
        </View>
      </Hero>
      <View className="fy-px fy-mt-8">
        <SkeletonRows rows={2} lead="none" />
      </View>
    </View>
  )
}

/** An amount with its parts, then rows. */
export function SkeletonSum() {
  return (
    <View aria-hidden="true">
      <Card>
        <Bone width="24%" height={14} />
        <Bone width="60%" height={40} top={16} />
        <ThreeParts />
      </Card>
      <View className="fy-mt-8">
        <SkeletonRows lead="none" />
      </View>
    </View>
  )
}

/** Cards with a product each. */
export function SkeletonOrders() {
  return (
    <View aria-hidden="true">
      {[1, 2, 3].map((key) => (
        <Card key={key}>
          <View className="fy-row fy-between">
            <Bone width="40%" height={14} />
            <Bone width={48} height={20} />
          </View>
          <View className="fy-row fy-row-top fy-mt-16">
            <Bone width={64} height={64} />
            <View className="fy-grow fy-ml-12">
              <Bone width="70%" height={16} />
              <Bone width="30%" top={10} />
            </View>
          </View>
          <View className="fy-row fy-mt-24">
            <View className="fy-grow" />
            <Bone width={96} height={20} />
          </View>
        </Card>
      ))}
    </View>
  )
}

/** A title, then lines to read. */
export function SkeletonWords() {
  return (
    <View aria-hidden="true">
      <Card>
        <Bone width="50%" height={20} />
        <Bone width="30%" top={12} />
      </Card>
      <Card>
        {[100, 92, 96, 60, 98, 88, 94, 40].map((share, line) => (
          <Bone key={line} width={`${share}%`} height={14} top={line === 0 ? 0 : 14} />
        ))}
      </Card>
    </View>
  )
}

/** Three figures, a picture of people, rows of them. */
export function SkeletonTeam() {
  return (
    <View aria-hidden="true">
      <ThreeParts />
      <View className="fy-mt-16">
        <Card>
          <Bone width="30%" height={20} />
          <Bone height={280} top={16} />
        </Card>
      </View>
      <View className="fy-mt-8">
        <SkeletonRows lead="person" />
      </View>
    </View>
  )
}

/** A choice of days, a chart, rows. */
export function SkeletonChart() {
  return (
    <View aria-hidden="true">
      <Bone height={44} />
      <View className="fy-mt-8">
        <Card>
          <Bone width="40%" height={20} />
          {[100, 100, 60, 56, 90].map((share, step) => (
            <Bone key={step} width={`${share}%`} height={28} top={16} />
          ))}
        </Card>
      </View>
      <View className="fy-mt-16">
        <SkeletonRows lead="none" />
      </View>
    </View>
  )
}
