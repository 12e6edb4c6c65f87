/** textarea: lines, with auto-height and linechange. */
import { TYPING_CSS, TYPING_DEFAULTS, Typing } from './typing'

export class WxTextarea extends Typing {
  static override defaults = {
    ...TYPING_DEFAULTS,
    placeholderClass: 'textarea-placeholder',
    autoHeight: false,
    fixed: false,
    showConfirmBar: true,
    confirmType: 'return',
    disableDefaultPadding: false,
  }
  static override css = `
wx-textarea { position: relative; display: block; width: 300px; height: 150px; overflow: hidden; cursor: auto;
  white-space: pre-wrap; }
wx-textarea[auto-height] { height: auto; min-height: 1.4em; }
wx-textarea > .wx-placeholder { white-space: pre-wrap; }
wx-textarea[auto-height] > .wx-control { height: auto; overflow: hidden; }
${TYPING_CSS}`
  private lines = 0

  protected makeField(): HTMLTextAreaElement {
    const field = document.createElement('textarea')
    field.rows = 1
    return field
  }

  protected override changed(name: string, value: unknown): void {
    super.changed(name, value)
    if (name === 'value' || name === 'autoHeight') this.grown()
  }

  protected override drawHint(): void {
    super.drawHint()
    const { paddingTop, paddingLeft, paddingRight } = getComputedStyle(this)
    Object.assign(this.hint.style, { top: paddingTop, left: paddingLeft, right: paddingRight })
  }

  protected override grown(): void {
    const { field } = this
    const style = getComputedStyle(field)
    const lineHeight =
      Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.4
    const before = field.style.height
    field.style.height = '0'
    const height = Math.max(field.scrollHeight, Math.ceil(lineHeight))
    field.style.height = this.is('autoHeight') ? `${height}px` : before
    const lines = Math.max(1, Math.round(height / lineHeight))
    if (lines === this.lines) return
    this.lines = lines
    const heightRpx = (height * 750) / window.innerWidth
    this.emit('linechange', { height, heightRpx, lineCount: lines, lineHeight })
  }

  protected override keyed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || this.text('confirmType') === 'return') return
    event.preventDefault()
    this.confirm()
  }
}
