/** What input and textarea share: the real control, its placeholder, focus, what may be typed, and their events. */
import { WxElement } from './element'
import type { FormField } from './form'

/** A soft keyboard's height in CSS pixels, as events tell it; none is drawn. */
const KEYBOARD_HEIGHT = 260
const KEYBOARD_MS = 250

export const TYPING_DEFAULTS = {
  name: '',
  value: '',
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  cursorSpacing: 0,
  autoFocus: false,
  focus: false,
  confirmHold: false,
  cursor: -1,
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
}

export const TYPING_CSS = `
.wx-placeholder { position: absolute; left: 0; top: 0; right: 0; overflow: hidden; pointer-events: none;
  color: #808080; }
.wx-control { display: block; box-sizing: border-box; width: 100%; height: 100%; margin: 0; padding: 0; border: 0;
  outline: 0; border-radius: 0;
  background: transparent; font: inherit; color: inherit; letter-spacing: inherit; text-align: inherit;
  text-indent: inherit; line-height: inherit;
  resize: none; appearance: none; -webkit-appearance: none; opacity: 1; user-select: text;
  -webkit-user-select: text; }
.wx-control:disabled { -webkit-text-fill-color: currentColor; }
`

export abstract class Typing extends WxElement implements FormField {
  protected field!: HTMLInputElement | HTMLTextAreaElement
  protected hint!: HTMLElement
  private valueAtFocus = ''

  protected abstract makeField(): HTMLInputElement | HTMLTextAreaElement
  /** What of a text may stand here: the phone's keyboard offers nothing else. */
  protected allowed(text: string): string {
    return text
  }

  protected override build(): void {
    this.field = this.makeField()
    this.field.classList.add('wx-control')
    super.insertBefore(this.field, this.firstChild)
    this.hint = this.addPart('div', 'wx-placeholder')
    for (const type of ['input', 'change', 'focus', 'blur']) {
      this.field.addEventListener(type, (event) => event.stopPropagation())
    }
    this.field.addEventListener('input', () => this.typed())
    this.field.addEventListener('focus', () => this.focused())
    this.field.addEventListener('blur', () => this.blurred())
    this.field.addEventListener('keydown', (event) => this.keyed(event as KeyboardEvent))
  }

  protected override changed(name: string, value: unknown): void {
    if (name === 'value') this.show(this.text('value'))
    else if (name === 'disabled') this.field.disabled = Boolean(value)
    else if (name === 'maxlength') this.limit()
    else if (name.startsWith('placeholder')) this.drawHint()
    else if (name === 'focus' || name === 'autoFocus') this.followFocus(name, Boolean(value))
  }

  private limit(): void {
    const length = this.number('maxlength')
    if (length >= 0) this.field.maxLength = length
    else this.field.removeAttribute('maxlength')
  }

  protected cut(text: string): string {
    const length = this.number('maxlength')
    return length >= 0 ? text.slice(0, length) : text
  }

  protected show(text: string): void {
    if (this.field.value !== text) this.field.value = text
    this.drawHint()
  }

  protected drawHint(): void {
    this.hint.textContent = this.field.value === '' ? this.text('placeholder') : ''
    this.hint.setAttribute('style', this.converted(this.text('placeholderStyle')))
    this.hint.className = `wx-placeholder ${this.scoped(this.text('placeholderClass'))}`
  }

  private followFocus(name: string, isFocused: boolean): void {
    if (isFocused) this.focusField()
    else if (name === 'focus' && document.activeElement === this.field) this.field.blur()
  }

  focusField(): void {
    if (this.is('disabled')) return
    this.field.focus({ preventScroll: false })
    const [from, to, cursor] = [
      this.number('selectionStart'),
      this.number('selectionEnd'),
      this.number('cursor'),
    ]
    if (from >= 0 && to >= 0) this.field.setSelectionRange(from, to)
    else if (cursor >= 0) this.field.setSelectionRange(cursor, cursor)
  }

  private typed(): void {
    const allowed = this.cut(this.allowed(this.field.value))
    if (allowed !== this.field.value) this.field.value = allowed
    if (this.properties['value'] === allowed) return this.drawHint()
    const last = this.text('value')
    this.properties['value'] = allowed
    this.drawHint()
    this.tellModel('value', allowed)
    const cursor = this.field.selectionEnd ?? allowed.length
    const grown = allowed.length > last.length
    const keyCode = grown ? allowed.charCodeAt(Math.max(0, cursor - 1)) || 0 : 8
    this.emit('input', { value: allowed, cursor, keyCode })
    this.grown()
  }

  /** A handler's answer to `input` takes the text's place. */
  replaceText(answer: unknown): void {
    const replaced = typeof answer === 'string' ? { value: answer } : answer
    const { value, cursor } = (replaced ?? {}) as { value?: unknown; cursor?: unknown }
    if (typeof value !== 'string') return
    this.properties['value'] = value
    this.show(value)
    if (typeof cursor === 'number') this.field.setSelectionRange(cursor, cursor)
    this.grown()
  }

  protected grown(): void {}

  protected focused(): void {
    this.valueAtFocus = this.field.value
    this.properties['focus'] = true
    this.emit('focus', { value: this.field.value, height: KEYBOARD_HEIGHT })
    this.emit('keyboardheightchange', { height: KEYBOARD_HEIGHT, duration: KEYBOARD_MS })
  }

  protected blurred(): void {
    this.properties['focus'] = false
    const value = this.field.value
    this.emit('blur', { value, cursor: this.field.selectionEnd ?? value.length })
    if (value !== this.valueAtFocus) this.emit('change', { value })
    this.emit('keyboardheightchange', { height: 0, duration: KEYBOARD_MS })
  }

  protected confirm(): void {
    this.emit('confirm', { value: this.field.value })
    if (!this.is('confirmHold')) this.field.blur()
  }

  protected keyed(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) this.confirm()
  }

  labelTapped(): void {
    this.focusField()
  }

  /** Types as a person does: what the field does not take is not there afterwards. */
  typeText(text: string): void {
    if (this.is('disabled')) return
    this.focusField()
    this.field.value = this.cut(text)
    this.typed()
  }

  get formValue(): string {
    return this.field.value
  }

  resetValue(): void {
    this.properties['value'] = ''
    this.show('')
    this.grown()
  }

  override get shownText(): string {
    return this.field.value
  }

  override get control(): HTMLInputElement | HTMLTextAreaElement {
    return this.field
  }

  override get automation() {
    return { input: (text: unknown) => this.typeText(String(text)) }
  }
}
