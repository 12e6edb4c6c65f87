/** progress: a bar that may grow before the eyes, and says when it has. */
import { WxElement } from './element'

export class WxProgress extends WxElement {
  static override defaults = {
    percent: 0,
    showInfo: false,
    borderRadius: 0,
    fontSize: 16,
    strokeWidth: 6,
    color: '#09BB07',
    activeColor: '',
    backgroundColor: '#EBEBEB',
    active: false,
    activeMode: 'backwards',
    duration: 30,
  }
  static override css = `
wx-progress { display: flex; align-items: center; }
.wx-progress-bar { flex: 1; overflow: hidden; }
.wx-progress-inner-bar { width: 0; height: 100%; }
.wx-progress-info { min-width: 2em; margin-left: 15px; }
`
  private bar!: HTMLElement
  private inner!: HTMLElement
  private info!: HTMLElement
  private shown = 0
  private timer = 0

  protected override build(): void {
    this.info = this.addPart('p', 'wx-progress-info')
    this.info.style.margin = '0 0 0 15px'
    this.bar = this.addPart('div', 'wx-progress-bar')
    this.inner = this.addPart('div', 'wx-progress-inner-bar', this.bar)
  }

  protected override changed(name: string): void {
    const radius = `${this.number('borderRadius')}px`
    Object.assign(this.bar.style, {
      height: `${this.number('strokeWidth')}px`,
      backgroundColor: this.text('backgroundColor'),
      borderRadius: radius,
    })
    Object.assign(this.inner.style, {
      backgroundColor: this.text('activeColor') || this.text('color'),
      borderRadius: radius,
    })
    this.info.hidden = !this.is('showInfo')
    this.info.style.fontSize = `${this.number('fontSize')}px`
    if (name === 'percent' || name === 'active') this.move()
  }

  private draw(percent: number): void {
    this.shown = percent
    this.inner.style.width = `${percent}%`
    this.info.textContent = `${percent}%`
  }

  /** One per cent each `duration` ms; from the start again unless `forwards`. */
  private move(): void {
    window.clearInterval(this.timer)
    const goal = Math.min(100, Math.max(0, this.number('percent')))
    if (!this.is('active')) return this.draw(goal)
    this.draw(this.text('activeMode') === 'forwards' ? Math.min(this.shown, goal) : 0)
    this.timer = window.setInterval(() => {
      if (this.shown < goal) return this.draw(Math.min(goal, this.shown + 1))
      window.clearInterval(this.timer)
      this.emit('activeend', { curPercent: this.shown })
    }, this.number('duration'))
  }

  protected override detached(): void {
    window.clearInterval(this.timer)
  }
}
