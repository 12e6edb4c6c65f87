/** Stands in for WeChat's payment and receipt sheets in the browser preview; it is not part of the app. */
import { formatFen } from '@/components/money/format'
import './verdict-sheet.css'

interface SheetWords {
  title: string
  amountFen: number
  confirmText: string
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** True when the person confirms, false when the sheet is closed. */
export function askVerdict({ title, amountFen, confirmText }: SheetWords): Promise<boolean> {
  return new Promise((resolve) => {
    const scrim = element('div', 'wechat-sheet')
    const box = element('div', 'wechat-sheet-box')
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-label', title)
    const close = element('button', 'wechat-sheet-close', '×')
    close.setAttribute('aria-label', '取消')
    const confirm = element('button', 'wechat-sheet-confirm', confirmText)
    box.append(
      close,
      element('div', 'wechat-sheet-title', title),
      element('div', 'wechat-sheet-amount', formatFen(amountFen)),
      element('div', 'wechat-sheet-note', '预览环境：由本机模拟的微信处理，不会动真钱'),
      confirm,
    )
    scrim.append(box)
    document.body.append(scrim)
    const end = (isConfirmed: boolean) => {
      scrim.remove()
      resolve(isConfirmed)
    }
    close.addEventListener('click', () => end(false))
    confirm.addEventListener('click', () => end(true))
  })
}
