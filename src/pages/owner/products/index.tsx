/** 商品: everything the shop has, on and off the shelf. */
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { Api } from '@/api/call'
import { useAction } from '@/api/use-action'
import { BottomBar } from '@/components/bottom-bar'
import { Button } from '@/components/button'
import { Chips } from '@/components/chip'
import { Field } from '@/components/field'
import { toast } from '@/components/toast'
import { openPage } from '@/features/mall/open-page'
import { usePages } from '@/features/mall/use-pages'
import { ActionError } from '@/features/owner/action-error'
import { DeskPage } from '@/features/owner/desk-page'
import { GoodsRow } from '@/features/owner/goods-row'
import type { Goods } from '@/features/owner/goods-row'
import { MoreRows } from '@/features/owner/more-rows'
import { deskPaths } from '@/features/owner/paths'
import { useTyping } from '@/features/owner/use-typing'
import './index.scss'

type Shelf = NonNullable<Api['owner.listProducts']['input']['shelf']>

const shelves: readonly { key: Shelf; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'on', text: '在卖' },
  { key: 'off', text: '没上架' },
]
function Search({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  return <Field placeholder="搜商品名" maxLength={40} value={text} onChange={onChange} />
}

export default function ProductsPage() {
  const [shelf, setShelf] = useState<Shelf>('all')
  const { text, setText, keyword, clear } = useTyping()
  const pages = usePages<Goods>(
    (cursor) =>
      call('owner.listProducts', { shelf, keyword, ...(cursor === undefined ? {} : { cursor }) }),
    { keys: [shelf, keyword], onShow: true },
  )
  const shelving = useAction('owner.shelveProduct')
  const [acting, setActing] = useState<string | null>(null)
  const shelve = async (goods: Goods, isOnShelf: boolean) => {
    setActing(goods.id)
    const answer = await shelving.run({ productId: goods.id, isOnShelf })
    setActing(null)
    if (!answer) return
    toast(isOnShelf ? '上架了' : '下架了')
    const rows = pages.rows.map((row) => (row.id === goods.id ? { ...row, isOnShelf } : row))
    pages.resource.put({ rows, next: pages.resource.data?.next ?? null })
  }
  const isFiltered = shelf !== 'all' || keyword !== ''
  const showAll = () => {
    setShelf('all')
    clear()
  }
  return (
    <DeskPage
      title="商品"
      resource={pages.resource}
      above={
        <>
          <Search text={text} onChange={setText} />
          <View className="goods-gap" />
          <Chips items={shelves} value={shelf} onChange={setShelf} />
        </>
      }
      empty={{ title: '还没有商品', text: '加上第一件，写好价格和库存就能上架。' }}
      filtered={
        isFiltered
          ? {
              title: keyword === '' ? '这里没有商品' : `没有名字带“${keyword}”的商品`,
              onAction: showAll,
            }
          : null
      }
      overlay={
        <BottomBar>
          <Button icon="plus" onTap={() => openPage(deskPaths.productEdit())}>
            加一件商品
          </Button>
        </BottomBar>
      }
    >
      <ActionError error={shelving.error} what="没有改成" />
      <View className="desk-list">
        {pages.rows.map((goods) => (
          <GoodsRow
            key={goods.id}
            goods={goods}
            busy={acting === goods.id}
            onShelve={(isOnShelf) => void shelve(goods, isOnShelf)}
          />
        ))}
      </View>
      <MoreRows pages={pages} />
    </DeskPage>
  )
}
