/**
 * Selectors as `page.$` and wx.createSelectorQuery read them: tags, ids, classes, attributes, child, descendant and
 * siblings in one component's own tree; `>>>` enters the components inside.
 */
import { Component, type Element as TreeElement } from 'glass-easel'
import { parentOf, treeNodeOf } from '../events/dispatch-event'

interface Compound {
  tag: string | null
  id: string | null
  classes: string[]
  attributes: { name: string; value: string | null }[]
  nth: number | null
  isLast: boolean
}

interface Step {
  compound: Compound
  /** How this step hangs on the one before it. */
  combinator: ' ' | '>' | '>>>' | '+' | '~'
}

/** Combinator, blank, #id or .class, [attribute=value], :nth-child, :first-child or :last-child, tag. */
const TOKEN = new RegExp(
  [
    /\s*(>>>|[>+~])\s*/,
    /(\s+)/,
    /([#.])((?:\\.|[\w-]|[^\0-\x7f])+)/,
    /\[([\w-]+)(?:="?([^"\]]*)"?)?\]/,
    /:nth-child\((\d+)\)/,
    /:(first|last)-child/,
    /([a-zA-Z][\w-]*|\*)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gy',
)

const emptyCompound = (): Compound => ({
  tag: null,
  id: null,
  classes: [],
  attributes: [],
  nth: null,
  isLast: false,
})

/** @throws Error when the selector cannot be read */
function readSelector(selector: string): Step[] {
  const steps: Step[] = [{ compound: emptyCompound(), combinator: ' ' }]
  const text = selector.trim()
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    const step = steps[steps.length - 1]
    if (!match || !step) throw new Error(`selector "${selector}" cannot be read at ${at}`)
    const [, mark, blank, sign, name, attribute, value, nth, edge, tag] = match
    if (mark ?? blank) {
      const combinator = (mark ?? ' ') as Step['combinator']
      steps.push({ compound: emptyCompound(), combinator })
      continue
    }
    const { compound } = step
    if (sign === '#') compound.id = name?.replace(/\\/g, '') ?? null
    else if (sign === '.') compound.classes.push(name?.replace(/\\/g, '') ?? '')
    else if (attribute) compound.attributes.push({ name: attribute, value: value ?? null })
    else if (nth) compound.nth = Number(nth)
    else if (edge === 'first') compound.nth = 1
    else if (edge === 'last') compound.isLast = true
    else if (tag && tag !== '*') compound.tag = tag
  }
  return steps
}

const domOf = (node: TreeElement) => (node as { $$?: HTMLElement | null }).$$ ?? null
const tagOf = (element: HTMLElement) => element.localName.replace(/^wx-/, '')

function fits(node: TreeElement, compound: Compound): boolean {
  const dom = domOf(node)
  if (!dom) return false
  const { tag, id, classes, attributes, nth, isLast } = compound
  if (tag !== null && tagOf(dom) !== tag) return false
  if (id !== null && node.id !== id) return false
  if (!classes.every((name) => node.classList?.contains(name) ?? false)) return false
  const hasAttributes = attributes.every(({ name, value }) => {
    const has = name.startsWith('data-')
      ? (node.dataset as Record<string, unknown>)[
          name.slice(5).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
        ]
      : dom.getAttribute(name)
    return value === null ? has !== null && has !== undefined : String(has) === value
  })
  if (!hasAttributes) return false
  if (nth === null && !isLast) return true
  const siblings = siblingsOf(node)
  return isLast ? siblings.at(-1) === node : siblings[(nth ?? 0) - 1] === node
}

/** The element around, in the same tree: wx:if and wx:for are no elements. */
function elementAround(node: TreeElement, crossing: boolean): TreeElement | null {
  let at: TreeElement | null = node
  do {
    const above: TreeElement | null = at.parentNode
    at = above ?? (crossing && at ? parentOf(at) : null)
  } while (at && !domOf(at))
  return at
}

function siblingsOf(node: TreeElement): TreeElement[] {
  const parent = domOf(node)?.parentNode
  if (!parent) return [node]
  return [...parent.childNodes]
    .map((child) => treeNodeOf(child))
    .filter((child): child is TreeElement => child !== null)
}

function matches(node: TreeElement, steps: readonly Step[], at = steps.length - 1): boolean {
  const step = steps[at]
  if (!step || !fits(node, step.compound)) return false
  if (at === 0) return true
  if (step.combinator === '+' || step.combinator === '~') {
    const siblings = siblingsOf(node)
    const before = siblings.slice(0, siblings.indexOf(node))
    const tried = step.combinator === '+' ? before.slice(-1) : before
    return tried.some((sibling) => matches(sibling, steps, at - 1))
  }
  const crossing = step.combinator === '>>>'
  for (let above = elementAround(node, crossing); above; above = elementAround(above, crossing)) {
    if (matches(above, steps, at - 1)) return true
    if (step.combinator === '>') return false
  }
  return false
}

/** The tree `within` speaks for: a component's own, else the one it stands in. */
function treeOf(root: TreeElement, within: HTMLElement | undefined): unknown {
  const node = within ? treeNodeOf(within) : root
  if (!node) return null
  return Component.isComponent(node) ? node.getShadowRoot() : node.ownerShadowRoot
}

export function selectElements(
  root: TreeElement,
  selector: string,
  within?: HTMLElement,
): HTMLElement[] {
  if (selector.trim() === 'page' && !within) return [document.body]
  const alternatives = selector.split(',').map(readSelector)
  const tree = treeOf(root, within)
  return [...(within ?? document.body).querySelectorAll<HTMLElement>('*')].filter((element) => {
    const node = treeNodeOf(element)
    if (!node || domOf(node) !== element) return false
    return alternatives.some((steps) => {
      const isPiercing = steps.some(({ combinator }) => combinator === '>>>')
      return (isPiercing || node.ownerShadowRoot === tree) && matches(node, steps)
    })
  })
}
