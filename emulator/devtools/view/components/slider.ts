/** slider: a block on a track, dragged or tapped to a step. */
import { followDrag } from '../events/follow-drag'
import { WxElement } from './element'
import type { FormField } from './form'

export class WxSlider extends WxElement implements FormField {
  static override defaults = {
    name: '',
    min: 0,
    max: 100,
    step: 1,
    disabled: false,
    value: 0,
    color: '#e9e9e9',
    selectedColor: '#1aad19',
    activeColor: '#1aad19',
    backgroundColor: '#e9e9e9',
    blockSize: 28,
    blockColor: '#ffffff',
    showValue: false,
  }
  static override css = `
wx-slider { display: block; margin: 10px 18px; padding: 0; }
.wx-slider-wrapper { display: flex; align-items: center; min-height: 16px; }
.wx-slider-tap-area { flex: 1; padding: 8px 0; touch-action: none; }
.wx-slider-track-all { position: relative; height: 2px; border-radius: 5px; }
.wx-slider-track { height: 100%; border-radius: 6px; }
.wx-slider-thumb { position: absolute; top: 50%; border-radius: 50%; box-shadow: 0 0 4px rgba(0, 0, 0, .2); }
.wx-slider-value { min-width: 3ch; margin-left: 1em; color: #888; font-size: 14px; }
`
  private area!: HTMLElement
  private all!: HTMLElement
  private track!: HTMLElement
  private thumb!: HTMLElement
  private figure!: HTMLElement

  protected override build(): void {
    const wrapper = this.addPart('div', 'wx-slider-wrapper')
    this.area = this.addPart('div', 'wx-slider-tap-area', wrapper)
    this.all = this.addPart('div', 'wx-slider-track-all', this.area)
    this.track = this.addPart('div', 'wx-slider-track', this.all)
    this.thumb = this.addPart('div', 'wx-slider-thumb', this.all)
    this.figure = this.addPart('span', 'wx-slider-value', wrapper)
    let before = 0
    followDrag(this.area, {
      start: () => {
        before = this.number('value')
        return !this.is('disabled')
      },
      move: ({ x }) => this.slide(x, 'changing'),
      end: ({ x }) => {
        this.slide(x, null)
        if (this.number('value') !== before) this.emit('change', { value: this.number('value') })
      },
    })
  }

  protected override changed(): void {
    const { min, max } = this.range()
    const value = Math.min(max, Math.max(min, this.number('value')))
    this.properties['value'] = value
    const { selectedColor, color } = WxSlider.defaults
    const pick = (name: string, older: string, fallback: string) =>
      this.text(name) !== fallback ? this.text(name) : this.text(older)
    const share = max > min ? ((value - min) / (max - min)) * 100 : 0
    const size = Math.min(28, Math.max(12, this.number('blockSize')))
    this.all.style.backgroundColor = pick('backgroundColor', 'color', color)
    Object.assign(this.track.style, {
      width: `${share}%`,
      backgroundColor: pick('activeColor', 'selectedColor', selectedColor),
    })
    Object.assign(this.thumb.style, {
      left: `${share}%`,
      width: `${size}px`,
      height: `${size}px`,
      margin: `${-size / 2}px 0 0 ${-size / 2}px`,
      backgroundColor: this.text('blockColor'),
    })
    this.figure.hidden = !this.is('showValue')
    this.figure.textContent = String(value)
  }

  private range(): { min: number; max: number; step: number } {
    return { min: this.number('min'), max: this.number('max'), step: this.number('step') }
  }

  /** The step under the finger. */
  private slide(clientX: number, event: 'changing' | null): void {
    const { left, width } = this.all.getBoundingClientRect()
    const { min, max } = this.range()
    const share = Math.min(1, Math.max(0, (clientX - left) / width))
    this.setValue(this.stepped(min + share * (max - min)), event)
  }

  private stepped(value: number): number {
    const { min, max, step } = this.range()
    if (step <= 0) return value
    const digits = String(step).split('.')[1]?.length ?? 0
    const stepped = min + Math.round((value - min) / step) * step
    return Number(Math.min(max, stepped).toFixed(digits))
  }

  private setValue(value: number, event: 'changing' | null): void {
    if (value === this.number('value')) return
    this.properties['value'] = value
    this.changed()
    this.tellModel('value', value)
    if (event) this.emit(event, { value })
  }

  get formValue(): number {
    return this.number('value')
  }

  resetValue(): void {
    this.properties['value'] = this.number('min')
    this.changed()
  }

  override get automation() {
    return {
      slideTo: (value: unknown) => {
        if (this.is('disabled')) return
        this.setValue(this.stepped(Number(value)), 'changing')
        this.emit('change', { value: this.number('value') })
      },
    }
  }
}
