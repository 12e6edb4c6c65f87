/** Draws a sheet of WeChat's own by its kind; `answer` is called with what the person taps. */
import { make } from '../make-element'
import type { NativeSheet, SheetAnswer } from '../shell'
import { drawMoney } from './draw-money'

type Answer = (answer: SheetAnswer) => void

/** Sheets in the middle of the screen; all others come from below. */
const DIALOGS = new Set(['modal', 'contract', 'leave', 'map'])
/** Sheets that are nothing but lines to choose from. */
const LISTS = new Set(['action-sheet', 'menu', 'phone-call'])
const MONEY = new Set(['payment', 'transfer'])

export function drawSheet(sheet: NativeSheet, answer: Answer): HTMLElement {
  if (sheet.body) return drawPicker(sheet, answer)
  if (DIALOGS.has(sheet.kind)) return drawDialog(sheet, answer)
  if (LISTS.has(sheet.kind)) return drawList(sheet, answer)
  if (MONEY.has(sheet.kind)) return drawMoney(sheet, answer)
  return drawAsk(sheet, answer)
}

function drawDialog(sheet: NativeSheet, answer: Answer): HTMLElement {
  const field = sheet.editable ? make('input', { class: 'field' }) : null
  if (field && sheet.editable) {
    field.placeholder = sheet.editable.placeholder
    field.value = sheet.editable.value
  }
  const cancelText = sheet.cancelText === undefined ? '取消' : sheet.cancelText
  const confirm = make('button', {
    class: 'confirm',
    text: sheet.confirmText ?? '确定',
    onTap: () => answer(field ? { verdict: 'confirm', text: field.value } : { verdict: 'confirm' }),
  })
  confirm.style.color = sheet.confirmColor ?? ''
  const cancel =
    cancelText === null
      ? null
      : make('button', {
          class: 'cancel',
          text: cancelText,
          onTap: () => answer({ verdict: 'cancel' }),
        })
  if (cancel) cancel.style.color = sheet.cancelColor ?? ''
  return make('div', { class: 'dialog' }, [
    sheet.title === '' ? null : make('div', { class: 'title', text: sheet.title }),
    sheet.content ? make('div', { class: 'content', text: sheet.content }) : null,
    field,
    make('div', { class: 'buttons' }, [cancel, confirm]),
  ])
}

function drawList(sheet: NativeSheet, answer: Answer): HTMLElement {
  const lines = (sheet.items ?? []).map((text, index) => {
    const line = make('button', {
      class: 'line',
      text,
      onTap: () => answer({ verdict: 'item', index }),
    })
    line.style.color = sheet.confirmColor ?? ''
    return line
  })
  return make('div', { class: 'sheet' }, [
    sheet.title === '' ? null : make('div', { class: 'hint', text: sheet.title }),
    make('div', { class: 'lines' }, lines),
    make('div', { class: 'gap' }),
    make('button', {
      class: 'line',
      text: sheet.cancelText ?? '取消',
      onTap: () => answer({ verdict: 'cancel' }),
    }),
    make('div', { class: 'safe' }),
  ])
}

/** A question with two buttons: permission, privacy, subscribe, phone number, share, receipt, settings. */
function drawAsk(sheet: NativeSheet, answer: Answer): HTMLElement {
  const states = Object.fromEntries((sheet.switches ?? []).map(({ name, isOn }) => [name, isOn]))
  const switches = (sheet.switches ?? []).map(({ name, label }) => drawSwitch(states, name, label))
  const links = (sheet.items ?? []).map((text, index) =>
    make('button', { class: 'link', text, onTap: () => answer({ verdict: 'item', index }) }),
  )
  return make('div', { class: 'sheet' }, [
    make('div', { class: 'head', text: sheet.app ?? '小程序' }),
    make('div', { class: 'title', text: sheet.title }),
    sheet.content ? make('div', { class: 'content', text: sheet.content }) : null,
    ...switches,
    ...links,
    make('div', { class: 'two' }, [
      sheet.cancelText === null
        ? null
        : make('button', {
            class: 'cancel',
            text: sheet.cancelText ?? '拒绝',
            onTap: () => answer({ verdict: 'cancel' }),
          }),
      make('button', {
        class: 'confirm',
        text: sheet.confirmText ?? '允许',
        onTap: () =>
          answer(sheet.switches ? { verdict: 'confirm', value: states } : { verdict: 'confirm' }),
      }),
    ]),
    make('div', { class: 'safe' }),
  ])
}

function drawSwitch(states: Record<string, boolean>, name: string, label: string): HTMLElement {
  const toggle = make('button', {
    class: 'switch',
    onTap: () => {
      states[name] = !states[name]
      toggle.setAttribute('aria-checked', String(states[name]))
    },
  })
  toggle.setAttribute('aria-checked', String(states[name]))
  toggle.setAttribute('aria-label', label)
  return make('div', { class: 'entry' }, [make('span', { text: label }), toggle])
}

function drawPicker(sheet: NativeSheet, answer: Answer): HTMLElement {
  const place = make('div')
  const read = sheet.body?.(place)
  return make('div', { class: 'sheet picker' }, [
    make('div', { class: 'top' }, [
      make('button', {
        class: 'cancel',
        text: sheet.cancelText ?? '取消',
        onTap: () => answer({ verdict: 'cancel' }),
      }),
      make('span', { class: 'name', text: sheet.title }),
      make('button', {
        class: 'confirm',
        text: sheet.confirmText ?? '确定',
        onTap: () => answer({ verdict: 'confirm', value: read?.() }),
      }),
    ]),
    place,
    make('div', { class: 'safe' }),
  ])
}
