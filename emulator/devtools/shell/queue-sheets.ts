/** WeChat's own sheets: one at a time, in the order in which they were asked for. */
import { make } from './make-element'
import { drawSheet } from './sheets/draw-sheet'
import type { NativeSheet, SheetAnswer } from './shell'

interface Waiting {
  sheet: NativeSheet
  resolve: (answer: SheetAnswer) => void
}

/** Sheets that a tap beside them puts away. */
const DISMISSED_BESIDE = new Set(['action-sheet', 'menu', 'picker', 'phone-call'])

/** The click that ends the tap which opened the sheet falls onto it too: only fingers that came down on it count. */
function takeOnlyOwnTaps(cover: HTMLElement): void {
  let isTouched = false
  cover.addEventListener('pointerdown', () => (isTouched = true), true)
  cover.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted && !isTouched) event.stopImmediatePropagation()
    },
    true,
  )
}

export function queueSheets(place: HTMLElement, appName: string) {
  const queue: Waiting[] = []
  let cover: HTMLElement | null = null
  /** Reads what an answer from outside would confirm: the sheet's own fields and columns. */
  let button: { confirm: () => void } | null = null

  const close = (answer: SheetAnswer) => {
    const done = queue.shift()
    cover?.remove()
    cover = null
    button = null
    done?.resolve(answer)
    open()
  }
  const open = () => {
    const [first] = queue
    if (!first || cover) return
    const { sheet } = first
    const drawn = drawSheet({ app: appName, ...sheet }, close)
    cover = make('div', { id: 'cover' }, [drawn])
    takeOnlyOwnTaps(cover)
    cover.addEventListener('click', (event) => {
      if (event.target === cover && DISMISSED_BESIDE.has(sheet.kind)) close({ verdict: 'cancel' })
    })
    place.append(cover)
    const confirm = drawn.querySelector<HTMLElement>('button.confirm')
    button = confirm ? { confirm: () => confirm.click() } : null
    drawn.querySelector<HTMLElement>('.field')?.focus()
  }

  const check = (sheet: NativeSheet, answer: SheetAnswer): void => {
    if (answer.verdict === 'item' && !sheet.items?.[answer.index]) {
      throw new Error(`the ${sheet.kind} has no line ${answer.index}`)
    }
    if (answer.verdict === 'cancel' && sheet.cancelText === null) {
      throw new Error(`the ${sheet.kind} has no cancel button`)
    }
    if (answer.verdict === 'confirm' && !button) {
      throw new Error(`the ${sheet.kind} has no confirm button: choose one of its lines`)
    }
  }

  return {
    ask: (sheet: NativeSheet): Promise<SheetAnswer> =>
      new Promise((resolve) => {
        queue.push({ sheet, resolve })
        open()
      }),
    openSheet: (): NativeSheet | null => queue[0]?.sheet ?? null,
    answerSheet(answer: SheetAnswer): void {
      const [first] = queue
      if (!first) throw new Error('no sheet is open')
      check(first.sheet, answer)
      if (answer.verdict !== 'confirm' || answer.value !== undefined) return close(answer)
      const field = cover?.querySelector<HTMLInputElement>('.field')
      if (field && answer.text !== undefined) field.value = answer.text
      button?.confirm()
    },
  }
}
