/** What moved the caller's tier, told once on the centre: the tier, what it brings, and the figures that decided. */
import { Text, View } from '@tarojs/components'
import { useAction } from '@/api/use-action'
import type { Api } from '@/api/call'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Notice } from '@/components/notice'
import { TierBadge, useTierName } from '@/components/tier'
import { goTo, TIER } from '@/features/distributor/paths'
import { newsBrings, newsTitle, newsWhy } from './tier-words'

interface NewsCardProps {
  news: NonNullable<Api['distributor.getCentre']['output']['tierNews']>
  /** It was closed: what is shown is old. */
  onClosed: () => Promise<void>
}

export function NewsCard({ news, onClosed }: NewsCardProps) {
  const closing = useAction('distributor.closeTierNews')
  const nameOf = useTierName()
  const brings = newsBrings(news)
  const close = async () => {
    if (await closing.run({ changeId: news.id })) await onClosed()
  }
  return (
    <View className="tier-news">
      <Card>
        <View className="fy-row">
          <TierBadge tier={news.to} />
          <Text className="fy-grow fy-ml-8 fy-strong">{newsTitle(news, nameOf(news.to))}</Text>
        </View>
        {brings !== '' && <View className="fy-mt-8">{brings}</View>}
        {newsWhy(news, nameOf).map((line) => (
          <View key={line} className="fy-t-small fy-ink-2 fy-mt-4">
            {line}
          </View>
        ))}
        {closing.error && (
          <View className="fy-mt-8">
            <Notice kind="bad">{closing.error.message}</Notice>
          </View>
        )}
        <View className="fy-row fy-mt-12">
          <View className="fy-grow" />
          <Button kind="plain" size="small" onTap={() => goTo(TIER)}>
            看等级
          </Button>
          <View className="fy-ml-8">
            <Button kind="soft" size="small" busy={closing.busy} onTap={() => void close()}>
              知道了
            </Button>
          </View>
        </View>
      </Card>
    </View>
  )
}
