/** The text that goes where no card does: what it is, who sends it, and the code that brings the sharer along. */
import { formatFen } from '@/components/money/format'

interface ShareWords {
  title: string
  priceFen: number | null
  isFrom?: boolean
  /** When a campaign runs: `11 月 20 日 – 11 月 30 日`. */
  when?: string
  shareCode: string
  sharerName: string
  shopName: string
  link: string | null
}

/** Ten letters are easier read out in two halves. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`.trim()
}

export function shareWords(words: ShareWords): string {
  const { title, priceFen, isFrom, when, sharerName, shopName, shareCode, link } = words
  const price = priceFen === null ? '' : ` ${formatFen(priceFen)}${isFrom ? ' 起' : ''}`
  return [
    `${title}${price}`,
    ...(when === undefined ? [] : [when]),
    `${sharerName} 推荐，在「${shopName}」`,
    ...(link === null ? [] : [link]),
    `打开店铺小程序，在“我的”里填邀请码：${spacedCode(shareCode)}`,
  ].join('\n')
}
