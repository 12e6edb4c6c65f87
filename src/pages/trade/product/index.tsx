/** 商品: opened by id, or by a share alone; an expired share is told warmly. */
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Page } from '@/components/page'
import { EmptyState } from '@/components/page-state'
import { loadProduct } from '@/features/mall/load-product'
import { HOME, openTab, pathOf } from '@/features/mall/open-page'
import { ProductSkeleton } from '@/features/mall/product-skeleton'
import { ProductView } from '@/features/mall/product-view'
import { startingPrice } from '@/features/mall/sku-choice'
import { ShareSheet } from '@/features/share/share-sheet'
import { useShareCards } from '@/features/share/use-share-cards'
import { useResource } from '@/state/use-resource'
import './index.scss'

const goHome = { actionText: '去逛逛', onAction: () => openTab(HOME) }

export default function ProductPage() {
  const query = useRouter().params as Record<string, string>
  const found = useResource(() => loadProduct(query))
  const [isSharing, setSharing] = useState(false)
  const product = found.data?.kind === 'product' ? found.data.product : null
  const target = product && ({ kind: 'product', productId: product.id } as const)
  useShareCards(target, () => ({
    title: product?.title ?? '看看这件',
    path: product ? pathOf.product(product.id) : HOME,
    imageUrl: product?.pictures[0],
  }))
  return (
    <Page
      title={product?.title ?? '商品'}
      nav={product ? 'none' : 'paper'}
      bleed={product !== null}
      resource={found}
      skeleton={<ProductSkeleton />}
      errorTitle="商品没有打开"
      overlay={
        target &&
        product?.earn && (
          <ShareSheet
            open={isSharing}
            onClose={() => setSharing(false)}
            target={target}
            product={{ ...startingPrice(product), earn: product.earn }}
          />
        )
      }
    >
      {found.data?.kind === 'expired' && (
        <EmptyState
          title="这个分享打不开了"
          text="可能已经失效。店还开着，茶也都在。"
          {...goHome}
        />
      )}
      {found.data?.kind === 'gone' && (
        <EmptyState title="这件商品已经下架" text="店里还有别的好茶。" {...goHome} />
      )}
      {product && (
        <ProductView key={product.id} product={product} onShare={() => setSharing(true)} />
      )}
    </Page>
  )
}
