/** 素材详情: text, pictures and video to take along, and the share that belongs to them. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '@/api/call'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/page-state'
import { SkeletonWords } from '@/components/skeleton/shapes'
import { useTierName } from '@/components/tier'
import { goTo, MATERIALS, TIER } from '@/features/distributor/paths'
import { isClosed, LibraryClosed } from '@/features/material/library-closed'
import { MaterialBar } from '@/features/material/material-bar'
import { MaterialView } from '@/features/material/material-view'
import { useCopying } from '@/features/material/use-copying'
import { recordUse } from '@/features/material/record-use'
import { ShareSheet } from '@/features/share/share-sheet'
import { useShareCards } from '@/features/share/use-share-cards'
import { useSession } from '@/state/session'
import { useResource } from '@/state/use-resource'
import './index.scss'

export default function MaterialPage() {
  const materialId = useRouter().params['id'] ?? ''
  const found = useResource(() => call('distributor.getMaterial', { materialId }), {
    keys: [materialId],
    isEmpty: ({ material }) => material === null,
  })
  const shopName = useSession((state) => state.session?.shop.name ?? '')
  const nameOf = useTierName()
  const [isSharing, setSharing] = useState(false)
  const material = found.data?.material ?? null
  const { isCopying, copyError, copy } = useCopying(material)
  useShareCards(material?.target ?? null, () => ({
    title: shopName,
    path: '/pages/tabs/home/index',
  }))
  if (found.data === undefined && isClosed(found.error)) {
    return (
      <Page title="素材" state="ready">
        <LibraryClosed error={found.error} />
      </Page>
    )
  }
  return (
    <Page
      title="素材"
      resource={found}
      skeleton={<SkeletonWords />}
      state={found.state === 'empty' ? 'ready' : found.state}
      errorTitle="素材没有打开"
      overlay={
        material && (
          <>
            <MaterialBar
              hasText={material.text !== ''}
              isCopying={isCopying}
              onCopy={() => void copy()}
              onShare={() => setSharing(true)}
            />
            <ShareSheet
              open={isSharing}
              onClose={() => setSharing(false)}
              target={material.target}
              onShared={() => recordUse(materialId, 'shared')}
            />
          </>
        )
      }
    >
      {found.data?.lockedFor && (
        <EmptyState
          title={`${nameOf(found.data.lockedFor)}以上才能用`}
          text="店主把这份素材留给等级更高的人。看看还差多少，或者先用别的。"
          actionText="看我的等级"
          onAction={() => goTo(TIER)}
        />
      )}
      {found.data && material === null && !found.data.lockedFor && (
        <EmptyState
          title="这份素材已经撤下了"
          text="店主换了新的说法。库里还有别的，看看哪份合适。"
          actionText="看别的素材"
          onAction={() => goTo(MATERIALS)}
        />
      )}
      {found.data && material && (
        <MaterialView
          material={material}
          copyError={copyError}
          onTurned={(isFavourite) =>
            found.data && found.put({ ...found.data, material: { ...material, isFavourite } })
          }
          points={found.data.points}
          faq={found.data.faq}
        />
      )}
    </Page>
  )
}
