/** The sheets about money: paying (six digits, or the button) and taking a transfer. */
import { make } from '../make-element'
import type { NativeSheet, SheetAnswer } from '../shell'

/** Digits of a payment password. Any will do. */
const DIGITS = 6

const yuan = (fen: number): string =>
  `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

export function drawMoney(sheet: NativeSheet, answer: (answer: SheetAnswer) => void): HTMLElement {
  const confirm = () => answer({ verdict: 'confirm' })
  const amount =
    sheet.amountFen === undefined
      ? null
      : make('div', { class: 'amount' }, [make('small', { text: '¥' }), yuan(sheet.amountFen)])
  return make('div', { class: 'sheet money' }, [
    make('button', { class: 'close', text: '×', onTap: () => answer({ verdict: 'cancel' }) }),
    make('div', { class: 'title', text: sheet.title }),
    amount,
    sheet.content ? make('div', { class: 'content', text: sheet.content }) : null,
    sheet.kind === 'payment'
      ? make('div', { class: 'entry' }, ['付款方式', make('span', { text: '零钱' })])
      : null,
    make('div', { class: 'two' }, [
      make('button', { class: 'confirm', text: sheet.confirmText ?? '确认', onTap: confirm }),
    ]),
    ...(sheet.kind === 'payment' ? drawKeys(confirm) : []),
    make('div', { class: 'safe' }),
  ])
}

function drawKeys(done: () => void): HTMLElement[] {
  let typed = 0
  const dots = Array.from({ length: DIGITS }, () => make('i'))
  const draw = () => dots.forEach((dot, index) => dot.classList.toggle('full', index < typed))
  const type = (count: number) => {
    typed = Math.max(0, typed + count)
    draw()
    if (typed === DIGITS) done()
  }
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0', '⌫'].map((key) =>
    make('button', {
      text: key,
      onTap: () => {
        if (key !== '') type(key === '⌫' ? -1 : 1)
      },
    }),
  )
  return [make('div', { class: 'dots' }, dots), make('div', { class: 'keys' }, keys)]
}
