/** switch, checkbox, radio and their groups: a tap (on them or their label) turns them;
  groups tell what is chosen. */
import { WxElement, closest } from './element'
import type { FormField } from './form'

const BOX_CSS = `
wx-checkbox, wx-radio { display: inline-block; }
wx-checkbox-group, wx-radio-group { display: block; }
.wx-checkbox-input, .wx-radio-input, .wx-switch-box { box-sizing: border-box; display: inline-block;
  position: relative; width: 22px; height: 22px;
  margin-right: 5px; vertical-align: middle; border: 1px solid #d1d1d1; border-radius: 3px; background-color: #fff; }
.wx-radio-input { border-radius: 50%; }
.wx-checkbox-input-checked::before, .wx-radio-input-checked::before, .wx-switch-box-checked::before { content: " ";
  position: absolute;
  left: 50%; top: 44%; width: 6px; height: 11px; border: solid currentColor; border-width: 0 2px 2px 0;
  transform: translate(-50%, -50%) rotate(45deg); }
.wx-checkbox-input { color: #09bb07; }
.wx-radio-input-checked { color: #fff; border-color: transparent; }
.wx-checkbox-input-disabled, .wx-radio-input-disabled, .wx-switch-box-disabled { background-color: #e1e1e1;
  border-color: #d1d1d1; }
.wx-checkbox-input-disabled::before, .wx-radio-input-disabled::before { color: #adadad; }
`

abstract class Toggle extends WxElement {
  protected box!: HTMLElement
  protected isOn = false

  protected abstract readonly boxClass: string
  protected abstract toggle(): void

  protected override build(): void {
    this.box = this.addPart('div', this.boxClass)
    this.listen('tap', () => this.labelTapped())
  }

  labelTapped(): void {
    if (!this.is('disabled')) this.toggle()
  }

  get checked(): boolean {
    return this.isOn
  }

  set checked(isOn: boolean) {
    this.isOn = isOn
    this.properties['checked'] = isOn
    if (this.isReady) this.draw()
  }

  protected override changed(name: string, value: unknown): void {
    if (name === 'checked') this.isOn = Boolean(value)
    this.draw()
  }

  protected draw(): void {
    this.box.className = this.boxClass
    this.box.classList.toggle(`${this.boxClass}-checked`, this.isOn)
    this.box.classList.toggle(`${this.boxClass}-disabled`, this.is('disabled'))
  }
}

export class WxCheckbox extends Toggle {
  static override defaults = { value: '', disabled: false, checked: false, color: '#09BB07' }
  static override css = BOX_CSS
  protected readonly boxClass = 'wx-checkbox-input'

  protected toggle(): void {
    this.checked = !this.isOn
    this.tellModel('checked', this.isOn)
    const group = closest<WxCheckboxGroup>(this, 'checkbox-group')
    group?.emit('change', { value: group.formValue })
  }

  protected override draw(): void {
    super.draw()
    this.box.style.color = this.is('disabled') ? '' : this.text('color')
  }
}

export class WxCheckboxGroup extends WxElement implements FormField {
  static override defaults = { name: '' }

  private boxes(): WxCheckbox[] {
    return [...this.querySelectorAll<WxCheckbox>('wx-checkbox')]
  }

  get formValue(): unknown[] {
    return this.boxes()
      .filter((box) => box.checked)
      .map((box) => box.properties['value'])
  }

  resetValue(): void {
    for (const box of this.boxes()) box.checked = false
  }
}

export class WxRadio extends Toggle {
  static override defaults = { value: '', disabled: false, checked: false, color: '#09BB07' }
  protected readonly boxClass = 'wx-radio-input'

  protected toggle(): void {
    if (this.isOn) return
    const group = closest<WxRadioGroup>(this, 'radio-group')
    group?.choose(this)
    this.checked = true
    this.tellModel('checked', true)
    group?.emit('change', { value: this.properties['value'] })
  }

  protected override changed(name: string, value: unknown): void {
    super.changed(name, value)
    if (name === 'checked' && value) closest<WxRadioGroup>(this, 'radio-group')?.choose(this)
  }

  protected override draw(): void {
    super.draw()
    const isColoured = this.isOn && !this.is('disabled')
    this.box.style.backgroundColor = isColoured ? this.text('color') : ''
  }
}

export class WxRadioGroup extends WxElement implements FormField {
  static override defaults = { name: '' }

  private radios(): WxRadio[] {
    return [...this.querySelectorAll<WxRadio>('wx-radio')]
  }

  /** One of a group at a time. */
  choose(chosen: WxRadio): void {
    for (const radio of this.radios()) if (radio !== chosen && radio.checked) radio.checked = false
  }

  get formValue(): unknown {
    return this.radios().find((radio) => radio.checked)?.properties['value'] ?? ''
  }

  resetValue(): void {
    for (const radio of this.radios()) radio.checked = false
  }
}

export class WxSwitch extends Toggle implements FormField {
  static override defaults = {
    name: '',
    checked: false,
    disabled: false,
    type: 'switch',
    color: '#04BE02',
  }
  static override css = `
wx-switch { display: inline-block; }
.wx-switch-input { display: inline-block; position: relative; vertical-align: middle; width: 52px; height: 32px;
  margin-right: 5px; box-sizing: border-box; outline: 0;
  border: 1px solid #dfdfdf; border-radius: 16px; background-color: #dfdfdf;
  transition: background-color .1s, border .1s; }
.wx-switch-input::before { content: " "; position: absolute; top: 0; left: 0; width: 50px; height: 30px;
  border-radius: 15px;
  background-color: #fdfdfd; transition: transform .3s; }
.wx-switch-input::after { content: " "; position: absolute; top: 0; left: 0; width: 30px; height: 30px;
  border-radius: 15px;
  background-color: #fff; box-shadow: 0 1px 3px rgba(0, 0, 0, .4); transition: transform .3s; }
.wx-switch-input-checked { border-color: #04be02; background-color: #04be02; }
.wx-switch-input-checked::before { transform: scale(0); }
.wx-switch-input-checked::after { transform: translateX(20px); }
.wx-switch-input-disabled { opacity: .6; }
`

  protected get boxClass(): string {
    return this.text('type') === 'checkbox' ? 'wx-switch-box' : 'wx-switch-input'
  }

  protected toggle(): void {
    this.checked = !this.isOn
    this.tellModel('checked', this.isOn)
    this.emit('change', { value: this.isOn })
  }

  protected override draw(): void {
    super.draw()
    const colour = this.text('color')
    const isSwitch = this.boxClass === 'wx-switch-input'
    this.box.style.color = isSwitch ? '' : colour
    this.box.style.backgroundColor = isSwitch && this.isOn ? colour : ''
    this.box.style.borderColor = isSwitch && this.isOn ? colour : ''
  }

  get formValue(): boolean {
    return this.isOn
  }

  resetValue(): void {
    this.checked = false
  }

  override get automation() {
    return { tap: () => this.labelTapped() }
  }
}
