/** What a rate of its own is for: a product, a category, one SKU, or a campaign with its goods and days. */
import { useState } from 'react'
import { call } from '@/api/call'
import { Chips } from '@/components/chip'
import { Loading, PageState } from '@/components/page-state'
import { useResource } from '@/state/use-resource'
import { GoodsList } from './goods-list'
import type { OverrideDraft } from './override-draft'
import { CampaignChoice } from './plan-campaign'
import type { Names } from './plan-words'

interface TargetChoiceProps {
  draft: OverrideDraft
  onChange: (draft: OverrideDraft) => void
  names: Names
  onNamed: (scope: 'sku' | 'campaign', id: string, name: string) => void
}

function SkuChoice({ draft, onChange, names, onNamed }: TargetChoiceProps) {
  const [productId, setProductId] = useState<string | null>(null)
  const goods = useResource(() => call('owner.getProduct', { productId: productId ?? '' }), {
    keys: [productId],
    when: productId !== null,
  })
  const product = goods.data?.product
  const items = (product?.skus ?? []).map(({ skuId, specValues }) => ({
    key: skuId,
    text: specValues.join(' ') || '只有一种',
  }))
  const choose = (skuId: string) => {
    const text = items.find(({ key }) => key === skuId)?.text ?? ''
    onNamed('sku', skuId, `${product?.title ?? ''} ${text}`)
    onChange({ ...draft, id: skuId })
  }
  return (
    <>
      <GoodsList
        products={names.products}
        chosen={productId === null ? [] : [productId]}
        onTap={(id) => {
          setProductId(id)
          onChange({ ...draft, id: '' })
        }}
      />
      {productId !== null && (
        <PageState
          state={goods.state}
          error={goods.error}
          onRetry={() => void goods.reload()}
          skeleton={<Loading />}
        >
          <Chips items={items} value={draft.id} onChange={choose} soft wrap />
        </PageState>
      )}
    </>
  )
}

export function TargetChoice(props: TargetChoiceProps) {
  const { draft, onChange, names, onNamed } = props
  const choose = (id: string) => onChange({ ...draft, id })
  switch (draft.scope) {
    case 'product':
      return <GoodsList products={names.products} chosen={[draft.id]} onTap={choose} />
    case 'category':
      return (
        <Chips
          items={names.categories.map(({ id, name }) => ({ key: id, text: name }))}
          value={draft.id}
          onChange={choose}
          soft
          wrap
        />
      )
    case 'sku':
      return <SkuChoice {...props} />
    case 'campaign':
      return <CampaignChoice {...props} onNamed={(id, name) => onNamed('campaign', id, name)} />
  }
}
