/** What a rate of its own is for: a product, a category, one SKU, or a campaign with its goods and days. */
import { Picker, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Loading, PageState } from '@/components/page-state'
import { useResource } from '@/state/use-resource'
import type { OverrideDraft } from './override-draft'
import type { Names } from './plan-words'

interface TargetChoiceProps {
  draft: OverrideDraft
  onChange: (draft: OverrideDraft) => void
  names: Names
  onSkuNamed: (skuId: string, name: string) => void
}

const SHOWN = 30

interface GoodsListProps {
  products: Names['products']
  chosen: readonly string[]
  onTap: (id: string) => void
}

/** Products to tap, found by a part of their names. */
function GoodsList({ products, chosen, onTap }: GoodsListProps) {
  const [word, setWord] = useState('')
  const found = products.filter(({ title }) => title.includes(word.trim()))
  return (
    <View className="target-list">
      {products.length > 8 && <Field placeholder="按名字找" value={word} onChange={setWord} />}
      {found.slice(0, SHOWN).map(({ id, title }) => (
        <View key={id} className="target-row" onClick={() => onTap(id)}>
          <Text className="fy-grow fy-ell">{title}</Text>
          {chosen.includes(id) && <Icon name="check" size={20} className="fy-brand" />}
        </View>
      ))}
      {found.length === 0 && <View className="target-row fy-ink-3">没有这样的商品</View>}
      {found.length > SHOWN && <View className="target-row fy-ink-3">还有，写名字来找</View>}
    </View>
  )
}

function SkuChoice({ draft, onChange, names, onSkuNamed }: TargetChoiceProps) {
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
    onSkuNamed(skuId, `${product?.title ?? ''} ${text}`)
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

interface MomentProps {
  label: string
  value: string
  onChange: (value: string) => void
}

function MomentField({ label, value, onChange }: MomentProps) {
  const [day = '', time = ''] = value.split(' ')
  return (
    <View className="fy-field">
      <Text className="fy-field-label">{label}</Text>
      <View className="target-moment">
        <Picker
          mode="date"
          className="fy-grow"
          value={day}
          onChange={(event) => onChange(`${event.detail.value} ${time}`)}
        >
          <View className="fy-field-box">{day}</View>
        </Picker>
        <Picker
          mode="time"
          className="target-time"
          value={time}
          onChange={(event) => onChange(`${day} ${event.detail.value}`)}
        >
          <View className="fy-field-box">{time}</View>
        </Picker>
      </View>
    </View>
  )
}

function CampaignChoice({ draft, onChange, names }: TargetChoiceProps) {
  const { productIds } = draft
  const toggle = (id: string) =>
    onChange({
      ...draft,
      productIds: productIds.includes(id)
        ? productIds.filter((one) => one !== id)
        : [...productIds, id],
    })
  return (
    <>
      <Field
        label="活动名"
        placeholder="比如：双旦茶礼"
        maxLength={60}
        value={draft.id}
        onChange={(id) => onChange({ ...draft, id })}
      />
      <MomentField
        label="开始"
        value={draft.from}
        onChange={(from) => onChange({ ...draft, from })}
      />
      <MomentField label="结束" value={draft.to} onChange={(to) => onChange({ ...draft, to })} />
      <View className="desk-gap">
        <Text className="fy-field-label">
          参加的商品{productIds.length > 0 && `，选了 ${productIds.length} 件`}
        </Text>
      </View>
      <GoodsList products={names.products} chosen={productIds} onTap={toggle} />
    </>
  )
}

export function TargetChoice(props: TargetChoiceProps) {
  const { draft, onChange, names } = props
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
      return <CampaignChoice {...props} />
  }
}
