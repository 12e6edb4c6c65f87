/** What stands behind somebody's tier, before the owner changes it: what holds it, what is missing, what happened. */
import { View } from '@tarojs/components'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { Notice } from '@/components/notice'
import { useTierName } from '@/components/tier'
import { ChangeList } from '@/features/tier/change-list'
import { holdText, progressText } from '@/features/tier/tier-words'
import { useResource } from '@/state/use-resource'

type TierOf = Api['owner.getTierOf']['output']
const SHOWN = 3

/** Asked for only while the sheet about a tier is open; without an answer a tier can be set all the same. */
export function useTierOf(distributorId: string | null): { of: TierOf | null; isComing: boolean } {
  const resource = useResource(
    () => call('owner.getTierOf', { distributorId: distributorId ?? '' }),
    { keys: [distributorId], when: distributorId !== null },
  )
  if (distributorId === null) return { of: null, isComing: false }
  return { of: resource.data ?? null, isComing: resource.state === 'loading' }
}

export function TierFacts({ of }: { of: TierOf }) {
  const nameOf = useTierName()
  return (
    <View className="desk-gap">
      {of.hold && (
        <Notice kind="note">
          现在由{holdText(of.hold)}：{of.hold.reason}
        </Notice>
      )}
      {of.next && (
        <View className="fy-t-small fy-ink-2">{progressText(of.next, nameOf(of.next.tier))}</View>
      )}
      <ChangeList changes={of.changes.slice(0, SHOWN)} />
    </View>
  )
}
