/** rich-text: HTML, or nodes, of the tags and attributes WeChat trusts; everything else is dropped. */
import { WxElement } from './element'
import { convertRpx } from '../style/convert-rpx'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  attrs?: Record<string, unknown>
  children?: RichNode[]
  text?: string
}

/** Trusted tags, with the attributes each may have beside class and style. */
const PLAIN =
  'a abbr address article aside b bdi big blockquote br caption center cite code dd del div ' +
  'dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i ins label legend li mark nav ' +
  'p pre q rt ruby s section small span strong sub sup tbody tfoot thead tr tt u ul'
const TRUSTED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(PLAIN.split(' ').map((name) => [name, []])),
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  table: ['width'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
}
const SPACES: Readonly<Record<string, string>> = { ensp: '\u2002', emsp: '\u2003', nbsp: '\u00a0' }

function decode(text: string): string {
  const area = document.createElement('textarea')
  area.innerHTML = text
  return area.value
}

export class WxRichText extends WxElement {
  static override defaults = { nodes: null, space: '', userSelect: false }
  static override css = `
wx-rich-text { display: block; }
wx-rich-text img { max-width: 100%; }
wx-rich-text[user-select] { user-select: text; -webkit-user-select: text; }
`
  private place!: HTMLElement

  protected override build(): void {
    this.place = this.addPart('div', 'wx-rich-text')
  }

  protected override changed(): void {
    const given = this.properties['nodes']
    const nodes = Array.isArray(given)
      ? (given as RichNode[]).flatMap((node) => this.make(node))
      : typeof given === 'string'
        ? this.parse(given)
        : []
    this.place.replaceChildren(...nodes)
  }

  private textNode(text: string): Text {
    const space = SPACES[this.text('space')]
    return document.createTextNode(space ? text.replace(/ /g, space) : text)
  }

  private make(node: RichNode): Node[] {
    if (node.type === 'text') return [this.textNode(decode(String(node.text ?? '')))]
    const name = String(node.name ?? '').toLowerCase()
    const allowed = TRUSTED[name]
    if (!allowed) return []
    const element = document.createElement(name)
    for (const [key, value] of Object.entries(node.attrs ?? {})) {
      this.give(element, allowed, key.toLowerCase(), String(value))
    }
    for (const child of node.children ?? []) element.append(...this.make(child))
    return [element]
  }

  private give(
    element: HTMLElement,
    allowed: readonly string[],
    name: string,
    value: string,
  ): void {
    if (name === 'class') element.className = this.scoped(value)
    else if (name === 'style') element.setAttribute('style', convertRpx(value))
    else if (name === 'src' && /^\s*javascript:/i.test(value)) return
    else if (allowed.includes(name)) element.setAttribute(name, value)
  }

  /** HTML is read without being run, then held to the same list. */
  private parse(html: string): Node[] {
    const read = new DOMParser().parseFromString(html, 'text/html')
    const keep = (node: Node): Node[] => {
      if (node.nodeType === Node.TEXT_NODE) return [this.textNode((node as Text).data)]
      if (node.nodeType !== Node.ELEMENT_NODE) return []
      const source = node as Element
      const name = source.localName
      const allowed = TRUSTED[name]
      if (!allowed) return []
      const element = document.createElement(name)
      for (const { name: key, value } of source.attributes) this.give(element, allowed, key, value)
      for (const child of source.childNodes) element.append(...keep(child))
      return [element]
    }
    return [...read.body.childNodes].flatMap(keep)
  }
}
