/** A material in a list: what it looks like, what it is about, what is in it, how often it was used. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Facts } from '@/components/facts'
import { Icon } from '@/components/icon'
import { formatCount } from '@/components/money/format'
import { Picture } from '@/components/picture'
import { StatusTag } from '@/components/tag'
import { useTierName } from '@/components/tier'
import { contentFacts, targetText } from './material-words'
import type { MaterialRow } from './material-words'

interface MaterialCardProps {
  material: Omit<MaterialRow, 'isFavourite'>
  /** Said instead of how often it was used. */
  note?: ReactNode
  isWithdrawn?: boolean
  onTap: () => void
  /** At the right end: a heart, a switch. */
  after?: ReactNode
}

function Cover({ material }: Pick<MaterialCardProps, 'material'>) {
  const { cover, title, hasVideo } = material
  return (
    <View className="mat-cover">
      {cover === '' ? (
        <View className="mat-cover-words">
          <Icon name={material.isLocked ? 'lock' : 'edit'} size={24} />
        </View>
      ) : (
        <Picture src={cover} alt={title} />
      )}
      {hasVideo && (
        <View className="mat-cover-play">
          <Icon name="play" size={16} />
        </View>
      )}
    </View>
  )
}

export function MaterialCard({ material, note, isWithdrawn, onTap, after }: MaterialCardProps) {
  const { title, excerpt, target, targetName, usedCount, tags, minTier, isLocked } = material
  const nameOf = useTierName()
  const used = usedCount === 0 ? '还没人用过' : `用过 ${formatCount(usedCount)} 次`
  const plain = isLocked && minTier ? `升到${nameOf(minTier)}就能用` : used
  return (
    <Card>
      <View className="mat-card">
        <View className="mat-open" onClick={onTap} {...aria(title, 'link')}>
          <Cover material={material} />
          <View className="mat-main">
            <Text className="mat-title fy-ell-2">{title}</Text>
            {excerpt !== '' && <Text className="mat-excerpt fy-ell-2">{excerpt}</Text>}
            <View className="mat-facts">
              {isWithdrawn && (
                <View className="mat-tag">
                  <StatusTag tone="warn">已撤下</StatusTag>
                </View>
              )}
              {minTier && (
                <View className="mat-tag">
                  <StatusTag tone="warn">{nameOf(minTier)}以上</StatusTag>
                </View>
              )}
              {tags.slice(0, 2).map((tag) => (
                <View key={tag} className="mat-tag">
                  <StatusTag tone="brand">{tag}</StatusTag>
                </View>
              ))}
              <View className="fy-t-cap fy-ink-3">
                <Facts of={[targetText(target, targetName), ...contentFacts(material)]} />
              </View>
            </View>
            <View className="fy-t-cap fy-ink-3">{note ?? plain}</View>
          </View>
        </View>
        {after}
      </View>
    </Card>
  )
}
