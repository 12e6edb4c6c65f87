/** A scroll-view's refresher: pulled past its threshold it asks for news,
  until refresher-triggered is false again. */
import { followDrag } from '../events/follow-drag'
import type { WxElement } from './element'

export function followRefresher(
  view: WxElement,
  scroller: HTMLElement,
): { changed(name: string): void } {
  const box = document.createElement('div')
  box.className = 'wx-refresher'
  box.append(...[0, 1, 2].map(() => document.createElement('i')))
  Node.prototype.insertBefore.call(scroller, box, scroller.firstChild)
  let isTriggered = false
  const threshold = () => Number(view.properties['refresherThreshold'])
  const isOn = () => view.properties['refresherEnabled'] === true
  const pull = (distance: number) => {
    box.style.height = `${distance}px`
    box.style.background = distance > 0 ? String(view.properties['refresherBackground']) : ''
    box.classList.toggle('wx-refresher-white', view.properties['refresherDefaultStyle'] === 'white')
    box.classList.toggle('wx-refresher-none', view.properties['refresherDefaultStyle'] === 'none')
  }
  const refresh = () => {
    isTriggered = true
    pull(threshold())
    view.emit('refresherrefresh', { dy: threshold() })
  }
  followDrag(scroller, {
    axis: 'y',
    start: () => isOn() && !isTriggered && scroller.scrollTop <= 0,
    move({ dy }) {
      if (dy <= 0) {
        scroller.scrollTop = -dy
        return pull(0)
      }
      pull(dy / 2)
      view.emit('refresherpulling', { dy: dy / 2 })
    },
    end({ dy }) {
      if (dy / 2 >= threshold()) return refresh()
      pull(0)
      if (dy > 0) view.emit('refresherabort', { dy: dy / 2 })
    },
  })
  return {
    changed(name) {
      if (name !== 'refresherTriggered') return
      const wanted = view.properties['refresherTriggered'] === true
      if (wanted && !isTriggered && isOn()) refresh()
      if (!wanted && isTriggered) {
        isTriggered = false
        pull(0)
        view.emit('refresherrestore', { dy: 0 })
      }
    },
  }
}
