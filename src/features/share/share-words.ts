/** The text that goes with a card or a poster: what it is, who sends it, how to open it. */
import { formatFen } from '@/components/money/format'

interface ShareWords {
  title: string
  priceFen: number | null
  sharerName: string
  shopName: string
  link: string | null
}

export function shareWords({ title, priceFen, sharerName, shopName, link }: ShareWords): string {
  const price = priceFen === null ? '' : ` ${formatFen(priceFen)}`
  const lines = [`${title}${price}`, `${sharerName} 推荐，在「${shopName}」`]
  return [...lines, link ?? '点小程序卡片，或长按识别海报上的小程序码'].join('\n')
}
