/** Element.*: what an element shows and is, and events made on it. */
import type { TouchPoint } from '../../view/page-view'
import type { RunningApp } from '../running-app'
import { readPath } from '../read-paths'
import { listOf, settle, textOf, type Handlers, type Params } from './answer'
import { datasetOf, describe, elementOf, first, type Found } from './find-elements'

/** Members every element answers to beside its component's own. */
const COMMON = ['id', 'class', 'style', 'value', 'dataset', 'hidden']
const BUBBLING = /^(tap|longpress|longtap|touchstart|touchmove|touchend|touchcancel)$/

function domProperty({ element, builtin }: Found, name: string): unknown {
  if (name === 'innerText' && builtin) return builtin.shownText
  return readPath(element, name) ?? null
}

function property({ element, builtin, component }: Found, name: string): unknown {
  const own = builtin?.properties ?? component?.data() ?? {}
  if (name === '__propPublic')
    return Object.fromEntries([...Object.keys(own), ...COMMON].map((one) => [one, true]))
  if (name in own) return own[name] ?? null
  if (name === 'class') return element.className
  if (name === 'style') return element.getAttribute('style') ?? ''
  if (name === 'dataset') return datasetOf(element)
  return readPath(element, name) ?? null
}

const touchesOf = (params: Params) => ({
  touches: listOf(params, 'touches') as TouchPoint[],
  changedTouches: (listOf(params, 'changedTouches').length > 0
    ? listOf(params, 'changedTouches')
    : listOf(params, 'changeTouches')) as TouchPoint[],
})

function readers(running: RunningApp): Handlers {
  const at = (params: Params) => elementOf(running, params)
  const names = (params: Params) => listOf(params, 'names').map(String)
  return {
    'Element.getElement': (params) => {
      const { page, element } = at(params)
      return first(page, page.view.select(textOf(params, 'selector'), element))
    },
    'Element.getElements': (params) => {
      const { page, element } = at(params)
      const found = page.view.select(textOf(params, 'selector'), element)
      return { elements: found.map((one) => describe(page, one)) }
    },
    'Element.getOffset': (params) => {
      const { element, page } = at(params)
      const { left, top } = element.getBoundingClientRect()
      const { scrollX, scrollY } = page.view.window
      return { left: left + scrollX, top: top + scrollY }
    },
    'Element.getDOMProperties': (params) => {
      const found = at(params)
      return { properties: names(params).map((name) => domProperty(found, name)) }
    },
    'Element.getAttributes': (params) => {
      const found = at(params)
      return {
        attributes: names(params).map((name) => found.element.getAttribute(name)),
      }
    },
    'Element.getProperties': (params) => {
      const found = at(params)
      return { properties: names(params).map((name) => property(found, name)) }
    },
    'Element.getStyles': (params) => {
      const { element, page } = at(params)
      const style = page.view.window.getComputedStyle(element)
      const dashed = (name: string) => name.replace(/[A-Z]/g, (one) => `-${one.toLowerCase()}`)
      return { styles: names(params).map((name) => style.getPropertyValue(dashed(name))) }
    },
    'Element.getWXML': (params) => {
      const { element, page } = at(params)
      return { wxml: page.view.wxml(element, params['type'] === 'outer' ? 'outer' : 'inner') }
    },
  }
}

function doers(running: RunningApp): Handlers {
  const at = (params: Params) => elementOf(running, params)
  const touch = (type: string) => async (params: Params) => {
    const { element, page } = at(params)
    page.view.fire(element, type, {}, { ...touchesOf(params), bubbles: true })
    await settle(running)
  }
  return {
    'Element.tap': async (params) => {
      const { element, page } = at(params)
      page.view.tapDirectly(element)
      await settle(running)
    },
    'Element.touchstart': touch('touchstart'),
    'Element.touchmove': touch('touchmove'),
    'Element.touchend': touch('touchend'),
    'Element.triggerEvent': async (params) => {
      const { element, page, builtin } = at(params)
      const type = textOf(params, 'type')
      const detail = (params['detail'] ?? {}) as Record<string, unknown>
      if (builtin && 'value' in detail) builtin.setProperty('value', detail['value'])
      page.view.fire(element, type, detail, { bubbles: BUBBLING.test(type) })
      await settle(running)
    },
    'Element.dispatchEvent': async (params) => {
      const { element, page } = at(params)
      const type = textOf(params, 'eventName')
      const options = { ...touchesOf(params), bubbles: BUBBLING.test(type) }
      page.view.fire(element, type, params['detail'] ?? {}, options)
      await settle(running)
    },
    'Element.callFunction': async (params) => {
      const { builtin, element } = at(params)
      const name = textOf(params, 'functionName')
      const automation = builtin?.automation ?? {}
      const own = automation[name] ?? automation[name.replace(/^.*\./, '')]
      if (!own) throw new Error(`${element.localName.replace(/^wx-/, '')}.${name} not exists`)
      const call = own as (...args: unknown[]) => unknown
      const result: unknown = await call.apply(builtin, listOf(params, 'args'))
      await settle(running)
      return { result: result ?? null }
    },
  }
}

function componentHandlers(running: RunningApp): Handlers {
  const at = (params: Params) => {
    const { component, element } = elementOf(running, params)
    if (!component) throw new Error(`${element.localName} is not a custom component`)
    return component
  }
  return {
    'Element.setData': async (params) => {
      at(params).setData((params['data'] ?? {}) as Record<string, unknown>)
      await settle(running)
    },
    'Element.getData': (params) => {
      const path = params['path']
      return { data: readPath(at(params).data(), typeof path === 'string' ? path : '') ?? null }
    },
    'Element.callMethod': async (params) => {
      const result: unknown = await at(params).call(
        textOf(params, 'method'),
        listOf(params, 'args'),
      )
      await settle(running)
      return { result: result ?? null }
    },
    'Element.callContextMethod': async (params) => {
      const { builtin } = elementOf(running, params)
      const method = textOf(params, 'method')
      const own = builtin?.automation[method] as ((...args: unknown[]) => unknown) | undefined
      if (!own) throw new Error(`video.${method} not exists`)
      const result: unknown = await own.apply(builtin, listOf(params, 'args'))
      return { result: result ?? null }
    },
  }
}

export const elementHandlers = (running: RunningApp): Handlers => ({
  ...readers(running),
  ...doers(running),
  ...componentHandlers(running),
})
