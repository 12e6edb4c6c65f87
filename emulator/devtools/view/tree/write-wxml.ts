/** The tree as WXML text,
  as DevTools' outerWxml writes it: the app's elements without the components' inner parts. */
import { treeNodeOf } from '../events/dispatch-event'

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function attributesOf(element: HTMLElement): string {
  const node = treeNodeOf(element)
  if (!node) return ''
  const given: [string, unknown][] = []
  if (node.id) given.push(['id', node.id])
  if (node.class) given.push(['class', node.class])
  if (node.style) given.push(['style', node.style])
  for (const { name, value } of node.attributes) {
    if (!/^(bind|catch)/.test(name)) given.push([name, value])
  }
  return given
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : `${value as string}`
      return value === true ? ` ${name}` : ` ${name}="${escape(text)}"`
    })
    .join('')
}

function writeNode(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) {
    return escape((node as Text).data)
  }
  if (!(node instanceof HTMLElement)) return ''
  // An inner part of a built-in component may hold the template's children.
  if (!treeNodeOf(node)) return isOwnText(node) ? '' : writeInner(node)
  const tag = node.localName.replace(/^wx-/, '')
  return `<${tag}${attributesOf(node)}>${writeInner(node)}</${tag}>`
}

/** Inner parts with no element of the template below are the component's own drawing. */
const isOwnText = (part: HTMLElement) => part.dataset['content'] === undefined

const writeInner = (element: HTMLElement) => [...element.childNodes].map(writeNode).join('')

export function writeWxml(element: HTMLElement, type: 'inner' | 'outer'): string {
  return type === 'outer' ? writeNode(element) : writeInner(element)
}
