/** One line of the cart: chosen or not, counted, or greyed with the reason. */
import { Text, View } from '@tarojs/components'
import { classNames } from '@/components/class-names'
import { IconTap } from '@/components/icon-tap'
import { Picture } from '@/components/picture'
import { Price, WasPrice } from '@/components/price'
import { Stepper } from '@/components/stepper'
import { StatusTag } from '@/components/tag'
import { openPage, pathOf } from '@/features/mall/open-page'
import { canSelect, lineNote } from './cart-words'
import type { CartLine as Line } from './cart-words'
import { CheckMark } from './check-mark'

/** What a unit costs the caller; the member price stands with what others pay. */
function LinePrice({ line: { priceFen, memberPriceFen } }: { line: Line }) {
  return (
    <View>
      {memberPriceFen !== null && (
        <View className="fy-row">
          <StatusTag tone="gold">会员价</StatusTag>
          <WasPrice fen={priceFen} />
        </View>
      )}
      <Price fen={memberPriceFen ?? priceFen} size="3" />
    </View>
  )
}

interface CartLineProps {
  line: Line
  onChange: (line: Line) => void
}

export function CartLine({ line, onChange }: CartLineProps) {
  const note = lineNote(line)
  const isDead = !canSelect(line)
  const open = () => openPage(pathOf.product(line.productId))
  return (
    <View className={classNames('cart-line', isDead && 'cart-line-dead')}>
      <CheckMark
        on={line.isSelected && !isDead}
        off={isDead}
        label={line.title}
        onTap={() => onChange({ ...line, isSelected: !line.isSelected })}
      />
      <View className="cart-picture" onClick={open}>
        <Picture src={line.picture} alt={line.title} />
      </View>
      <View className="cart-main">
        <View className="cart-words" onClick={open}>
          <Text className="cart-title">{line.title}</Text>
          {line.specText && <Text className="cart-spec">{line.specText}</Text>}
          {note && <Text className="cart-note">{note.text}</Text>}
        </View>
        <View className="cart-foot">
          <LinePrice line={line} />
          {isDead ? (
            <IconTap
              className="fy-icon-tap-end"
              icon="trash"
              label={`拿出「${line.title}」`}
              onTap={() => onChange({ ...line, quantity: 0 })}
            />
          ) : (
            <Stepper
              value={line.quantity}
              min={0}
              max={Math.max(1, line.available)}
              onChange={(quantity) => onChange({ ...line, quantity })}
              label={line.title}
            />
          )}
        </View>
      </View>
    </View>
  )
}
