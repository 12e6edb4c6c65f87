// A phone with the fixture app on it: opens its pages, and does on them what a finger does.
import { fileURLToPath } from 'node:url'
import type { Frame } from 'playwright-core'
import { expect } from 'vitest'
import { startHost, type Host } from '../index'

export const FIXTURE = fileURLToPath(new URL('../fixture', import.meta.url))

interface Described {
  elementId: string
  pageId: number
}
export interface Noted {
  type: string
  id: string
  target: string
  detail: Record<string, unknown>
  dataset: Record<string, unknown>
  mark: Record<string, unknown>
  touches: number
  changed: number
}
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export class FixturePhone {
  private pageId = 0

  private constructor(readonly host: Host) {}

  static async start(options: { width?: number; height?: number } = {}): Promise<FixturePhone> {
    return new FixturePhone(await startHost({ dist: FIXTURE, ...options }))
  }

  /** A page of pages/components, alone in the stack. */
  async open(name: string): Promise<void> {
    const url = name.includes('/') ? `/${name}` : `/pages/components/${name}/${name}`
    await this.host.send('App.callWxMethod', { method: 'reLaunch', args: [{ url }] })
    const page = (await this.host.send('App.getCurrentPage')) as { pageId: number; path: string }
    expect(`/${page.path}`).toBe(url)
    this.pageId = page.pageId
  }

  async find(selector: string): Promise<Described> {
    const { pageId } = this
    const found = (await this.host.send('Page.getElement', { pageId, selector })) as Described
    return { elementId: found.elementId, pageId }
  }

  async count(selector: string): Promise<number> {
    const { pageId } = this
    const { elements } = (await this.host.send('Page.getElements', { pageId, selector })) as {
      elements: unknown[]
    }
    return elements.length
  }

  async ask<T>(method: string, selector: string, params: object = {}): Promise<T> {
    return (await this.host.send(method, { ...(await this.find(selector)), ...params })) as T
  }

  async tap(selector: string): Promise<void> {
    await this.ask('Element.tap', selector)
  }

  async type(selector: string, text: string): Promise<void> {
    await this.ask('Element.callFunction', selector, { functionName: 'input.input', args: [text] })
  }

  async call(selector: string, functionName: string, ...args: unknown[]): Promise<unknown> {
    const { result } = await this.ask<{ result: unknown }>('Element.callFunction', selector, {
      functionName,
      args,
    })
    return result
  }

  /** Where the element's middle is on the phone, once it is in view. */
  async middle(selector: string): Promise<{ x: number; y: number }> {
    return this.ask('Host.tapPoint', selector)
  }

  async drag(selector: string, dx: number, dy: number): Promise<void> {
    const from = await this.middle(selector)
    await this.host.send('Host.swipe', { from, to: { x: from.x + dx, y: from.y + dy } })
  }

  async data<T>(path: string): Promise<T> {
    const { data } = (await this.host.send('Page.getData', { pageId: this.pageId, path })) as {
      data: T
    }
    return data
  }

  log(): Promise<Noted[]> {
    return this.data<Noted[]>('log')
  }

  /** Types of the events noted for an element. */
  async types(id: string): Promise<string[]> {
    return (await this.log()).filter((one) => one.id === id).map(({ type }) => type)
  }

  async last(type: string): Promise<Noted | undefined> {
    return (await this.log()).filter((one) => one.type === type).at(-1)
  }

  async text(selector: string): Promise<string> {
    const { properties } = await this.ask<{ properties: string[] }>(
      'Element.getDOMProperties',
      selector,
      { names: ['innerText'] },
    )
    return properties[0] ?? ''
  }

  async property(selector: string, name: string): Promise<unknown> {
    const { properties } = await this.ask<{ properties: unknown[] }>(
      'Element.getProperties',
      selector,
      { names: [name] },
    )
    return properties[0]
  }

  async style(selector: string, name: string): Promise<string> {
    const { styles } = await this.ask<{ styles: string[] }>('Element.getStyles', selector, {
      names: [name],
    })
    return styles[0] ?? ''
  }

  /** Place and size in the page. */
  async box(selector: string): Promise<Box> {
    const place = await this.ask<{ left: number; top: number }>('Element.getOffset', selector)
    const { properties } = await this.ask<{ properties: number[] }>(
      'Element.getDOMProperties',
      selector,
      { names: ['offsetWidth', 'offsetHeight'] },
    )
    const [width = 0, height = 0] = properties
    return { left: place.left, top: place.top, width, height }
  }

  /** The frame of the page that holds the element. */
  async frameOf(id: string): Promise<Frame> {
    for (const frame of this.host.page.frames()) {
      const isHere = await frame
        .evaluate((wanted) => document.getElementById(wanted) !== null, id)
        .catch(() => false)
      if (isHere) return frame
    }
    throw new Error(`no frame holds #${id}`)
  }

  /** Something of the page's frame, told by a function that runs in it. */
  async inFrame<T>(read: (id: string) => T, id: string): Promise<T> {
    const frame = await this.frameOf(id)
    return (await frame.evaluate(read as (one: string) => unknown, id)) as T
  }

  close(): Promise<void> {
    return this.host.close()
  }
}
