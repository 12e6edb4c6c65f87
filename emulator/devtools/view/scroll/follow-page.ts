/** The page's own scrolling: onPageScroll, onReachBottom, and pulling down at the top. */
import type { PageOwner } from '../page-view'

/** Pulled this far and let go, the page refreshes; the finger's way counts half, as on the phone. */
const PULL_DISTANCE = 50
const PULL_RESISTANCE = 0.5

export function followScrolling(owner: PageOwner): void {
  let lastTop = 0
  let reachedAt = -1
  window.addEventListener('scroll', () => {
    const { scrollHeight } = document.documentElement
    const top = Math.max(0, window.scrollY)
    owner.scrolled(top)
    const isNear = top + window.innerHeight >= scrollHeight - owner.reachBottomDistance
    if (!isNear) reachedAt = -1
    else if (top > lastTop && reachedAt !== scrollHeight) {
      reachedAt = scrollHeight
      owner.reachedBottom()
    }
    lastTop = top
  })
}

let pulled: HTMLElement | null = null

function dots(): HTMLElement {
  if (!pulled) {
    pulled = document.createElement('div')
    pulled.className = 'wx-pull-down'
    pulled.append(...[0, 1, 2].map(() => document.createElement('i')))
    document.documentElement.insertBefore(pulled, document.body)
  }
  return pulled
}

function drag(distance: number): void {
  const shown = dots()
  shown.style.height = `${distance}px`
  shown.classList.toggle('wx-pull-down-free', distance === 0)
}

export function setPulledDown(isDown: boolean): void {
  if (!isDown && !pulled) return
  if (isDown) window.scrollTo(0, 0)
  drag(isDown ? PULL_DISTANCE : 0)
}

/** @param canPull asked at every touch: the setting may change with the page's look */
export function followPulling(owner: PageOwner, canPull: () => boolean): void {
  let startY: number | null = null
  let distance = 0
  document.addEventListener(
    'touchstart',
    (event) => {
      const isPage = !(event.target as HTMLElement).closest?.('wx-scroll-view[scroll-y]')
      const first = event.touches[0]
      startY = canPull() && isPage && window.scrollY <= 0 && first ? first.clientY : null
      distance = 0
    },
    { passive: true },
  )
  document.addEventListener(
    'touchmove',
    (event) => {
      const first = event.touches[0]
      if (startY === null || !first) return
      distance = Math.max(0, (first.clientY - startY) * PULL_RESISTANCE)
      if (distance === 0 || event.defaultPrevented) return
      if (event.cancelable) event.preventDefault()
      drag(Math.min(distance, 2 * PULL_DISTANCE))
    },
    { passive: false },
  )
  const letGo = () => {
    if (startY === null) return
    startY = null
    const isEnough = distance >= PULL_DISTANCE
    setPulledDown(isEnough)
    if (isEnough) owner.pulledDown()
  }
  document.addEventListener('touchend', letGo)
  document.addEventListener('touchcancel', letGo)
}
