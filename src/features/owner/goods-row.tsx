/** A product on the desk's shelf: picture, price, stock, sold, and the switch that shelves it. */
import { Text, View } from '@tarojs/components'
import type { Api } from '@/api/call'
import { Card } from '@/components/card'
import { Money } from '@/components/money'
import { formatCount } from '@/components/money/format'
import { Picture } from '@/components/picture'
import { Switch } from '@/components/switch'
import { openPage } from '@/features/mall/open-page'
import { deskPaths } from './paths'

export type Goods = Api['owner.listProducts']['output']['rows'][number]

interface GoodsRowProps {
  goods: Goods
  busy: boolean
  onShelve: (isOnShelf: boolean) => void
}

export function GoodsRow({ goods, busy, onShelve }: GoodsRowProps) {
  const { id, title, picture, fromPriceFen, stock, soldCount, isOnShelf } = goods
  return (
    <Card>
      <View className="fy-row">
        <View className="goods-open" onClick={() => openPage(deskPaths.productEdit(id))}>
          <View className="goods-picture">
            <Picture src={picture} alt={title} />
          </View>
          <View className="goods-main">
            <Text className="goods-title fy-ell-2">{title}</Text>
            <Money fen={fromPriceFen} tone="price" />
            <View className="fy-t-cap fy-ink-3">
              {stock === 0 ? (
                <Text className="fy-bad">没有库存</Text>
              ) : (
                `库存 ${formatCount(stock)}`
              )}
              {' · '}已卖 {formatCount(soldCount)}
            </View>
          </View>
        </View>
        <View className="goods-shelf">
          <Switch
            on={isOnShelf}
            disabled={busy}
            label={isOnShelf ? `下架 ${title}` : `上架 ${title}`}
            onChange={onShelve}
          />
          <Text className="fy-t-tag fy-ink-3">{isOnShelf ? '在卖' : '没上架'}</Text>
        </View>
      </View>
    </Card>
  )
}
