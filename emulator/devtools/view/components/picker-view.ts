/** picker-view: columns turned by a finger; the line under the indicator is the value. */
import { followDrag } from '../events/follow-drag'
import { convertRpx } from '../style/convert-rpx'
import { WxElement, closest } from './element'
import type { FormField } from './form'

const LINE_HEIGHT = 34
const TURN_MS = 200
/** How far a flick runs on: pixels for each pixel a millisecond. */
const RUN_ON = 120

export class WxPickerViewColumn extends WxElement {
  static override css = `
wx-picker-view-column { display: block; flex: 1; position: relative; height: 100%; overflow: hidden;
  touch-action: none; }
.wx-picker-lines { position: absolute; left: 0; right: 0; }
.wx-picker-lines > * { display: block; overflow: hidden; }
.wx-picker-mask { position: absolute; inset: 0; z-index: 2; pointer-events: none; background:
  linear-gradient(180deg, rgba(255, 255, 255, .95), rgba(255, 255, 255, .6)),
    linear-gradient(0deg, rgba(255, 255, 255, .95), rgba(255, 255, 255, .6));
  background-position: top, bottom; background-size: 100% calc(50% - var(--wx-picker-line, 34px) / 2);
  background-repeat: no-repeat; }
.wx-picker-indicator { position: absolute; left: 0; right: 0; top: 50%; z-index: 3; height: 34px;
  transform: translateY(-50%); box-sizing: border-box;
  pointer-events: none; border: solid #e5e5e5; border-width: 1px 0; }
`
  private readonly lines = document.createElement('div')
  private mask!: HTMLElement
  private indicator!: HTMLElement
  private at = 0

  constructor() {
    super()
    this.lines.className = 'wx-picker-lines'
    this.lines.dataset['content'] = ''
  }

  protected override get content(): HTMLElement {
    return this.lines
  }

  protected override build(): void {
    Node.prototype.appendChild.call(this, this.lines)
    this.mask = this.addPart('div', 'wx-picker-mask')
    this.indicator = this.addPart('div', 'wx-picker-indicator')
    let from = 0
    followDrag(this, {
      start: () => {
        from = this.at
        this.view?.emit('pickstart')
        return true
      },
      move: ({ dy }) => this.draw(from - dy / this.lineHeight, 0),
      end: ({ dy, vy }) => {
        const isFlick = Math.abs(vy) > 0.3
        const turned = Math.round(from - (dy + (isFlick ? vy * RUN_ON : 0)) / this.lineHeight)
        this.turn(turned)
        this.view?.columnTurned()
      },
    })
    new MutationObserver(() => this.fit()).observe(this.lines, { childList: true })
  }

  protected override attached(): void {
    this.fit()
    this.view?.place()
  }

  private get view(): WxPickerView | null {
    return closest<WxPickerView>(this, 'picker-view')
  }

  private get lineHeight(): number {
    return this.indicator.offsetHeight || LINE_HEIGHT
  }

  private get count(): number {
    return this.lines.children.length
  }

  /** Every line is as high as the indicator. */
  fit(): void {
    const view = this.view
    if (!view || !this.indicator) return
    const given = view.looks
    this.indicator.setAttribute('style', convertRpx(given.indicatorStyle))
    this.indicator.className = `wx-picker-indicator ${this.scoped(given.indicatorClass)}`
    this.mask.setAttribute('style', convertRpx(given.maskStyle))
    this.mask.className = `wx-picker-mask ${this.scoped(given.maskClass)}`
    const line = this.lineHeight
    this.mask.style.setProperty('--wx-picker-line', `${line}px`)
    this.lines.style.top = `${(this.clientHeight - line) / 2}px`
    for (const child of this.lines.children) (child as HTMLElement).style.height = `${line}px`
    this.turn(this.at, 0)
  }

  private draw(at: number, duration: number): void {
    this.lines.style.transition = duration > 0 ? `transform ${duration}ms` : 'none'
    this.lines.style.transform = `translateY(${-at * this.lineHeight}px)`
  }

  turn(index: number, duration = TURN_MS): void {
    this.at = Math.min(Math.max(0, this.count - 1), Math.max(0, index))
    this.draw(this.at, duration)
  }

  get index(): number {
    return this.at
  }
}

export class WxPickerView extends WxElement implements FormField {
  static override defaults = {
    name: '',
    value: null,
    indicatorStyle: '',
    indicatorClass: '',
    maskStyle: '',
    maskClass: '',
    immediateChange: false,
  }
  static override css = `
wx-picker-view { display: block; }
.wx-picker-view { position: relative; display: flex; height: 100%; overflow: hidden; }
`
  private readonly columnsPlace = document.createElement('div')

  constructor() {
    super()
    this.columnsPlace.className = 'wx-picker-view'
    this.columnsPlace.dataset['content'] = ''
  }

  protected override get content(): HTMLElement {
    return this.columnsPlace
  }

  protected override build(): void {
    Node.prototype.appendChild.call(this, this.columnsPlace)
  }

  get looks() {
    return {
      indicatorStyle: this.text('indicatorStyle'),
      indicatorClass: this.text('indicatorClass'),
      maskStyle: this.text('maskStyle'),
      maskClass: this.text('maskClass'),
    }
  }

  private get columns(): WxPickerViewColumn[] {
    return [...this.querySelectorAll<WxPickerViewColumn>('wx-picker-view-column')]
  }

  protected override changed(name: string): void {
    if (name === 'value') this.place()
    else for (const column of this.columns) column.fit()
  }

  /** Columns show the value told; lines may come after it. */
  place(): void {
    const value = this.properties['value']
    if (!Array.isArray(value)) return
    requestAnimationFrame(() =>
      this.columns.forEach((column, at) => column.turn(Number(value[at] ?? 0), 0)),
    )
  }

  columnTurned(): void {
    const value = this.columns.map((column) => column.index)
    const before = this.properties['value']
    const tell = () => {
      this.properties['value'] = value
      this.tellModel('value', value)
      if (JSON.stringify(before) !== JSON.stringify(value)) this.emit('change', { value })
      this.emit('pickend')
    }
    if (this.is('immediateChange')) tell()
    else setTimeout(tell, TURN_MS)
  }

  get formValue(): unknown {
    return this.columns.map((column) => column.index)
  }

  resetValue(): void {
    this.properties['value'] = this.columns.map(() => 0)
    this.place()
  }
}
