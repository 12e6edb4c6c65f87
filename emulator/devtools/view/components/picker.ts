/** picker: a tap on it opens WeChat's own sheet, which the shell draws. */
import { WxElement } from './element'
import type { FormField } from './form'

export class WxPicker extends WxElement implements FormField {
  static override defaults = {
    name: '',
    mode: 'selector',
    headerText: '',
    disabled: false,
    range: null,
    rangeKey: '',
    value: null,
    start: '',
    end: '',
    fields: 'day',
    customItem: '',
    level: 'region',
  }
  static override css = 'wx-picker { display: block; }'

  protected override build(): void {
    this.listen('tap', () => this.labelTapped())
  }

  labelTapped(): void {
    if (!this.is('disabled')) this.askNative('picker')
  }

  get formValue(): unknown {
    return this.properties['value'] ?? this.emptyValue()
  }

  private emptyValue(): unknown {
    const mode = this.text('mode')
    if (mode === 'selector') return 0
    return mode === 'time' || mode === 'date' ? '' : []
  }

  resetValue(): void {
    this.properties['value'] = this.emptyValue()
  }
}
