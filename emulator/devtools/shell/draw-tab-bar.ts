/** The tab bar: icons, texts, badges and dots. */
import type { TabBar } from '../shared/manifest'
import { make } from './make-element'
import { barsOf } from './measure-screen'
import type { TabChange } from './shell'

interface Tab {
  badge: string | null
  hasDot: boolean
  text: string
  iconPath: string | undefined
  selectedIconPath: string | undefined
  path: string
}

export interface Tabs {
  /** Badges and texts stay when the same tabs are set anew (another theme). */
  set: (bar: TabBar | null) => void
  change: (index: number, change: TabChange) => void
  restyle: (change: Partial<TabBar>) => void
  tab: (index: number) => { badge: string | null; hasDot: boolean; text: string }
  select: (path: string | null) => void
  fit: () => void
}

const addressOf = (icon: string) =>
  /^(data|https?|blob):/.test(icon) ? icon : `/dist/${icon.replace(/^\//, '')}`

function drawTab(tab: Tab, bar: TabBar, isOn: boolean, onTap: () => void): HTMLElement {
  const icon = (isOn ? tab.selectedIconPath : undefined) ?? tab.iconPath
  const image = icon === undefined ? null : make('img')
  if (image && icon !== undefined) image.src = addressOf(icon)
  const button = make('button', { onTap }, [
    image,
    make('span', { text: tab.text }),
    tab.badge === null ? null : make('span', { class: 'badge', text: tab.badge }),
    tab.hasDot ? make('span', { class: 'dot' }) : null,
  ])
  button.style.color = isOn ? bar.selectedColor : bar.color
  button.setAttribute('aria-selected', String(isOn))
  return button
}

export function drawTabBar(place: HTMLElement, onTap: (index: number) => void): Tabs {
  const box = make('div', { id: 'tabs' })
  place.append(box)
  let style: TabBar | null = null
  let tabs: Tab[] = []
  let selected: string | null = null

  const draw = () => {
    box.hidden = style === null || selected === null
    const bar = style
    if (!bar) return
    box.style.background = bar.backgroundColor
    box.style.borderTopColor =
      bar.borderStyle === 'white' ? 'rgba(255,255,255,.2)' : 'rgba(0,0,0,.1)'
    box.replaceChildren(
      ...tabs.map((tab, index) => drawTab(tab, bar, tab.path === selected, () => onTap(index))),
    )
  }
  const at = (index: number): Tab => {
    const tab = tabs[index]
    if (!tab) throw new Error(`there is no tab ${index}`)
    return tab
  }
  return {
    set(bar) {
      style = bar
      tabs = (bar?.list ?? []).map((item, index) => {
        const former = tabs[index]
        return {
          badge: former?.badge ?? null,
          hasDot: former?.hasDot ?? false,
          text: former?.text ?? item.text,
          iconPath: item.iconPath,
          selectedIconPath: item.selectedIconPath,
          path: item.pagePath,
        }
      })
      draw()
    },
    change(index, change) {
      Object.assign(at(index), change)
      draw()
    },
    restyle(change) {
      if (style) style = { ...style, ...change }
      draw()
    },
    tab(index) {
      const { badge, hasDot, text } = at(index)
      return { badge, hasDot, text }
    },
    select(path) {
      selected = path
      draw()
    },
    fit() {
      box.style.paddingBottom = `${barsOf(innerWidth, innerHeight).safeBottom}px`
    },
  }
}
