/** The goods of a campaign: chosen in a sheet by name, ordered and taken out in the list. */
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { aria } from '@/components/aria'
import { Card } from '@/components/card'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { IconTap } from '@/components/icon-tap'
import { ListRow } from '@/components/list-row'
import { PageState } from '@/components/page-state'
import { Picture } from '@/components/picture'
import { Sheet } from '@/components/sheet'
import { usePages } from '@/features/mall/use-pages'
import { MAX_GOODS, moveGoods } from './campaign-draft'
import type { CampaignGoods } from './campaign-draft'
import { MoreRows } from './more-rows'
import { useTyping } from './use-typing'

interface GoodsProps {
  goods: readonly CampaignGoods[]
  onChange: (goods: readonly CampaignGoods[]) => void
}

interface RowProps extends GoodsProps {
  at: number
}

function ChosenRow({ goods, at, onChange }: RowProps) {
  const one = goods[at]
  if (!one) return null
  const step = (to: number, icon: 'up' | 'dn', word: string) => (
    <IconTap
      icon={icon}
      label={`${word} ${one.title}`}
      onTap={goods[to] && (() => onChange(moveGoods(goods, at, to)))}
    />
  )
  return (
    <View className="camp-row">
      <View className="camp-picture">
        <Picture src={one.picture} alt={one.title} />
      </View>
      <Text className="camp-name fy-ell-2">{one.title}</Text>
      {step(at - 1, 'up', '往前')}
      {step(at + 1, 'dn', '往后')}
      <IconTap
        className="fy-icon-tap-end"
        icon="close"
        label={`移除 ${one.title}`}
        onTap={() => onChange(goods.filter((_, index) => index !== at))}
      />
    </View>
  )
}

function GoodsSheet({
  goods,
  onChange,
  open,
  onClose,
}: GoodsProps & { open: boolean; onClose: () => void }) {
  const { text, setText, keyword } = useTyping()
  const pages = usePages(
    (cursor) =>
      call('owner.listProducts', {
        shelf: 'on',
        keyword,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    { keys: [keyword], when: open },
  )
  const isChosen = (id: string) => goods.some((one) => one.id === id)
  const isFull = goods.length >= MAX_GOODS
  const toggle = (row: CampaignGoods) => {
    if (isChosen(row.id)) return onChange(goods.filter(({ id }) => id !== row.id))
    if (!isFull) onChange([...goods, { id: row.id, title: row.title, picture: row.picture }])
  }
  return (
    <Sheet open={open} title={`选商品（${goods.length} / ${MAX_GOODS}）`} onClose={onClose}>
      <Field placeholder="搜商品名" maxLength={40} value={text} onChange={setText} />
      <PageState
        state={pages.resource.state}
        error={pages.resource.error}
        onRetry={() => void pages.resource.reload()}
        empty={{ title: keyword === '' ? '还没有在卖的商品' : '没有这样的商品' }}
      >
        {pages.rows.map((row) => (
          <View
            key={row.id}
            className="camp-choice"
            onClick={() => toggle(row)}
            {...aria(`${isChosen(row.id) ? '去掉' : '选'} ${row.title}`, 'button')}
          >
            <View className="camp-picture">
              <Picture src={row.picture} alt={row.title} />
            </View>
            <Text className="camp-name fy-ell-2">{row.title}</Text>
            {isChosen(row.id) && <Icon name="check" size={20} className="fy-brand" />}
          </View>
        ))}
        <MoreRows pages={pages} />
      </PageState>
    </Sheet>
  )
}

/** The list on the page; the sheet that fills it lies in the page's overlay. */
export function CampaignGoodsCard({
  goods,
  onChange,
  onChoose,
}: GoodsProps & { onChoose: () => void }) {
  return (
    <>
      <View className="fy-section">
        <Text>参加的商品</Text>
        {goods.length > 0 && <Text className="desk-label-note">{goods.length} 件</Text>}
        <View className="fy-section-more" onClick={onChoose} {...aria('选商品', 'button')}>
          <Text className="fy-brand fy-strong">选商品</Text>
          <Icon name="chev" size={16} />
        </View>
      </View>
      <Card flush>
        {goods.length === 0 && <ListRow title="还没有选" note="最多 50 件，按这里的顺序摆" />}
        {goods.map((one, at) => (
          <ChosenRow key={one.id} goods={goods} at={at} onChange={onChange} />
        ))}
      </Card>
    </>
  )
}

export function useGoodsSheet(given: GoodsProps) {
  const [isOpen, setOpen] = useState(false)
  const sheet = <GoodsSheet {...given} open={isOpen} onClose={() => setOpen(false)} />
  return { sheet, choose: () => setOpen(true) }
}
