/** button: both of WeChat's looks (app.json's `style: v2` chooses), forms, and what WeChat opens by open-type. */
import { pageOwner } from '../page-context'
import { tapDirectly } from '../events/read-gestures'
import { WxElement, closest } from './element'
import type { WxForm } from './form'

const CSS = `
wx-button { position: relative; display: block; margin-left: auto; margin-right: auto; padding-left: 14px;
  padding-right: 14px;
  box-sizing: border-box; font-size: 18px; text-align: center; text-decoration: none; line-height: 2.55555556;
  border-radius: 5px;
  overflow: hidden; color: #000; background-color: #f8f8f8; }
wx-button::after { content: " "; width: 200%; height: 200%; position: absolute; top: 0; left: 0;
  border: 1px solid rgba(0, 0, 0, .2);
  transform: scale(.5); transform-origin: 0 0; box-sizing: border-box; border-radius: 10px; pointer-events: none; }
wx-button[type=primary] { color: #fff; background-color: #1aad19; }
wx-button[type=warn] { color: #fff; background-color: #e64340; }
wx-button[size=mini] { display: inline-block; line-height: 2.3; font-size: 13px; padding: 0 1.34em; }
wx-button[plain] { color: #353535; border: 1px solid #353535; background-color: transparent; }
wx-button[plain]::after { border-width: 0; }
wx-button[plain][type=primary] { color: #1aad19; border-color: #1aad19; }
wx-button[plain][type=warn] { color: #e64340; border-color: #e64340; }
wx-button[disabled] { color: rgba(0, 0, 0, .3); background-color: #f7f7f7; }
wx-button[disabled][type=primary] { color: rgba(255, 255, 255, .6); background-color: #9ed99d; }
wx-button[disabled][type=warn] { color: rgba(255, 255, 255, .6); background-color: #ec8b89; }
wx-button[disabled][plain] { color: rgba(0, 0, 0, .2); border-color: rgba(0, 0, 0, .2);
  background-color: transparent; }
.button-hover { color: rgba(0, 0, 0, .6); background-color: #dedede; }
.button-hover[type=primary] { color: rgba(255, 255, 255, .6); background-color: #179b16; }
.button-hover[type=warn] { color: rgba(255, 255, 255, .6); background-color: #ce3c39; }
.button-hover[plain] { color: rgba(53, 53, 53, .6); border-color: rgba(53, 53, 53, .6);
  background-color: transparent; }
.button-hover[plain][type=primary] { color: rgba(26, 173, 25, .6); border-color: rgba(26, 173, 25, .6); }
wx-button[loading]::before { content: " "; display: inline-block; width: 18px; height: 18px; margin-right: 6px;
  vertical-align: middle;
  box-sizing: border-box; border: 2px solid rgba(0, 0, 0, .15); border-top-color: rgba(0, 0, 0, .55);
  border-radius: 50%;
  animation: wx-turn 1s steps(12, end) infinite; }
wx-button[loading][type=primary]::before { border-color: rgba(255, 255, 255, .35); border-top-color: #fff; }
@keyframes wx-turn { to { transform: rotate(360deg); } }
.wx-v2 wx-button { width: 184px; padding: 8px 24px; font-size: 17px; font-weight: 700; line-height: 1.41176471;
  border-radius: 4px;
  color: #06ae56; background-color: #f2f2f2; }
.wx-v2 wx-button::after { display: none; }
.wx-v2 wx-button[type=primary] { color: #fff; background-color: #07c160; }
.wx-v2 wx-button[type=warn] { color: #fa5151; background-color: #f2f2f2; }
.wx-v2 wx-button[size=mini] { width: auto; font-size: 16px; line-height: 2; padding: 0 .75em; }
.wx-v2 wx-button[plain] { color: #353535; border: 1px solid #353535; background-color: transparent; }
.wx-v2 wx-button[plain][type=primary] { color: #07c160; border-color: #07c160; }
.wx-v2 wx-button[disabled] { color: rgba(0, 0, 0, .2); background-color: rgba(0, 0, 0, .05); }
.wx-v2 .button-hover { background-color: #e6e6e6; }
.wx-v2 .button-hover[type=primary] { color: #fff; background-color: #06ad56; }
`

export class WxButton extends WxElement {
  static override defaults = {
    size: 'default',
    type: 'default',
    plain: false,
    disabled: false,
    loading: false,
    formType: '',
    openType: '',
    hoverClass: 'button-hover',
    hoverStopPropagation: false,
    hoverStartTime: 20,
    hoverStayTime: 70,
  }
  static override css = CSS

  protected override build(): void {
    const look = pageOwner().manifest.app['style']
    document.documentElement.classList.toggle('wx-v2', look === 'v2')
    this.listen('tap', () => this.press())
  }

  private press(): void {
    if (this.is('disabled')) return
    const form = closest<WxForm>(this, 'form')
    const formType = this.text('formType')
    if (form && formType === 'submit') form.submit(this)
    if (form && formType === 'reset') form.reset()
    if (this.text('openType')) this.askNative('open-type')
  }

  labelTapped(): void {
    if (!this.is('disabled')) tapDirectly(this)
  }
}
