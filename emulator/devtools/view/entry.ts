/** What each page's frame loads: offers the view, and tells the logic layer that it is there. */
import { defineComponents } from './components/define-components'
import type { PageView } from './page-view'
import { openPageView } from './show-page'

declare global {
  interface Window {
    __pageView: PageView
  }
}

defineComponents()
window.__pageView = openPageView()
