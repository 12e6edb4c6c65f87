// Draws a page or component into the DOM and lets a test read, tap and type by what is written there.
import { act } from 'react'
import type { ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { vi } from 'vitest'
import { resetTaro, signal } from './taro'

declare global {
  // React's own switch for `act`.
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true

export interface Screen {
  root: HTMLElement
  /** All that is written, in order. */
  text: () => string
  /** The innermost element whose text or aria-label holds the words; throws when there is none. */
  find: (words: string) => HTMLElement
  has: (words: string) => boolean
  all: (selector: string) => HTMLElement[]
  tap: (words: string) => Promise<void>
  /** Types into the field with this aria-label or placeholder. */
  type: (label: string, value: string) => Promise<void>
  /** Lets promises and timers up to `ms` run. */
  settle: (ms?: number) => Promise<void>
  /** The page is shown again, hidden, pulled down, scrolled to its end, or shared; answers what it said. */
  signal: (what: Parameters<typeof signal>[0]) => Promise<unknown[]>
  leave: () => Promise<void>
}

let open: { root: Root; node: HTMLElement } | null = null

function labelOf(element: Element): string {
  return element.getAttribute('aria-label') ?? ''
}

function lookUp(node: HTMLElement, words: string): HTMLElement | undefined {
  const matches = [...node.querySelectorAll<HTMLElement>('*')].filter(
    (element) => element.textContent?.includes(words) || labelOf(element).includes(words),
  )
  // Documents are walked from the outside in: the last one without a matching child is the innermost.
  return matches.find(
    (element) => !matches.some((other) => other !== element && element.contains(other)),
  )
}

function fieldOf(node: HTMLElement, label: string): HTMLInputElement | HTMLTextAreaElement {
  const fields = [
    ...node.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea'),
  ]
  const field = fields.find((one) => labelOf(one) === label || one.placeholder === label)
  if (!field) throw new Error(`no field ${label}`)
  return field
}

/** Timers go by the file's own clock: nobody waits for them, and a slow machine draws what a quick one does. */
const settle = (ms = 0) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms)
  })

async function typeInto(field: HTMLInputElement | HTMLTextAreaElement, value: string) {
  // React watches the instance's own property: only the prototype's setter counts as typing.
  const prototype = Object.getPrototypeOf(field) as object
  const property = Object.getOwnPropertyDescriptor(prototype, 'value')
  await act(async () => {
    property?.set?.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
  })
}

/** @param params the page's query, as useRouter gives it; @param depth how many pages lie under it */
export async function render(
  element: ReactElement,
  { params = {}, depth = 2 }: { params?: Record<string, string>; depth?: number } = {},
): Promise<Screen> {
  if (open) await leave()
  resetTaro(params, depth)
  const node = document.createElement('div')
  document.body.append(node)
  const root = createRoot(node)
  open = { root, node }
  await act(async () => {
    root.render(element)
    await Promise.resolve()
  })
  const find = (words: string) => {
    const found = lookUp(node, words)
    if (!found) throw new Error(`“${words}” is not on the page:\n${node.textContent ?? ''}`)
    return found
  }
  return {
    root: node,
    // A space that may not break is a space to whoever reads it.
    text: () => (node.textContent ?? '').replaceAll('\u00a0', ' '),
    find,
    has: (words) => lookUp(node, words) !== undefined,
    all: (selector) => [...node.querySelectorAll<HTMLElement>(selector)],
    tap: async (words) => {
      const target = find(words)
      await act(async () => {
        target.click()
        await Promise.resolve()
      })
      await settle()
    },
    type: (label, value) => typeInto(fieldOf(node, label), value),
    settle,
    signal: async (what) => {
      let answers: unknown[] = []
      await act(async () => {
        answers = signal(what)
        await Promise.resolve()
      })
      await settle()
      return answers
    },
    leave,
  }
}

/** Unmounts what was drawn. */
export async function leave(): Promise<void> {
  const shown = open
  open = null
  if (!shown) return
  await act(async () => {
    shown.root.unmount()
    await Promise.resolve()
  })
  shown.node.remove()
}
