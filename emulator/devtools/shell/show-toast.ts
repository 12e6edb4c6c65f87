/** The toast over everything: a text with or without an icon, for a while. */
import { make } from './make-element'
import type { Shell } from './shell'

type Toast = Parameters<Shell['showToast']>[0]

const SIGNS: Readonly<Record<Toast['icon'], string>> = {
  success: '✓',
  error: '✕',
  loading: '',
  none: '',
}

export function makeToast(place: HTMLElement) {
  const box = make('div', { id: 'toast' })
  box.hidden = true
  place.append(box)
  let shown: Toast | null = null
  let timer = 0
  const hide = () => {
    clearTimeout(timer)
    shown = null
    box.hidden = true
  }
  return {
    hide,
    shown: () => (shown ? { title: shown.title, icon: shown.icon } : null),
    show: (toast: Toast) => {
      hide()
      shown = toast
      const hasIcon = toast.image !== undefined || toast.icon !== 'none'
      const icon = make('div', { class: `icon ${toast.icon}`, text: SIGNS[toast.icon] })
      if (toast.image !== undefined) {
        const image = make('img')
        image.src = toast.image
        icon.className = 'icon'
        icon.replaceChildren(image)
      }
      const title = make('span', { text: toast.title })
      box.replaceChildren(make('div', { class: 'box' }, [hasIcon ? icon : null, title]))
      box.className = `${hasIcon ? '' : 'plain'} ${toast.mask ? 'mask' : ''}`
      box.hidden = false
      timer = window.setTimeout(hide, toast.durationMs)
    },
  }
}
