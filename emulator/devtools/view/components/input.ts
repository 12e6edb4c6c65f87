/** input: one line; number, digit and idcard take only what their keyboards have. */
import { pageOwner } from '../page-context'
import { TYPING_CSS, TYPING_DEFAULTS, Typing } from './typing'

const KEYBOARDS: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
}

/** A decimal has one point. */
const oneDecimal = (text: string) => {
  const [whole = '', ...rest] = text.replace(/[^\d.]/g, '').split('.')
  return rest.length > 0 ? `${whole}.${rest.join('')}` : whole
}

export class WxInput extends Typing {
  static override defaults = {
    ...TYPING_DEFAULTS,
    type: 'text',
    password: false,
    placeholderClass: 'input-placeholder',
    confirmType: 'done',
    alwaysEmbed: false,
  }
  static override css = `
wx-input { position: relative; display: block; height: 1.4rem; min-height: 1.4rem; overflow: hidden;
  text-overflow: clip; white-space: nowrap;
  cursor: auto; box-sizing: content-box; }
wx-input > .wx-placeholder { inset: 0; display: flex; align-items: center; white-space: nowrap; }
${TYPING_CSS}`

  protected makeField(): HTMLInputElement {
    return document.createElement('input')
  }

  protected override changed(name: string, value: unknown): void {
    if (name === 'type' || name === 'password') {
      const field = this.field as HTMLInputElement
      const isHidden = this.is('password') || this.text('type') === 'safe-password'
      field.type = isHidden ? 'password' : 'text'
      field.inputMode = KEYBOARDS[this.text('type')] ?? 'text'
    } else super.changed(name, value)
  }

  protected override drawHint(): void {
    super.drawHint()
    const { textAlign, paddingLeft, paddingRight } = getComputedStyle(this)
    this.hint.style.left = paddingLeft
    this.hint.style.right = paddingRight
    this.hint.style.justifyContent =
      textAlign === 'center' ? 'center' : /right|end/.test(textAlign) ? 'flex-end' : 'flex-start'
  }

  protected override allowed(text: string): string {
    const type = this.text('type')
    if (type === 'number') return text.replace(/\D/g, '')
    if (type === 'digit') return oneDecimal(text)
    if (type === 'idcard') return text.replace(/[^\dXx]/g, '')
    return text.replace(/[\r\n]/g, '')
  }

  protected override focused(): void {
    super.focused()
    if (this.text('type') === 'nickname') this.askNative('nickname')
  }

  protected override blurred(): void {
    super.blurred()
    if (this.text('type') !== 'nickname') return
    void Promise.resolve().then(() => {
      if (pageOwner()) this.emit('nicknamereview', { pass: true, timeout: false })
    })
  }
}
