/** Status bar, navigation bar and capsule. */
import type { PageLook } from '../logic/logic-page'
import { make } from './make-element'
import { barsOf, measureScreen } from './measure-screen'

const DOTS =
  '<svg width="20" height="8" viewBox="0 0 20 8" fill="currentColor"><circle cx="3" cy="4" r="2"/>' +
  '<circle cx="10" cy="4" r="3"/><circle cx="17" cy="4" r="2"/></svg>'
const RING =
  '<svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="2">' +
  '<circle cx="9" cy="9" r="7.5"/><circle cx="9" cy="9" r="2.5" fill="currentColor"/></svg>'

export interface Bar {
  show(look: PageLook, canGoBack: boolean): void
  fit(): void
}

export function drawBar(
  place: HTMLElement,
  on: { back(): void; menu(): void; close(): void },
): Bar {
  const status = make('div', { class: 'status' }, [
    make('span', { text: '9:41' }),
    make('span', { text: '100%' }),
  ])
  const back = make('button', { class: 'back', text: '返回', onTap: () => on.back() })
  const spin = make('span', { class: 'spin' })
  const title = make('span', { class: 'title' })
  const row = make('div', { class: 'row' }, [back, spin, title])
  const menu = make('button', { onTap: () => on.menu() })
  menu.innerHTML = DOTS
  menu.setAttribute('aria-label', '更多')
  const close = make('button', { onTap: () => on.close() })
  close.innerHTML = RING
  close.setAttribute('aria-label', '关闭')
  const capsule = make('div', { id: 'capsule' }, [menu, close])
  const bar = make('div', { id: 'bar' }, [status, row, capsule])
  place.append(bar)
  const fit = () => {
    const { statusBarHeight } = barsOf(innerWidth, innerHeight)
    const measures = measureScreen(innerWidth, innerHeight, { isNavCustom: false, hasTabs: false })
    status.style.height = `${statusBarHeight}px`
    capsule.style.top = `${measures.capsule.top}px`
  }
  fit()
  return {
    fit,
    show(look, canGoBack) {
      title.textContent = look.title
      spin.hidden = !look.isLoading
      back.hidden = !canGoBack
      bar.style.background = look.navBackground
      bar.style.color = look.navText === 'white' ? '#fff' : '#000'
      bar.classList.toggle('white', look.navText === 'white')
      bar.classList.toggle('custom', look.isNavCustom)
    },
  }
}
