/** A line of an order: small picture, title, spec, price and count. */
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Money } from '@/components/money'
import { Picture } from '@/components/picture'

interface OrderLineProps {
  line: {
    title: string
    specText: string
    picture: string
    quantity: number
    unitPriceFen?: number
  }
  /** A word under the spec: refunded, in after-sale. */
  note?: string | null
  onTap?: () => void
  children?: ReactNode
}

export function OrderLine({ line, note, onTap, children }: OrderLineProps) {
  return (
    <View className="oline" onClick={onTap}>
      <View className="oline-picture">
        <Picture src={line.picture} alt={line.title} />
      </View>
      <View className="oline-main">
        <Text className="oline-title">{line.title}</Text>
        {line.specText && <Text className="oline-spec">{line.specText}</Text>}
        {note && <Text className="oline-note">{note}</Text>}
        {children}
      </View>
      <View className="oline-right">
        {line.unitPriceFen !== undefined && <Money fen={line.unitPriceFen} size="4" />}
        <Text className="oline-count">× {line.quantity}</Text>
      </View>
    </View>
  )
}
