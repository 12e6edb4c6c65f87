/** Page.*: elements of the page on top, its data and methods. */
import type { RunningApp } from '../running-app'
import { readPath } from '../read-paths'
import { listOf, settle, textOf, type Handlers } from './answer'
import { describe, first, pageOf } from './find-elements'
import { findByXpath } from './read-xpath'

export function pageHandlers(running: RunningApp): Handlers {
  return {
    'Page.getElement': (params) => {
      const page = pageOf(running, params)
      return first(page, page.view.select(textOf(params, 'selector')))
    },
    'Page.getElements': (params) => {
      const page = pageOf(running, params)
      const found = page.view.select(textOf(params, 'selector'))
      return { elements: found.map((one) => describe(page, one)) }
    },
    'Page.getElementByXpath': (params) => {
      const page = pageOf(running, params)
      return first(page, findByXpath(page, textOf(params, 'selector')))
    },
    'Page.getElementsByXpath': (params) => {
      const page = pageOf(running, params)
      const found = findByXpath(page, textOf(params, 'selector'))
      return { elements: found.map((one) => describe(page, one)) }
    },
    'Page.getData': (params) => {
      const path = params['path']
      const { data } = pageOf(running, params).instance
      return { data: readPath(data, typeof path === 'string' ? path : '') ?? null }
    },
    'Page.setData': async (params) => {
      pageOf(running, params).setData(params['data'] as Record<string, unknown>)
      await settle(running)
    },
    'Page.callMethod': async (params) => {
      const { instance } = pageOf(running, params)
      const method = textOf(params, 'method')
      const own = instance[method]
      if (typeof own !== 'function') throw new Error(`page.${method} not exists`)
      const call = own as (...args: unknown[]) => unknown
      const result: unknown = await call.apply(instance, listOf(params, 'args'))
      return { result: result ?? null }
    },
    'Page.getWindowProperties': (params) => {
      const { window } = pageOf(running, params).view
      const names = listOf(params, 'names').map(String)
      return { properties: names.map((name) => readPath(window, name) ?? null) }
    },
  }
}
