/** page-meta and navigation-bar in a template: the page's bars look as they say. */
import type { PageLook } from '../logic-page'
import { textOf, type Asker } from './open-native'

export function setBars(asker: Asker): void {
  const { host, page, properties } = asker
  const change: Partial<PageLook> = {}
  const title = textOf(asker, 'title')
  const front = textOf(asker, 'frontColor')
  const background = textOf(asker, 'backgroundColor')
  const isBar = asker.element.localName === 'wx-navigation-bar'
  if (title) change.title = title
  if (front) change.navText = front === '#000000' ? 'black' : 'white'
  if (background && isBar) change.navBackground = background
  else if (background) change.background = background
  if (isBar) change.isLoading = properties['loading'] === true
  Object.assign(page.look, change)
  host.lookChanged(page)
}
