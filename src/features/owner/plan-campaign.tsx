/** A campaign's own rate: one the shop has, with its days and goods filled in, or one written by hand. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { Notice } from '@/components/notice'
import { runText } from '@/features/mall/campaign-words'
import { failureOf } from '@/state/failure'
import { useResource } from '@/state/use-resource'
import { dateTimeText } from '@contract/time'
import { GoodsList } from './goods-list'
import { MomentField } from './moment-field'
import type { OverrideDraft } from './override-draft'
import type { Names } from './plan-words'

export interface CampaignChoiceProps {
  draft: OverrideDraft
  onChange: (draft: OverrideDraft) => void
  names: Names
  onNamed: (id: string, name: string) => void
}

/** Campaigns that are not over: tapping one fills in its days and goods. */
function OwnCampaigns({ draft, onChange, onNamed }: CampaignChoiceProps) {
  const open = useResource(() => call('owner.listCampaigns', { which: 'open' }))
  const [fault, setFault] = useState<string | null>(null)
  const choose = async (campaignId: string) => {
    setFault(null)
    try {
      const { title, startAt, endAt, products } = await call('owner.getCampaign', { campaignId })
      onNamed(campaignId, title)
      onChange({
        ...draft,
        id: campaignId,
        productIds: products.map(({ id }) => id),
        from: dateTimeText(startAt),
        to: dateTimeText(endAt),
      })
    } catch (cause) {
      setFault(failureOf(cause).message)
    }
  }
  const rows = open.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <View className="desk-gap">
      <Text className="fy-field-label">从店里的活动选</Text>
      <View className="target-list">
        {rows.map(({ id, title, startAt, endAt }) => (
          <View key={id} className="target-row" onClick={() => void choose(id)}>
            <View className="fy-grow">
              <View className="fy-ell">{title}</View>
              <View className="fy-t-cap fy-ink-3">{runText({ startAt, endAt })}</View>
            </View>
            {draft.id === id && <Icon name="check" size={20} className="fy-brand" />}
          </View>
        ))}
      </View>
      {fault !== null && <Notice kind="bad">没有取到这个活动：{fault}</Notice>}
    </View>
  )
}

export function CampaignChoice(props: CampaignChoiceProps) {
  const { draft, onChange, names } = props
  const { productIds } = draft
  const ownName = names.campaigns[draft.id]
  const isOwn = ownName !== undefined && ownName !== draft.id
  const toggle = (id: string) =>
    onChange({
      ...draft,
      productIds: productIds.includes(id)
        ? productIds.filter((one) => one !== id)
        : [...productIds, id],
    })
  return (
    <>
      <OwnCampaigns {...props} />
      {isOwn ? (
        <View className="desk-gap">
          <Notice kind="note" icon="lock">
            方案记下的是下面的日子和商品。「{ownName}」以后改了，方案不会跟着变
          </Notice>
          <View className="desk-actions">
            <Button size="small" kind="plain" onTap={() => onChange({ ...draft, id: '' })}>
              不用它，自己写
            </Button>
          </View>
        </View>
      ) : (
        <View className="desk-gap">
          <Field
            label="活动名"
            placeholder="比如：双旦茶礼"
            maxLength={60}
            value={draft.id}
            onChange={(id) => onChange({ ...draft, id })}
          />
        </View>
      )}
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
